import { parseEvent } from '../../../nodes/CashfreeVkycTrigger/readEvent';
import { verifyDelivery } from '../../../nodes/CashfreeVkycTrigger/signature';
import { changes } from './changes';
import { genuineDelivery } from './genuineDeliveries';
import type { SignedDelivery } from './genuineDeliveries';
import { Random } from './random';

const seed = Date.now() % 2 ** 32;
const now = 1746427759733;
const secrets = ['cfsk_ma_test_current', 'cfsk_ma_test_earlier', 'cfsk_ma_test_first'];

const verify = async ({ headers, rawBody }: SignedDelivery, allowBodySignature: boolean) =>
	await verifyDelivery(
		{ headers, rawBody },
		{ now, maximumAge: 24 * 60 * 60 * 1000, allowBodySignature },
		async () => secrets,
	);

const isSame = (one: SignedDelivery, other: SignedDelivery) =>
	one.rawBody.equals(other.rawBody) &&
	Object.entries(one.headers).every(([name, value]) => other.headers[name] === value);

describe(`random deliveries (seed ${seed})`, () => {
	it('accepts 5,000 genuine ones, and reads each as it was written', async () => {
		const random = new Random(seed);
		for (let count = 0; count < 5000; count++) {
			const delivery = genuineDelivery(random, random.pick(secrets), now);
			const verdict = await verify(delivery, random.below(2) === 0);
			if (!('scheme' in verdict)) throw new Error(`${verdict.refusal}: ${delivery.rawBody}`);
			expect(verdict.scheme).toBe('header');
			expect(parseEvent(delivery.rawBody)).toEqual(delivery.event);
		}
	});

	it('accepts none of 100,000 changed ones', async () => {
		const random = new Random(seed);
		const kinds = Object.keys(changes);
		const tried = new Map(kinds.map((kind) => [kind, 0]));
		let total = 0;
		while (total < 100_000) {
			const secret = random.pick(secrets);
			const delivery = genuineDelivery(random, secret, now);
			for (const kind of kinds) {
				const changed = { ...delivery, ...changes[kind]?.(delivery, random, secret) };
				if (isSame(delivery, changed)) continue;
				const verdict = await verify(changed, random.below(2) === 0);
				if ('scheme' in verdict) {
					throw new Error(`${kind}: ${JSON.stringify(changed.headers)} ${changed.rawBody}`);
				}
				tried.set(kind, (tried.get(kind) ?? 0) + 1);
				total++;
			}
		}
		expect(Math.min(...tried.values())).toBeGreaterThan(1000);
	});
});
