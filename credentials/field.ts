import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** A text field of the credential, and how many characters its value may have at most. */
export interface TextField {
	name: string;
	label: string;
	maxLength: number;
}

function kindOf(value: unknown): string {
	if (typeof value === 'boolean') return String(value);
	if (typeof value === 'number') return 'a number';
	return Array.isArray(value) ? 'a list' : 'an object';
}

/**
 * Reads a text field of the credential, which may be an expression that results in anything.
 *
 * @returns the text without the blanks around it, '' where the field has no value
 * @throws UserError where the value is not text, or is longer than the field allows
 */
export function readText(
	credentials: ICredentialDataDecryptedObject,
	{ name, label, maxLength }: TextField,
): string {
	const value: unknown = credentials[name];
	if (value === undefined || value === null) return '';
	if (typeof value !== 'string') {
		throw new UserError(
			`The credential's '${label}' must be text, not ${kindOf(value)}. Change its expression so that it gives text`,
		);
	}
	if (value.length > maxLength) {
		throw new UserError(
			`The credential's '${label}' has ${value.length} characters, and ${maxLength} are the most. Paste it again, and nothing else`,
		);
	}
	return value.trim();
}
