import { stopOf } from '../../../../nodes/CashfreeVkyc/actions/stop';
import { listenersOf } from '../../../support/abortListeners';
import { scriptedContext } from '../../../support/scriptedContext';

const stopWith = (signal?: AbortSignal) => stopOf(scriptedContext({ signal }).context);

it('stops the run when it is told to, which is no cancelling', () => {
	const stop = stopWith(new AbortController().signal);
	expect(stop.signal.aborted).toBe(false);
	stop.now();
	expect(stop.signal.aborted).toBe(true);
	expect(stop.isCancelled()).toBe(false);
});

it('stops the run when n8n cancels it', () => {
	const cancel = new AbortController();
	const stop = stopWith(cancel.signal);
	expect(stop.isCancelled()).toBe(false);
	cancel.abort();
	expect(stop.signal.aborted).toBe(true);
	expect(stop.isCancelled()).toBe(true);
});

it('is stopped from the start where n8n cancelled the run before', () => {
	expect(stopWith(AbortSignal.abort()).signal.aborted).toBe(true);
});

it('does without a signal of an n8n that has none', () => {
	const context = { ...scriptedContext({}).context, getExecutionCancelSignal: undefined };
	const stop = stopOf(context as never);
	expect(stop.signal.aborted).toBe(false);
	expect(stop.isCancelled()).toBe(false);
	stop.release();
});

it('leaves no listener behind at n8n’s signal', () => {
	const { signal } = new AbortController();
	const stop = stopWith(signal);
	expect(listenersOf(signal)).toBe(1);
	stop.release();
	expect(listenersOf(signal)).toBe(0);
});
