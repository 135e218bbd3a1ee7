import { signBody, signHeader } from '../../local/cashfree/sign';

it('signs as the fixed vectors say', () => {
	// openssl: printf '%s%s' "$ts" "$body" | openssl dgst -sha256 -hmac test-client-secret -binary | base64
	const data = {
		verification_id: 'test333',
		reference_id: 10449,
		user_reference_id: 10259,
		user_id: 'test11',
		status: 'RECEIVED',
		sub_status: 'LINK_GENERATED',
		vkyc_link: 'https://forms.qa.cashfree.net/verification/c8k926bpt84g',
		link_expiry: '2025-06-21',
		recording_link: '',
		meeting_schedule: '',
	};
	const body = JSON.stringify({
		signature: 'wBBgeTOZUyXgj6vySAm9fJYCtdXvlVHQCA6dV5uVssw=',
		event_type: 'VKYC_USER_LINK_GENERATED',
		event_time: '2025-05-22T03:51:14Z',
		version: 'v1',
		data,
	});
	expect(signHeader('test-client-secret', '1746427759733', body)).toBe(
		'Dw5sR1YnenwLFOSLtzTyOPwXVnSfnUBoRTtZ3O/CHXs=',
	);
	expect(signBody('test-client-secret', data)).toBe('mk3ARmOPhDaNkP0rjNVLzffF6JL3+c0BUn07y/4FOZo=');
});

it('joins the values of the legacy scheme as Java does, null as "null"', () => {
	const secret = 'test-client-secret';
	expect(signBody(secret, { b: null, a: 1, c: '' })).toBe(signBody(secret, { x: '1null' }));
});
