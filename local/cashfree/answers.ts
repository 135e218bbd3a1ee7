export interface Answer {
	status: number;
	type: string;
	code: string;
	message: string;
	documented?: boolean;
	headers?: Record<string, string>;
	error?: object;
}

/** The first words of all lines. */
type Names<Lines extends string> = Lines extends `${infer Line}\n${infer Rest}`
	? Names<Line> | Names<Rest>
	: Lines extends `${infer Name} | ${string}`
		? Name
		: never;

/** @param lines one answer a line: name | HTTP status | type | code | message */
function table<Lines extends string>(documented: boolean, lines: Lines) {
	const rows = lines
		.trim()
		.split('\n')
		.map((line) => {
			const [name, status, type, code, message] = line.split(' | ');
			return [name, { status: Number(status), type, code, message, documented }];
		});
	return Object.fromEntries(rows) as Record<Names<Lines>, Answer>;
}

/** The error rows of the page of `POST /vkyc`, all of them, in its order. */
export const documented = table(
	true,
	`
verification_id_missing | 400 | validation_error | verification_id_missing | verification_id is missing in the request.
verification_id_characters_invalid | 400 | validation_error | verification_id_value_invalid | verification_id can include only alphanum, dot, hyphen and underscores.
verification_id_value_invalid | 400 | validation_error | verification_id_value_invalid | verification ID entered is invalid.
verification_id_value_missing | 400 | validation_error | verification_id_value_missing | verification_id is missing in the request.
user_id_value_invalid | 400 | validation_error | user_id_value_invalid | User Id entered is invalid.
user_id_number_missing | 400 | validation_error | user_id_number_missing | user_id is missing in the request.
user_template_value_invalid | 400 | validation_error | user_template_value_invalid | user template entered doesn't exists.
user_template_value_missing | 400 | validation_error | user_template_value_missing | user_template is missing in the request.
agent_template_value_invalid | 400 | validation_error | agent_template_value_invalid | agent template name entered doesn't exists.
agent_template_value_missing | 400 | validation_error | agent_template_value_missing | agent_template is missing in the request.
x-client-id_missing | 400 | validation_error | x-client-id_missing | x-client-id is missing in the request.
x-client-secret_value_invalid | 400 | validation_error | x-client-secret_value_invalid | Client secret belongs to test environment
authentication_failed | 401 | authentication_error | authentication_failed | Invalid clientId and clientSecret combination
ip_validation_failed | 403 | authentication_error | ip_validation_failed | IP not whitelisted your current ip is 106.51.91.104.For IP whitelisting assistance, visit our guide at https://www.cashfree.com/docs/secure-id/get-started/integration/ip-whitelisting-verification
x-cf-signature_missing | 403 | validation_error | authentication_failed | x-cf-signature missing in the request header
user_reference_id_not_found | 404 | validation_error | user_reference_id_not_found | user_reference_id does not exist
user_id_not_found | 404 | validation_error | user_id_not_found | user_id does not exist
insufficient_balance | 422 | validation_error | insufficient_balance | Insufficient balance to process this request
too_many_requests_per_operation | 429 | rate_limit_error | too_many_requests_per_operation | Too many requests for this operation, rate limit reached
too_many_requests_per_ip | 429 | rate_limit_error | too_many_requests_per_ip | Too many requests from the IP, rate limit reached
verification_failed | 500 | internal_error | verification_failed | something went wrong
`,
);

/** Rows that Cashfree documents for its sibling APIs, or that were seen in the field. */
const likely = table(
	false,
	`
verification_id_length_exceeded | 400 | validation_error | verification_id_length_exceeded | verification_id can include a maximum of 50 characters.
verification_id_already_exists | 409 | validation_error | verification_id_already_exists | verification id already exists
verification_attempt_failed | 502 | internal_error | verification_failed | verification attempt failed
source_unavailable | 502 | internal_error | verification_failed | Authorised source is temporarily unavailable, please try again shortly
x-client-secret_missing | 400 | validation_error | x-client-secret_missing | x-client-secret is missing in the request.
x-client-secret_of_production | 400 | validation_error | x-client-secret_value_invalid | Client secret belongs to production environment
x-api-version_missing | 400 | validation_error | x-api-version_missing | x-api-version is missing in the request.
signature_mismatch | 403 | validation_error | authentication_failed | Signature mismatch
service_not_enabled | 400 | invalid_request | invalid_request | service not enabled for this account.
user_id_already_exists | 400 | validation_error | user_id_already_exists | user_id already exists.
user_id_already_exists_409 | 409 | validation_error | user_id_already_exists | user_id already exists.
user_lookup_id_missing | 400 | validation_error | invalid_request | Please provide user_reference_id or user_id
phone_value_invalid | 400 | validation_error | phone_value_invalid | phone should be numeric.
phone_length_short | 400 | validation_error | phone_length_short | phone can include a minimum of 8 characters.
phone_length_exceeded | 400 | validation_error | phone_length_exceeded | phone can include a maximum of 13 characters.
verification_lookup_id_missing | 400 | validation_error | invalid_request | Please provide reference_id or verification_id
reference_id_value_invalid | 400 | validation_error | reference_id_value_invalid | reference_id should be a number.
reference_id_not_found | 404 | validation_error | reference_id_not_found | reference_id does not exist.
verification_id_not_found | 404 | validation_error | verification_id_not_found | verification_id does not exist.
bad_request | 400 | invalid_request | Bad request, please check API documentation | Bad request, please check API documentation
resource_not_found | 404 | not_found_error | Resource not found | Resource not found
`,
);

/** Every answer that can be forced, by name. */
export const answers = { ...documented, ...likely };

/**
 * For fields that have no row of their own, in the pattern of the page's rows.
 * @param field path of the field, e.g. `aadhaar_details.dob`
 */
export const fieldMissing = (field: string): Answer => ({
	status: 400,
	type: 'validation_error',
	code: `${field}_missing`,
	message: `${field} is missing in the request.`,
});

/** @param rule what the value has to be, e.g. `must be integer` */
export const fieldInvalid = (field: string, rule: string): Answer => ({
	status: 400,
	type: 'validation_error',
	code: `${field}_value_invalid`,
	message: `${field} ${rule}.`,
});

/** @param ip address of the caller */
export const ipNotWhitelisted = (ip: string): Answer => ({
	...answers.ip_validation_failed,
	message: answers.ip_validation_failed.message.replace('106.51.91.104', ip),
});

/**
 * @param name a name of the table
 * @throws when the table has no such row
 */
export function answerNamed(name: string): Answer {
	if (!Object.hasOwn(answers, name)) {
		throw new Error(`No answer is named "${name}". Names: ${Object.keys(answers).join(', ')}`);
	}
	return answers[name as keyof typeof answers];
}
