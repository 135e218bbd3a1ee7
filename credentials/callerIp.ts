const ipv4 = '(?:\\d{1,3}\\.){3}\\d{1,3}';
const namedIp = new RegExp(`current ip is ((?:[0-9a-f:]*:)?${ipv4}|[0-9a-f:]*:[0-9a-f:]*)`, 'i');

/**
 * The IP address from which Cashfree received a request that it refused as not whitelisted.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 *
 * @param message Cashfree's own words; the next sentence may follow the address without a space
 */
export const callerIp = (message: string): string | undefined => namedIp.exec(message)?.[1];
