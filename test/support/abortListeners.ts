import { getEventListeners } from 'node:events';

/** How many wait for this signal. */
export const listenersOf = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;
