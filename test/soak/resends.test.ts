import { checkResends, restartedIds } from './resends';
import type { Sent } from './resends';

const asked = (operation: string, values: Partial<Sent>): Sent => ({
	...{ operation, status: 200, body: null, query: {}, fault: null },
	...values,
});
const post = (id: string, values: Partial<Sent> = {}) =>
	asked('POST /vkyc', { body: { verification_id: id }, ...values });
const lost = (id: string) => post(id, { status: null, fault: 'take-then-cut' });
const lookUp = (id: string) => asked('GET /vkyc', { query: { verification_id: id } });

it.each([
	['requests sent once', [post('a'), post('b')], []],
	['one that met the rate limit', [post('a', { status: 429 }), post('a')], []],
	['a lost answer that was looked up', [lost('a'), lookUp('a')], []],
	['one sent again after a look-up', [lost('a'), lookUp('a'), post('a')], []],
	['one sent again by a run that started again', [post('a'), post('a', { status: 409 })], ['a']],
])('passes %s', (_what, requests, restarted) => {
	const { holds, faults } = checkResends(requests, new Set(restarted));
	expect({ holds, faults }).toEqual({ holds: true, faults: [] });
});

it.each([
	['a lost answer', [lost('a'), post('a', { status: 409 })]],
	['a refusal', [post('a', { status: 500 }), post('a')]],
	['a look-up of another', [lost('a'), lookUp('b'), post('a')]],
	['a look-up, twice', [lost('a'), lookUp('a'), post('a'), post('a')]],
])('fails on one sent again after %s', (_what, requests) => {
	const { holds, faults } = checkResends(requests, new Set(['b']));
	expect({ holds, faults }).toEqual({ holds: false, faults: ['a: sent again without a look-up'] });
});

it('counts what was lost and what was sent again', () => {
	const requests = [lost('a'), lookUp('a'), post('a'), post('b')];
	expect(checkResends(requests, new Set()).figures).toMatch(/^1 answers lost; 1 requests sent/);
});

it('knows the items of runs that n8n or a person has started again', () => {
	const run = (executionId: string | undefined, ...ids: string[]) => ({ executionId, ids });
	const runs = [run('7', 'a', 'b'), run('70', 'c'), run('8', 'd'), run(undefined, 'd')];
	const log = ['7', '70', '7', '8']
		.map((id) => `info Worker started execution ${id} (job ${id})\n`)
		.join('');
	expect([...restartedIds(runs, log, ['wait-1'])]).toEqual(['a', 'b', 'd', 'wait-1']);
	expect([...restartedIds([], '', [])]).toEqual([]);
});
