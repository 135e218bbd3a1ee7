const axios = require('axios').default;

/** The users of `examples/leads-to-links.json`, as someone who onboarded them would have made them. */
const leads = [
	{ user_id: 'lead-1001', phone: '9900000001', name: 'Asha Rao' },
	{ user_id: 'lead-1002', phone: '9900000002', name: 'Vikram Singh' },
	{ user_id: 'lead-1003', phone: '9900000003', name: 'Meera Iyer' },
];

/**
 * Creates the users of the example workflow at the local Cashfree server.
 *
 * @param {import('./cashfree').Cashfree} cashfree
 */
async function createLeads(cashfree) {
	const { twoFactor } = cashfree.settings;
	const headers = {
		'x-client-id': cashfree.clientId,
		'x-client-secret': cashfree.clientSecret,
		'x-api-version': '2024-12-01',
	};
	// Unsigned, as from an address on the account's list; the node's own requests are signed.
	cashfree.set({ twoFactor: 'ipWhitelist' });
	for (const lead of leads) {
		await axios.post(`${cashfree.url}/user`, lead, { headers, proxy: false });
	}
	cashfree.set({ twoFactor });
}

module.exports = { createLeads, leads };
