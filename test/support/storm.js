/**
 * @import { IDataObject } from 'n8n-workflow'
 * @import { Cashfree } from './cashfree-workflow'
 */

/** How much faster than on the wall the time passes for the node in a storm. */
const factor = 20;

/** For a longer storm: `STORM_SEEDS=1,2,3,4,5 npx jest storm` */
const seeds = (process.env.STORM_SEEDS ?? '1,2').split(',').map(Number);

/** Every kind of fault that waiting, asking or sending again may get over, each with its details. */
const kinds = {
	refuse: { ms: 2 },
	'reset-before-reading': {},
	hang: {},
	'take-then-cut': {},
	'take-then-hang': {},
	'take-then-500': {},
	'take-then-html': {},
	'half-body': {},
	'empty-body': {},
	slow: { ms: 20 },
	429: { headers: { 'x-ratelimit-reset': '0.5' } },
	'html-before': {},
};

/**
 * Lets each kind of fault strike each request with a probability of 5 %.
 *
 * @param {Cashfree} cashfree
 * @param {number} seed
 */
function brew(cashfree, seed) {
	const rules = Object.entries(kinds).map(([kind, details]) => ({
		kind: /** @type {import('../../local/cashfree/faults').Kind} */ (kind),
		probability: 0.05,
		...details,
	}));
	cashfree.faults.plan({ seed, rules });
}

/** Parameters of the node: creates a user for each item and sends a link over two channels. */
const parameters = {
	resource: 'videoKyc',
	operation: 'initiate',
	verificationId: '={{ $json.id }}',
	identifyUserBy: 'phone',
	phone: '={{ $json.phone }}',
	newUserId: '={{ $json.user }}',
	notificationTypes: ['sms', 'whatsapp'],
	options: { itemsAtOnce: 50, timeout: 30, maxRefusals: 10_000 },
};

/** Signatures have tests of their own, and cost more time than all else. */
const credential = { twoFactorMethod: 'ipWhitelist' };

/**
 * Invented people.
 *
 * @param {number} count
 * @returns {IDataObject[]}
 */
const leads = (count) =>
	Array.from({ length: count }, (_, index) => ({
		id: `kyc-${index}`,
		user: `lead-${index}`,
		phone: String(9_000_000_000 + index),
	}));

/**
 * What came of the storm at the server, to be held against what should have.
 *
 * @param {Cashfree} cashfree
 */
function aftermath(cashfree) {
	/** @type {Record<string, string[]>} */
	const notified = {};
	for (const { verification_id: id, channel } of cashfree.notifications) {
		(notified[id] ??= []).push(channel);
	}
	/** @type {Set<string>} */
	const taken = new Set();
	/** @type {string[]} */
	const sentAgain = [];
	for (const { operation, body, processed } of cashfree.requests) {
		if (!operation.startsWith('POST')) continue;
		const { verification_id, user_id } = /** @type {Record<string, string>} */ (body ?? {});
		const request = `${operation} ${verification_id ?? user_id}`;
		if (taken.has(request)) sentAgain.push(request);
		if (processed) taken.add(request);
	}
	return {
		users: [...cashfree.users.keys()].sort(),
		verifications: [...cashfree.verifications.keys()].sort(),
		/** By verification, the channels over which its person got a message */
		notified,
		/** What was sent once more after the server had taken it; a look-up would have told so */
		sentAgain,
		/** How often each kind of fault struck */
		struck: Object.fromEntries(
			Object.keys(kinds).map((kind) => [
				kind,
				cashfree.requests.filter(({ fault }) => fault === kind).length,
			]),
		),
	};
}

module.exports = { aftermath, brew, credential, factor, leads, parameters, seeds };
