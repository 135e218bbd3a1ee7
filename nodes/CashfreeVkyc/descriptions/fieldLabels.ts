/** How the screen names the fields of a new user, by their keys in the request's body. */
export const userLabels = {
	phone: 'Phone Number',
	name: 'Name',
	email: 'Email',
	address: 'Address',
};

/** How the screen names the fields of a verification, by their keys in the request's body. */
export const verificationLabels = {
	verification_id: 'Verification ID',
	user_id: 'User ID',
	user_reference_id: 'User Reference ID',
	user_template: 'User Template',
	agent_template: 'Agent Template',
	notification_types: 'Notification Types',
	aadhaar_details: 'Aadhaar Details',
	security_questions: 'Security Questions',
};

/** Of all requests; without those that are plain words, such as `name` and `state`. */
const labels = new Map(
	Object.entries({
		...verificationLabels,
		phone: userLabels.phone,
		reference_id: 'Reference ID',
		care_of: 'Aadhaar Care Of',
		dob: 'Aadhaar Date of Birth',
		last_verified_at: 'Aadhaar Last Verified At',
		photo_link: 'Aadhaar Photo Link',
		dist: 'Address District',
		pincode: 'Address PIN Code',
		po: 'Address Post Office',
		subdist: 'Address Subdistrict',
		vtc: 'Address Village, Town or City',
		app_id: 'App ID',
		vkyc_request_id: 'Reference ID',
		identifier_type: 'Identifier Type',
		identifier_value: 'Identifier Value',
		'x-client-id': 'Client ID',
		'x-client-secret': 'Client Secret',
		'x-api-version': 'API Version',
	}),
);

/** How the screen names the field of a key of Cashfree's, e.g. `Phone Number` for `phone`. */
export const labelOfKey = (key: string): string | undefined => labels.get(key);
