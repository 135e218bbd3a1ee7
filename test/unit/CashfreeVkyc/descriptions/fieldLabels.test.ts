import { CashfreeSecureIdApi } from '../../../../credentials/CashfreeSecureIdApi.credentials';
import * as labels from '../../../../nodes/CashfreeVkyc/descriptions/fieldLabels';
import { CashfreeVkyc } from '../../../../nodes/CashfreeVkyc/CashfreeVkyc.node.ts';

/** All names on the screen of a field, whatever it lies in. */
function shownIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const { displayName } = value as { displayName?: unknown };
	const own = typeof displayName === 'string' ? [displayName] : [];
	return [...own, ...Object.values(value).flatMap(shownIn)];
}

const shown = [
	...shownIn(new CashfreeVkyc().description.properties),
	...shownIn(new CashfreeSecureIdApi().properties),
];

it.each(Object.entries({ ...labels.userLabels, ...labels.verificationLabels }))(
	'%s is shown as %s',
	(_, label) => {
		expect(shown).toContain(label);
	},
);

it.each([
	...Object.keys(labels.verificationLabels),
	...['phone', 'reference_id', 'care_of', 'dob', 'last_verified_at', 'photo_link', 'dist'],
	...['pincode', 'po', 'subdist', 'vtc', 'app_id', 'vkyc_request_id', 'identifier_type'],
	...['identifier_value', 'x-client-id', 'x-client-secret', 'x-api-version'],
])('%s is known by a name of the screen', (key) => {
	expect(shown).toContain(labels.labelOfKey(key));
});

it.each(['name', 'email', 'address', 'state', 'house', 'constructor', ''])(
	'%p, which may be a plain word, is not taken for a key',
	(word) => {
		expect(labels.labelOfKey(word)).toBeUndefined();
	},
);
