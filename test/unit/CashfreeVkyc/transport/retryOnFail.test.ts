import { ownCodes } from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import type { RequestOutcome } from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import type { CashfreeRequest } from '../../../../nodes/CashfreeVkyc/transport/request';
import { oncePerExecution } from '../../../../nodes/CashfreeVkyc/transport/retryOnFail';
import { node, scriptedContext } from '../../../support/scriptedContext';
import {
	answered,
	change,
	exists,
	reconcilable,
	reconcilableNew,
	lost,
	missing,
	ok,
	refusal,
	script,
	unsafe,
} from './outcomes';

/** A try of a node in an execution, which n8n knows by an object of its own. */
const tryOf = (execution: object, runIndex = 0, retryOnFail = true) =>
	oncePerExecution({
		...scriptedContext({}).context,
		getNode: () => ({ ...node, retryOnFail }),
		getContext: () => execution as never,
		getWorkflowDataProxy: () => ({ $thisRunIndex: runIndex }) as never,
	});

const later = { state: 'unknown', reason: 'refused_later' } as const;
const notSent: RequestOutcome = { state: 'not_sent', code: ownCodes.rateLimit };
const times = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);

/** Sends nothing but what the script answers. */
const sender = (...outcomes: Parameters<typeof script>) => ({
	sendOnce: script(...outcomes),
	wait: async () => undefined,
	isCircuitOpen: () => false,
});
const send = async (
	deliverOnce: ReturnType<typeof tryOf>,
	request: CashfreeRequest,
	outcomes: Parameters<typeof script>,
	name: string | undefined = 'a',
) => (await deliverOnce(name, request, sender(...outcomes))).outcome;

it('a later try of a run sends nothing again that was created', async () => {
	const execution = {};
	await send(tryOf(execution), reconcilable, [ok]);
	expect(await send(tryOf(execution), reconcilable, [])).toBe(ok);
});

it('a later try sends nothing again that may have been created and cannot be looked up', async () => {
	const execution = {};
	await send(tryOf(execution), unsafe, [lost]);
	expect(await send(tryOf(execution), unsafe, [])).toBe(lost);
});

it('a later try takes what exists after an unknown outcome, though it is not to be taken else', async () => {
	const execution = {};
	const unclear = answered(403);
	expect(await send(tryOf(execution), reconcilableNew, [lost, unclear])).toBe(lost);
	const { outcome, found } = await tryOf(execution)('a', reconcilableNew, sender(ok));
	expect([outcome, found]).toEqual([lost, ok]);
});

it.each<[string, CashfreeRequest, RequestOutcome[], RequestOutcome]>([
	['was not sent', reconcilableNew, [notSent], lost],
	['met the rate limit', reconcilableNew, [refusal()], lost],
	['could not look it up', reconcilable, [answered(400)], lost],
	['was refused, of a change', change, [answered(400)], { ...answered(400), ...later }],
	['was not sent, of a change', change, [notSent], lost],
	[
		'finds nothing, and then it exists unseen',
		reconcilableNew,
		[missing, missing, exists, answered(403)],
		{ ...exists, ...later },
	],
])(
	'an unknown outcome stays unknown where a later try %s',
	async (_, request, outcomes, outcome) => {
		const execution = {};
		const unclear = request === change ? times(20, lost) : [lost, answered(403)];
		await send(tryOf(execution), request, unclear);
		expect(await send(tryOf(execution), request, outcomes)).toEqual(outcome);
		const again = await tryOf(execution)('a', request, sender(ok));
		expect(again.found ?? again.outcome).toBe(ok);
	},
);

it('a later try looks up what an earlier one may have created before it sends it again', async () => {
	const execution = {};
	const sent: string[] = [];
	const recording = (...outcomes: Parameters<typeof script>) => {
		const { sendOnce, ...others } = sender(...outcomes);
		const record = async (request: CashfreeRequest) => {
			sent.push(request.method);
			return await sendOnce();
		};
		return { ...others, sendOnce: record };
	};
	await tryOf(execution)('a', reconcilable, recording(lost, answered(403)));
	await tryOf(execution)('a', reconcilable, recording(answered(403)));
	const last = await tryOf(execution)('a', reconcilable, recording(missing, missing, ok));
	expect(sent.join(' ')).toBe('POST GET GET GET GET POST');
	expect(last.outcome).toBe(ok);
});

it('an unknown outcome is taken up by all later tries, until one settles it', async () => {
	const execution = {};
	await send(tryOf(execution), reconcilableNew, [lost, answered(403)]);
	await send(tryOf(execution), reconcilableNew, [refusal()]);
	const { found } = await tryOf(execution)('a', reconcilableNew, sender(ok));
	expect(found).toBe(ok);
	const settled = await send(tryOf({}), reconcilableNew, [lost, missing, missing, answered(400)]);
	expect(settled).toEqual(answered(400));
});

it.each([
	['was refused', reconcilableNew, [exists], [exists]],
	['was lost and then refused', reconcilable, [lost, missing, missing, answered(400)], [ok]],
])('a later try sends again what %s, as at first', async (_, request, before, after) => {
	const execution = {};
	await send(tryOf(execution), request, before);
	expect(await send(tryOf(execution), request, after)).toBe(after[0]);
});

it.each<[string, [number, boolean], boolean, string | undefined]>([
	['in another run of a loop', [1, true], true, 'a'],
	['in another execution', [0, true], false, 'a'],
	['without Retry On Fail', [0, false], true, 'a'],
	['under another name', [0, true], true, 'b'],
])('%s, all is sent', async (_, [runIndex, retryOnFail], isSame, name) => {
	const execution = {};
	await send(tryOf(execution, 0, retryOnFail), reconcilable, [ok]);
	const other = tryOf(isSame ? execution : {}, runIndex, retryOnFail);
	const again = answered(200, { again: true });
	expect(await send(other, reconcilable, [again], name)).toBe(again);
});

it('sends anew each time what creates nothing', async () => {
	const deliverOnce = tryOf({});
	const again = answered(200, { again: true });
	await deliverOnce(undefined, reconcilable, sender(ok));
	expect((await deliverOnce(undefined, reconcilable, sender(again))).outcome).toBe(again);
});
