import { runNode } from '../support/cashfreeWorkflow';
import { hasten } from '../support/hasten';
import {
	credential,
	factor,
	leads,
	parameters,
	runKilled,
	seeds,
	startServer,
} from '../support/storm';

hasten(factor);
const items = leads(1000);
const ids = items.map(({ id }) => String(id));
const users = items.map(({ user }) => String(user));
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
	server = await startServer();
});
afterAll(async () => await server.close());

const run = async () => await runNode({ cashfree: server.keys, credential, parameters, items });

/** Each user and each verification was made once, each person told once over each channel. */
async function expectExactlyOnce({ json, error }: Awaited<ReturnType<typeof run>>) {
	expect(error).toBeUndefined();
	const { users: made, links, notified, ...more } = await server.aftermath();
	expect(json.map(({ verification_id: id }) => id)).toEqual(ids);
	expect(json.map(({ vkyc_link: link }) => link)).toEqual(ids.map((id) => links[id]));
	expect(made?.toSorted()).toEqual(users.toSorted());
	expect(Object.keys(links).toSorted()).toEqual(ids.toSorted());
	expect(notified).toEqual(Object.fromEntries(ids.map((id) => [id, ['sms', 'whatsapp']])));
	return more;
}

it.each(seeds)(
	'a thousand items get through a storm of faults, each sent exactly once (seed %d)',
	async (seed) => {
		await server.brew(seed);
		const { sentAgain, struck } = await expectExactlyOnce(await run());
		expect(sentAgain).toEqual([]);
		expect(Math.min(...struck)).toBeGreaterThan(100);
	},
	300_000,
);

it.each(seeds.slice(0, 1))(
	'a run that was killed in the storm, run again, sends each item exactly once, too (seed %d)',
	async (seed) => {
		await server.brew(seed);
		await runKilled(server, items);
		expect(await server.count()).toBeLessThan(900);

		await expectExactlyOnce(await run());
	},
	300_000,
);
