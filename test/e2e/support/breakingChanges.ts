import type { N8nRest } from '../../../local/n8n/rest';

interface Finding {
	ruleId: string;
	/** of a workflow: how many have it */
	nbAffectedWorkflows?: number;
}

interface Answer {
	report: { workflowResults: Finding[]; instanceResults: Finding[] };
	/** how many were looked at */
	totalWorkflows: number;
}

/** What n8n says of every n8n 2: how it was installed, and defaults that the package does not need. */
const ofEveryN8n2 = new Set([
	'docker-only-deployment-v3',
	'compression-node-limits-v3',
	'task-runner-task-timeout-v3',
	'workflow-import-url-removed-v3',
]);

/** @returns what n8n itself finds that n8n 3.0 breaks, beyond what it says of every n8n 2 */
export async function reportOnV3(rest: N8nRest) {
	const path = '/breaking-changes/report?version=v3';
	const { report, totalWorkflows } = await rest.request<Answer>('GET', path);
	const ofInstance = report.instanceResults.map(({ ruleId }) => ruleId);
	return {
		totalWorkflows,
		inWorkflows: report.workflowResults.map(({ ruleId }) => ruleId),
		inSettings: ofInstance.filter((ruleId) => !ofEveryN8n2.has(ruleId)),
	};
}
