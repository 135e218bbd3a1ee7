import { runNode, startCashfree } from '../support/cashfree-workflow';
import { hasten } from '../support/hasten';
import { aftermath, brew, credential, factor, leads, parameters, seeds } from '../support/storm';

hasten(factor);
const items = leads(1000);
const sorted = (name: string) => items.map((item) => String(item[name])).toSorted();
let cashfree: Awaited<ReturnType<typeof startCashfree>>;

beforeAll(async () => {
	cashfree = await startCashfree({ twoFactor: 'ipWhitelist' });
});
afterAll(async () => await cashfree.close());

it.each(seeds)(
	'a thousand items get through a storm of faults, each sent exactly once (seed %d)',
	async (seed) => {
		cashfree.reset();
		brew(cashfree, seed);

		const { error, json } = await runNode({ cashfree, credential, parameters, items });

		expect(error).toBeUndefined();
		expect(json.map(({ verification_id: id }) => id)).toEqual(items.map(({ id }) => id));
		expect(json.map(({ vkyc_link: link }) => link)).toEqual(
			items.map(({ id }) => cashfree.verifications.get(String(id))?.vkyc_link),
		);
		const { users, verifications, notified, sentAgain, struck } = aftermath(cashfree);
		expect(users).toEqual(sorted('user'));
		expect(verifications).toEqual(sorted('id'));
		expect(notified).toEqual(Object.fromEntries(items.map(({ id }) => [id, ['sms', 'whatsapp']])));
		expect(sentAgain).toEqual([]);
		expect(Math.min(...Object.values(struck))).toBeGreaterThan(50);
	},
	120_000,
);
