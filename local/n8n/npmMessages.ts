const networkCodes =
	/ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|CERT|SELF_SIGNED/;

/**
 * Turns what npm printed when it ended without success into what a user can act on.
 *
 * @param output everything npm printed
 * @returns what happened and what to do next
 */
export function explainNpm(output: string): string {
	const code = /npm (?:error|ERR!) code (\S+)/.exec(output)?.[1] ?? '';
	if (code === 'ENOSPC' || /ENOSPC|no space left/i.test(output)) {
		return 'The disk is full. Free about 4 GB and start again.';
	}
	if (networkCodes.test(code)) {
		return (
			`The npm registry cannot be reached (${code}). Check the network connection, and behind ` +
			'a proxy or company registry `npm config get registry` and `npm config get proxy`, then ' +
			'start again.'
		);
	}
	if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
		return (
			`npm may not write where it has to (${code}). Check who owns npm's cache folder ` +
			'(`npm config get cache`), then start again.'
		);
	}
	if (code === 'ETARGET' || code === 'E404') {
		const named = /No matching version found for (\S+?)\.?\s|requested resource '([^']+)'/.exec(
			output,
		);
		const missing = named?.[1] ?? named?.[2] ?? 'package of that name and version';
		return `The npm registry has no ${missing}. Choose another version of n8n.`;
	}
	const last = output.trim().split('\n').slice(-12).join('\n');
	return `npm ended with${code ? ` ${code}` : 'out saying why'}. Its last lines were:\n${last}`;
}
