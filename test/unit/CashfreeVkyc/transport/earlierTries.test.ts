import { ownCodes } from '../../../../nodes/CashfreeVkyc/transport/attempt';
import type { Attempt, CashfreeRequest } from '../../../../nodes/CashfreeVkyc/transport/attempt';
import { deliverOnceIn } from '../../../../nodes/CashfreeVkyc/transport/earlierTries';
import { node, scriptedContext } from '../../../support/scripted-context';
import {
	answered,
	change,
	exists,
	findable,
	findableNew,
	lost,
	missing,
	ok,
	refusal,
	script,
	single,
} from './attempts';

/** A try of a node in an execution, which n8n knows by an object of its own. */
const tryOf = (execution: object, runIndex = 0, retryOnFail = true) =>
	deliverOnceIn({
		...scriptedContext({}).context,
		getNode: () => ({ ...node, retryOnFail }),
		getContext: () => execution as never,
		getWorkflowDataProxy: () => ({ $thisRunIndex: runIndex }) as never,
	});

const later = { outcome: 'unknown', reason: 'refused later' } as const;
const notSent: Attempt = { outcome: 'not sent', code: ownCodes.rateLimit };
const times = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);

/** Sends nothing but what the script answers. */
const means = (...ends: Parameters<typeof script>) => ({
	send: script(...ends),
	pause: async () => undefined,
	isDown: () => false,
});
const send = async (
	deliverOnce: ReturnType<typeof tryOf>,
	request: CashfreeRequest,
	ends: Parameters<typeof script>,
	name: string | undefined = 'a',
) => (await deliverOnce(name, request, means(...ends))).end;

it('a later try of a run sends nothing again that was created', async () => {
	const execution = {};
	await send(tryOf(execution), findable, [ok]);
	expect(await send(tryOf(execution), findable, [])).toBe(ok);
});

it('a later try sends nothing again that may have been created and cannot be looked up', async () => {
	const execution = {};
	await send(tryOf(execution), single, [lost]);
	expect(await send(tryOf(execution), single, [])).toBe(lost);
});

it('a later try takes what exists after an unknown outcome, though it is not to be taken else', async () => {
	const execution = {};
	const unclear = answered(403);
	expect(await send(tryOf(execution), findableNew, [lost, unclear])).toBe(lost);
	const { end, found } = await tryOf(execution)('a', findableNew, means(exists, ok));
	expect([end, found]).toEqual([{ ...exists, ...later }, ok]);
});

it.each<[string, CashfreeRequest, Attempt[], Attempt]>([
	['was not sent', findableNew, [notSent], lost],
	['met the rate limit', findableNew, [refusal()], { ...refusal(), ...later }],
	['was refused', findable, [answered(400)], { ...answered(400), ...later }],
	['was refused, of a change', change, [answered(400)], { ...answered(400), ...later }],
	['was not sent, of a change', change, [notSent], lost],
	['exists unseen', findableNew, [exists, answered(403)], { ...exists, ...later }],
])('an unknown outcome stays unknown where a later try %s', async (_, request, ends, end) => {
	const execution = {};
	const unclear = request === change ? times(20, lost) : [lost, answered(403)];
	await send(tryOf(execution), request, unclear);
	expect(await send(tryOf(execution), request, ends)).toEqual(end);
	expect(await send(tryOf(execution), request, [ok])).toBe(ok);
});

it('an unknown outcome is taken up by all later tries, until one settles it', async () => {
	const execution = {};
	await send(tryOf(execution), findableNew, [lost, answered(403)]);
	await send(tryOf(execution), findableNew, [refusal()]);
	const { found } = await tryOf(execution)('a', findableNew, means(exists, ok));
	expect(found).toBe(ok);
	const settled = await send(tryOf({}), findableNew, [lost, missing, missing, answered(400)]);
	expect(settled).toEqual(answered(400));
});

it.each([
	['was refused', findableNew, [exists], [exists]],
	['was lost and then refused', findable, [lost, missing, missing, answered(400)], [ok]],
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
	await send(tryOf(execution, 0, retryOnFail), findable, [ok]);
	const other = tryOf(isSame ? execution : {}, runIndex, retryOnFail);
	const again = answered(200, { again: true });
	expect(await send(other, findable, [again], name)).toBe(again);
});

it('sends anew each time what creates nothing', async () => {
	const deliverOnce = tryOf({});
	const again = answered(200, { again: true });
	await deliverOnce(undefined, findable, means(ok));
	expect((await deliverOnce(undefined, findable, means(again))).end).toBe(again);
});
