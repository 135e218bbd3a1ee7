import { adviceByCode } from '../../../../nodes/CashfreeVkyc/errors/adviceByCode';

it.each(Object.entries(adviceByCode))(
	'%s is told in a sentence, with what to do',
	(_, { message, description }) => {
		expect(message).toMatch(/^[A-Z].*[^.]$/);
		expect(description).toMatch(/^[A-Z].*\.$/);
		expect(`${message} ${description}`).not.toMatch(/\b(error|problem|failure|mistake)\b/i);
	},
);

it.each([
	['ip_validation_failed', 'Developers > Two-Factor Authentication, on the Secure ID card'],
	['x-client-secret_value_invalid', 'Developers > API Keys, on the Secure ID card'],
	['phone_value_invalid', "'Phone Number', e.g. 9988776655"],
])('%s names the place where to change it', (code, place) => {
	expect(adviceByCode[code]?.description).toContain(place);
});
