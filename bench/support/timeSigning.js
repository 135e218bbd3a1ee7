/**
 * Signs with the package in a process of its own, and prints the microseconds of processor time that
 * a signature takes; `openssl speed` counts the same. JavaScript, since `tsx` might change the code
 * that is measured.
 */
const [file, json] = process.argv.slice(2);
const { signedHeaders } = require(file);
const credential = JSON.parse(json);

const count = 20_000;
for (let done = 0; done < count; done++) signedHeaders(credential, Date.now());
const before = process.cpuUsage();
for (let done = 0; done < count; done++) signedHeaders(credential, Date.now());
const { user, system } = process.cpuUsage(before);
process.stdout.write(String((user + system) / count));
