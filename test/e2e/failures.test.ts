import { errorOf, outputOf } from '../../local/n8n/execution';
import type { Execution } from '../../local/n8n/execution';
import { keysOf, startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { aadhaar, foundIn, personal, question, secretsOf } from './support/leaks';
import { cashfree, runNode } from './support/workflows';

let instance: Instance;

beforeAll(async () => {
	instance = await startInstance({ N8N_LOG_LEVEL: 'debug' });
});

afterAll(async () => await instance?.stop());

beforeEach(() => instance.cashfree.reset());

/** Cashfree's refusal of the item `lead-2`, in words that repeat what was sent. */
const refusal = {
	status: 400,
	type: 'validation_error',
	code: 'aadhaar_details.name_value_invalid',
	message: `${aadhaar.aadhaarName}, born 17-11-1963, is not known at ${aadhaar.aadhaarHouse}`,
};

const details = Object.keys(aadhaar).map((name) => [name, `={{ $json.${name} }}`]);

const parameters = {
	verificationId: '={{ $json.id }}',
	phone: '={{ $json.phone }}',
	...Object.fromEntries(details),
	securityQuestions: {
		question: [{ question: '={{ $json.question }}', answer: '={{ $json.answer }}' }],
	},
};

const leads = ['lead-1', 'lead-2', 'lead-3'].map((id, index) => {
	return { id, phone: `990000000${index}`, ...aadhaar, ...question };
});

/** Initiates for three leads, the second of which is refused. */
async function runWith(onError: string) {
	instance.cashfree.answerNext(refusal, { on: 'POST /vkyc', match: { verification_id: 'lead-2' } });
	const execution = await runNode(instance, cashfree(parameters, { onError }), leads);
	const [run] = execution.data?.resultData.runData.Cashfree ?? [];
	const outputs = run?.data?.main ?? [];
	const jsonOf = (index: number) => outputs[index]?.map(({ json }) => json) ?? [];
	return { execution, run, jsonOf };
}

/** What n8n stored beside the items that came in, which hold the details themselves. */
function withoutInput({ data, ...execution }: Execution) {
	const { executionData: _, resultData, ...rest } = { ...data };
	const { runData, pinData: __, ...result } = { ...resultData };
	const { Start: ___, ...written } = { ...runData };
	return { ...execution, workflowData: undefined, ...rest, ...result, written };
}

/** What stands in the place of the item that was refused. */
const refusedItem = {
	error: expect.objectContaining({
		message: expect.stringContaining('Cashfree did not accept this request'),
		code: refusal.code,
		type: refusal.type,
		http_status: 400,
	}),
};

describe('Of three items whose second one is refused', () => {
	it("'Stop Workflow' ends the run with Cashfree's details", async () => {
		const { execution, run } = await runWith('stopWorkflow');
		expect(execution.status).toBe('error');
		const { error } = execution.data?.resultData ?? {};
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '400',
			context: { itemIndex: 1 },
		});
		expect(error?.description).toContain("Cashfree's words");
		expect(run?.error).toMatchObject({ message: error?.message });
		expect(foundIn(withoutInput(execution), personal)).toEqual([]);
	});

	it("'Continue' hands on all three, the second with its details", async () => {
		const { execution, jsonOf } = await runWith('continueRegularOutput');
		expect(execution.status).toBe('success');
		const items = jsonOf(0);
		expect(items).toMatchObject([
			{ verification_id: 'lead-1', status: 'RECEIVED' },
			refusedItem,
			{ verification_id: 'lead-3', status: 'RECEIVED' },
		]);
		expect(foundIn(items[1], personal)).toEqual([]);
	});

	it("'Continue (Using Error Output)' parts them, and the lead is still known", async () => {
		const { execution, jsonOf } = await runWith('continueErrorOutput');
		expect(execution.status).toBe('success');
		const [succeeded, failed] = [jsonOf(0), jsonOf(1)];
		expect(succeeded.map(({ verification_id }) => verification_id)).toEqual(['lead-1', 'lead-3']);
		expect(failed).toEqual([expect.objectContaining({ ...refusedItem, id: 'lead-2' })]);
		expect(foundIn(failed[0]?.error, personal)).toEqual([]);
	});
});

describe('What cannot be sent', () => {
	it('stops before any request, and names the field without its value', async () => {
		const [lead, ...others] = leads;
		const items = [{ ...lead }, { ...lead, aadhaarDateOfBirth: '17-13-1963' }, ...others];
		const execution = await runNode(instance, cashfree(parameters), items);
		const { error } = execution.data?.resultData ?? {};
		expect(error?.message).toContain("'Aadhaar Date of Birth'");
		expect(foundIn(error, [...personal, '17-13-1963'])).toEqual([]);
		expect(instance.cashfree.requests).toEqual([]);
	});

	it('is told with the address to whitelist', async () => {
		instance.cashfree.set({ twoFactor: 'ipWhitelist', allowedIps: ['203.0.113.7'] });
		const execution = await runNode(
			instance,
			cashfree({ verificationId: 'a', phone: '9900000000' }),
		);
		expect(errorOf(execution)).toContain('127.0.0.1');
	});
});

describe('Where the network fails', () => {
	const link = cashfree(
		{ verificationId: '={{ $json.id }}', phone: '9900000000' },
		{ onError: 'continueRegularOutput' },
	);
	const failedItem = async () => {
		const execution = await runNode(instance, link, [{ id: 'lead-1' }]);
		return outputOf(execution, 'Cashfree')[0]?.error;
	};

	it('a link that was sent without an answer is unknown', async () => {
		instance.cashfree.faults.queue('take-then-cut', { on: 'POST /vkyc', times: 100 });
		instance.cashfree.faults.queue('take-then-cut', { on: 'GET /vkyc', times: 100 });
		expect(await failedItem()).toMatchObject({ outcome: 'unknown' });
		expect(instance.cashfree.verifications.size).toBe(1);
	});

	it('a link that found nobody is not sent', async () => {
		const { credential } = instance;
		const nobody = { ...keysOf(instance.cashfree), baseUrl: 'http://127.0.0.1:9' };
		instance.credential = await instance.createCredential({ name: 'Nobody' }, nobody);
		const error = await failedItem();
		instance.credential = credential;
		expect(error).toMatchObject({ code: 'ECONNREFUSED', outcome: 'not_sent' });
	});
});

describe('Of all that was run here', () => {
	it('no stored execution contains a secret of the credential', async () => {
		const executions = await instance.rest.getExecutions();
		expect(executions.length).toBeGreaterThanOrEqual(5);
		for (const { id } of executions) {
			const stored = await instance.rest.request('GET', `/executions/${id}`);
			expect(foundIn(stored, secretsOf(instance.cashfree))).toEqual([]);
		}
	});

	it("n8n's log contains neither a secret nor a personal detail, even when it tells everything", async () => {
		const log = await instance.readLog();
		expect(log).toContain('| debug |');
		expect(foundIn(log, [...secretsOf(instance.cashfree), ...personal])).toEqual([]);
	});
});
