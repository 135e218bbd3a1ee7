import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { readText } from '../../credentials/field';
import type { TextField } from '../../credentials/field';
import { clientSecret } from '../../credentials/sign';
import { holdsLeftover, leftoverIn } from '../shared/leftover';

const earlierClientSecrets: TextField = {
	name: 'earlierClientSecrets',
	label: 'Earlier Client Secrets',
	maxLength: 10_000,
};

/** Characters. Cashfree's have many more; words such as `null`, `false` or `[object` have fewer. */
const shortest = 8;

/** An expression may result in anything, and whoever guesses `undefined` must not have guessed a key. */
function readSecrets(
	credentials: ICredentialDataDecryptedObject,
	field: TextField,
	split: (text: string) => string[],
): string[] {
	const text = readText(credentials, field);
	const refused = (what: string) =>
		new UserError(
			`The credential's '${field.label}' ${what}. Copy it from the Cashfree dashboard, or correct its expression`,
		);
	const leftover = leftoverIn(text);
	if (leftover !== undefined) throw refused(holdsLeftover(leftover));
	const secrets = split(text).filter((secret) => secret !== '');
	if (secrets.some(({ length }) => length < shortest)) {
		throw refused(`contains a secret of fewer than ${shortest} characters, which could be guessed`);
	}
	return secrets;
}

/**
 * The client secrets that an event may be signed with: the current one, then the earlier ones.
 *
 * @param credentials `clientSecret`, and `earlierClientSecrets` separated by commas or white space
 * @returns without empty entries; an empty list where no secret is set
 * @throws UserError where one of the two is no text, or contains what cannot be a secret
 */
export function webhookSecrets(credentials: ICredentialDataDecryptedObject): string[] {
	return [
		...readSecrets(credentials, clientSecret, (text) => [text]),
		...readSecrets(credentials, earlierClientSecrets, (text) => text.split(/[\s,]+/)),
	];
}
