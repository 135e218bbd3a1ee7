const { getEventListeners } = require('node:events');

/**
 * How many wait for this signal.
 *
 * @param {AbortSignal} signal
 */
const listenersOf = (signal) => getEventListeners(signal, 'abort').length;

module.exports = { listenersOf };
