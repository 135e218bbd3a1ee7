const isOctet = (part: string) => Number(part) <= 255;

/** Whether it is an IPv6 address: eight groups, or fewer with one `::` in place of zeros. */
function isIpv6(text: string): boolean {
	const groups = text.split(':');
	const isWhole = groups.length === 8 || text.includes('::');
	return isWhole && groups.length <= 9 && groups.every((group) => group.length <= 4);
}

/**
 * The IP address from which Cashfree received a request that it refused as not whitelisted.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 *
 * @param message Cashfree's own words; the next sentence may follow the address without a space
 * @returns `undefined` where no address is named, or something else than an address in its place
 */
export function callerIp(message: string): string | undefined {
	const [, named = ''] = /current ip is ([0-9a-f:.]{2,60})/i.exec(message) ?? [];
	const [ipv4] = /^(?:::ffff:)?(?:\d{1,3}\.){3}\d{1,3}(?!\d)/i.exec(named) ?? [];
	if (ipv4) return ipv4.split(/[.:]/).slice(-4).every(isOctet) ? ipv4 : undefined;
	const [ipv6 = ''] = named.split('.');
	return isIpv6(ipv6) ? ipv6 : undefined;
}
