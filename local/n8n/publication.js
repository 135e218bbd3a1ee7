const { setTimeout: sleep } = require('node:timers/promises');

/**
 * Waits until n8n has done in the background what switching a workflow on or off asked for. Versions
 * of n8n that do it at once have no such state to ask for.
 *
 * @param {import('./rest').N8nRest} rest
 * @param {string} workflowId
 * @param {number} [timeoutMs] default 30 seconds
 * @throws with n8n's reason where a trigger could not be switched on
 */
async function waitForPublication(rest, workflowId, timeoutMs = 30_000) {
	const settings = await rest.request('GET', '/settings');
	if (!settings.useWorkflowPublicationService) return;
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const { status, triggers } = await rest.request(
			'GET',
			`/workflows/${workflowId}/publication-status`,
		);
		if (status === 'published' || status === 'not_published') return;
		if (status !== 'in_progress' || Date.now() > deadline) {
			const reasons = triggers.map((/** @type {any} */ { errorMessage }) => errorMessage);
			throw new Error(
				`n8n has not switched the workflow: ${reasons.filter(Boolean).join(' ') || status}`,
			);
		}
		await sleep(100);
	}
}

module.exports = { waitForPublication };
