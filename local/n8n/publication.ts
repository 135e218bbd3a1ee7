import { setTimeout as sleep } from 'node:timers/promises';

/** A call of n8n's REST API, as `N8nRest` makes it. */
type Request = <Answer>(method: 'GET', path: string) => Promise<Answer>;

interface PublicationStatus {
	status: string;
	triggers: { errorMessage?: string }[];
}

/**
 * Waits until n8n has done in the background what switching a workflow on or off asked for. Versions
 * of n8n that do it at once have no such state to ask for.
 *
 * @param timeoutMs default 30 seconds
 * @throws with n8n's reason where a trigger could not be switched on
 */
export async function waitForPublication(request: Request, workflowId: string, timeoutMs = 30_000) {
	const settings = await request<{ useWorkflowPublicationService?: boolean }>('GET', '/settings');
	if (!settings.useWorkflowPublicationService) return;
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const path = `/workflows/${workflowId}/publication-status`;
		const { status, triggers } = await request<PublicationStatus>('GET', path);
		if (status === 'published' || status === 'not_published') return;
		if (status !== 'in_progress' || Date.now() > deadline) {
			const reasons = triggers.map(({ errorMessage }) => errorMessage);
			throw new Error(
				`n8n has not switched the workflow: ${reasons.filter(Boolean).join(' ') || status}`,
			);
		}
		await sleep(100);
	}
}
