import { byPhone, byReference, byUserId, useCashfree } from '../support/vkyc';

const seed = Date.now() % 2 ** 31;
const { cashfree, run, bodies, operations, createUsers } = useCashfree({ seed });

const slow = (ms: number) => ({ kind: 'slow' as const, ms, probability: 0.3 });
const ids = Array.from({ length: 60 }, (_, number) => `kyc-${number}`);

describe(`many items, answered in random order (seed ${seed})`, () => {
	beforeEach(() => cashfree.faults.plan({ rules: [slow(10), slow(40), slow(90)] }));

	it('come out one for one, in their order, each paired with its own', async () => {
		const items = ids.map((id) => ({ id, phone: '9988776655' }));
		const result = await run(byPhone, { items });

		expect(result.json.map(({ verification_id }) => verification_id)).toEqual(ids);
		expect(result.json.map(({ user }) => (user as { user_id: string }).user_id)).toEqual(ids);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
			ids.map((_, item) => ({ item })),
		);
		const links = ids.map((id) => cashfree.verifications.get(id)?.vkyc_link);
		expect(result.json.map(({ vkyc_link }) => vkyc_link)).toEqual(links);

		const arrived = bodies().map(({ verification_id }) => verification_id);
		expect(arrived.toSorted()).toEqual(ids.toSorted());
		expect(arrived).not.toEqual(ids);
	});

	it('keep their order around those that fail', async () => {
		await createUsers('lead-1');
		const items = ids.map((id, number) => ({ id, user: number % 3 === 1 ? 'nobody' : 'lead-1' }));
		const result = await run(byUserId, { items, onError: 'continueRegularOutput' });

		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
			ids.map((_, item) => ({ item })),
		);
		result.json.forEach((json, number) => {
			if (number % 3 !== 1) return expect(json.verification_id).toBe(ids[number]);
			const message = `Cashfree has no user with this user ID [item ${number}]`;
			expect(json.error).toMatchObject({ message, code: 'user_id_not_found', http_status: 404 });
		});
	});
});

describe('values from the items', () => {
	it('are each item’s own, in every field', async () => {
		const users = await createUsers('lead-1', 'lead-2');
		const items = users.map((user, number) => ({
			id: `kyc-${number}`,
			reference: user.user_reference_id,
			user_template: `user_v${number}`,
			agent: { template: `agent_v${number}` },
			channels: number === 0 ? ['sms'] : ['email', 'whatsapp'],
			branch: `branch ${number}`,
		}));
		cashfree.set({ extraFields: true });
		const parameters = {
			...byReference,
			userTemplate: '={{ $json.user_template }}',
			agentTemplate: '={{ $json.agent.template }}',
			notificationTypes: '={{ $json.channels }}',
			securityQuestions: {
				question: [{ question: '=Branch of {{ $json.id }}?', answer: '={{ $json.branch }}' }],
			},
			options: {
				additionalBodyFields: '={ "branch": "{{ $json.branch }}" }',
				maxConcurrentItems: 1,
			},
		};
		await run(parameters, { items });
		expect(bodies()).toEqual(
			items.map(({ id, reference, user_template, agent, channels, branch }) => ({
				verification_id: id,
				user_template,
				agent_template: agent.template,
				user_reference_id: reference,
				notification_types: channels,
				security_questions: [{ order: 1, question: `Branch of ${id}?`, answer: branch }],
				branch,
			})),
		);
	});

	it('may be numbers where Cashfree wants texts', async () => {
		const parameters = { ...byPhone, newUserId: '={{ $json.user }}', userTemplate: '={{ 3 }}' };
		await run(parameters, { items: [{ id: 2041, user: 7, phone: 919988776655 }] });
		expect(bodies('POST /user')).toEqual([{ phone: '9988776655', user_id: '7' }]);
		expect(bodies()[0]).toMatchObject({
			verification_id: '2041',
			user_id: '7',
			user_template: '3',
		});
	});
});

it('puts out nothing for no items, and sends nothing', async () => {
	const result = await run(byPhone, { items: [] });
	expect(result.json).toEqual([]);
	expect(operations()).toEqual([]);
});

it('sends once what several items ask for alike', async () => {
	const items = Array.from({ length: 4 }, () => ({ id: 'kyc-1', phone: '9988776655' }));
	const result = await run(byPhone, { items });
	expect(operations()).toEqual(['POST /user', 'POST /vkyc']);
	const [first, ...others] = result.json;
	expect(first).toMatchObject({ created: true });
	expect(others).toEqual(Array(3).fill({ ...first, created: false }));
	expect(result.hints('Cashfree VKYC').map(({ message }) => message)).toEqual([
		expect.stringContaining('nothing was sent twice'),
		expect.stringMatching(/^The first link in the output expires on \d{4}-\d\d-\d\d$/),
	]);
});

it('refuses items that ask for different things under the same ID', async () => {
	const items = [
		{ id: 'kyc-1', phone: '9988776655' },
		{ id: 'kyc-1', phone: '8877665544' },
	];
	const result = await run(byPhone, { items, onError: 'continueRegularOutput' });
	expect(result.json[0]?.status).toBe('RECEIVED');
	expect(result.json[1]?.error).toMatchObject({ code: 'same_id_in_run', outcome: 'not_sent' });
	expect(operations()).toEqual(['POST /user', 'POST /vkyc']);
});
