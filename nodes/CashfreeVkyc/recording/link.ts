import { isLoopback } from '../../../credentials/environment';
import { isMissing } from '../actions/answer';

/** Whether Cashfree's answer says that there is no recording; its documentation says `null`. */
const saysNone = (value: unknown) =>
	isMissing(value) || value === false || /^\s+$/.test(String(value));

/**
 * No public name: an address in digits, a name without a dot or with one at its end, and those of a
 * network of its own. Links to storage have none of these.
 */
const privateName = /^[^.]+$|\.$|\.(localhost|localdomain|local|internal)$|^[\d.]+$/;

/**
 * The link to a recording, where the node may open it: https, and http on this machine only where the
 * credential's environment is Custom. Where it is not, no answer leads
 * the node to another service of this machine.
 *
 * @param value `recording_link` of an answer
 * @param environment of the credential, e.g. `sandbox`
 * @returns `none` where there is no recording, `bad` where the node does not open what is there
 */
export function readLink(value: unknown, environment: string): { link: string } | 'none' | 'bad' {
	if (saysNone(value)) return 'none';
	if (typeof value !== 'string' || !URL.canParse(value)) return 'bad';
	const { protocol, hostname, username, password } = new URL(value);
	const isOwn = isLoopback(hostname);
	const isAllowed = isOwn
		? environment === 'custom' && /^https?:$/.test(protocol)
		: protocol === 'https:' && !privateName.test(hostname);
	return isAllowed && !username && !password ? { link: value.trim() } : 'bad';
}
