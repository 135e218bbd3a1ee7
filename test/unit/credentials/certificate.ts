/**
 * An invented self-signed certificate; its private key was thrown away. Made with
 *
 *     openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
 *       -keyout /dev/null -subj "/CN=invented.example" -days 3650
 */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBijCCATGgAwIBAgIUDhWMHr6dBQo0MSgSHynuLr6eqigwCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQaW52ZW50ZWQuZXhhbXBsZTAeFw0yNjExMjMwMjQyNDhaFw0z
NjExMjAwMjQyNDhaMBsxGTAXBgNVBAMMEGludmVudGVkLmV4YW1wbGUwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAARrIVyPHnykvShdWtqtq3YQIPhj7tyiadL0f3db
9NU+8qamUKP4BCCfXZorPgEvDcG4I8VFFLLwWRmEdeXH0Vz2o1MwUTAdBgNVHQ4E
FgQU2TO1jFUjkNa2Aulu6FNXFizsTYIwHwYDVR0jBBgwFoAU2TO1jFUjkNa2Aulu
6FNXFizsTYIwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiAzXqwy
83g6mvg3FwYX4CZ1QnXiWHuBCXZA5cIj1G7j7QIgeTPZuFJ4QSxcsQyRMWhzFFGM
9tRn8xD3Bea0NQIlL6A=
-----END CERTIFICATE-----
`;
