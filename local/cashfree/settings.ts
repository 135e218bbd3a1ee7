import type { Limit } from './limits';
import type { DecisionWords } from './steps';

/** README.md says what each does. */
export interface Settings {
	twoFactor: 'ipWhitelist' | 'publicKey';
	allowedIps: string[] | null;
	templates: { user: string[]; agent: string[] } | null;
	templatesRequired: boolean;
	balance: number | null;
	limits: Limit | null;
	duplicateVerification: 'conflict' | 'existing';
	extraFields: true | string[];
	largeIds: boolean;
	userReferenceIdAs: 'integer' | 'string';
	responseAddress: 'split_address' | 'address_details';
	decisionWords: DecisionWords | null;
	recordingSize: number;
	recordingExpires: number;
}

const defaults = (): Settings => ({
	twoFactor: 'publicKey',
	allowedIps: null,
	templates: null,
	templatesRequired: false,
	balance: null,
	limits: null,
	duplicateVerification: 'conflict',
	extraFields: [],
	largeIds: false,
	userReferenceIdAs: 'integer',
	responseAddress: 'split_address',
	decisionWords: null,
	recordingSize: 1_000_000,
	recordingExpires: 3600,
});

/** @param options other properties are left out */
export function readSettings(options: Partial<Settings>): Settings {
	const settings = defaults();
	for (const name of Object.keys(settings)) {
		const value = (options as Record<string, unknown>)[name];
		if (value !== undefined) Object.assign(settings, { [name]: value });
	}
	return settings;
}

/**
 * @param settings changed in place
 * @returns the settings
 * @throws when a name is none of a setting; then nothing is changed
 */
export function applySettings(settings: Settings, changes: Partial<Settings>): Settings {
	for (const name of Object.keys(changes)) {
		if (!Object.hasOwn(settings, name)) {
			throw new Error(`"${name}" is not a setting. Settings: ${Object.keys(settings).join(', ')}`);
		}
	}
	return Object.assign(settings, changes);
}
