import type { Workflow } from '../../../local/n8n/examples';
import type { Cashfree } from '../../../local/cashfree';
import type { SavedWorkflow } from '../../../local/n8n/rest';
import type { Feature } from './features';
import type { Instance } from './instance';
import type { Start } from './starts';
import { cashfree, runNode } from './workflows';
import { starts } from './starts';
import { addRows } from './tables';

type Step = Parameters<Cashfree['move']>[1];

interface Assignments {
	assignments: { assignments: { name: string; value: unknown }[] };
}

export interface Example {
	needs?: Feature;
	start: Start;
	send?: unknown;
	header?: { name: string; value: string };
	model?: string;
	prepare?: (instance: Instance, workflow: SavedWorkflow) => Promise<void>;
	set?: (workflow: Workflow) => Workflow;
	node?: string;
	output: object[];
}

const link = expect.stringMatching(/^https:\/\/forms\./);

/** Sends a link at Cashfree, as an earlier run would have, and takes the verification further. */
async function initiate(
	instance: Instance,
	verificationId: string,
	phone: string,
	steps: Step[] = [],
) {
	await runNode(instance, cashfree({ verificationId, phone }));
	for (const step of steps) instance.cashfree.move(verificationId, step);
}

/** Sets a value in the node 'Customer', as the note in the workflow says. */
function withCustomer(workflow: Workflow, values: Record<string, unknown>): Workflow {
	const nodes = structuredClone(workflow.nodes);
	const customer = nodes.find(({ name }) => name === 'Customer')?.parameters as Assignments;
	const { assignments } = customer.assignments;
	for (const [name, value] of Object.entries(values)) {
		const assignment = assignments.find((each) => each.name === name);
		if (!assignment) throw new Error(`The node 'Customer' does not set '${name}'.`);
		assignment.value = value;
	}
	return { ...workflow, nodes };
}

/**
 * Each file of examples/: what it needs of n8n (see `features`); the kind of its trigger and what is
 * sent there (see `starts`); the header by which its webhook knows who sends; what has to be so
 * before (`prepare`) or is to be set in the workflow (`set`); and what comes out of a node.
 */
export const examples: Record<string, Example> = {
	'ai-agent-tool.json': {
		start: 'chat',
		send: 'How far is the verification loan-9?',
		model: 'loan-9',
		prepare: async (instance) => await initiate(instance, 'loan-9', '9900000009'),
		node: 'AI agent',
		output: [{ output: expect.stringMatching(/"verification_id":"loan-9".*LINK_GENERATED/) }],
	},
	'archive-recording.json': {
		needs: 'tables',
		start: 'event',
		prepare: async (instance) => {
			await initiate(instance, 'loan-3', '9900000003', [{ status: 'EXPIRED', sub_status: 'OVER' }]);
		},
		send: {
			event_type: 'VKYC_USER_LINK_EXPIRED',
			event_time: '2026-11-20T10:00:00Z',
			version: 'v1',
			data: { verification_id: 'loan-3', user_id: 'loan-3' },
		},
		node: 'Nothing to keep',
		output: [{ verification_id: 'loan-3', recording: null }],
	},
	'crm-record-to-link.json': {
		needs: 'tables',
		start: 'webhook',
		header: { name: 'x-crm-key', value: 'crm-key-of-this-test' },
		send: { id: 'crm-1', stage: 'Video KYC', phone: '99000 00001', name: 'Asha Rao' },
		node: 'Answer',
		output: [{ record_id: 'crm-1', vkyc_link: link, vkyc_status: 'RECEIVED' }],
	},
	'events-to-records.json': {
		needs: 'tables',
		start: 'event',
		send: {
			event_type: 'VKYC_AUDITOR_REVIEW_COMPLETED',
			event_time: '2026-11-20T10:00:00Z',
			version: 'v1',
			data: { verification_id: 'loan-8', user_id: 'loan-8', status: 'DONE', sub_status: 'DECIDED' },
		},
		node: 'Tell operations',
		output: [{ verification_id: 'loan-8', subject: 'Auditor reviewed' }],
	},
	'form-to-link.json': {
		needs: 'tables',
		start: 'form',
		send: ['loan-7', 'Asha Rao', '99000 00007', 'asha@example.com'],
		node: 'Record',
		output: [{ verification_id: 'loan-7', status: 'RECEIVED', vkyc_link: link }],
	},
	'leads-table-to-links.json': {
		needs: 'tables',
		start: 'manual',
		async prepare(instance, workflow) {
			await starts.manual(instance, workflow);
			await addRows(instance, 'Video KYC leads', [
				{ lead_id: 'row-1', name: 'Asha Rao', phone: '9900000011' },
				{ lead_id: 'row-2', name: 'Vikram Singh', phone: 'unknown' },
			]);
		},
		node: 'Result: sent',
		output: [{ lead_id: 'row-1', result: 'sent', vkyc_link: link }],
	},
	'leads-to-links.json': {
		start: 'manual',
		output: ['lead-1001', 'lead-1002', 'lead-1003'].map((verification_id) => {
			return { verification_id, status: 'RECEIVED', vkyc_link: link };
		}),
	},
	'reconcile.json': {
		needs: 'tables',
		start: 'schedule',
		async prepare(instance, workflow) {
			await starts.schedule(instance, workflow);
			const sent = { status: 'RECEIVED', sub_status: 'LINK_GENERATED' };
			const expired = { ...sent, link_expiry: '2026-01-01T00:00:00.000Z' };
			await initiate(instance, 'loan-6', '9900000006', [expired]);
			const row = { verification_id: 'loan-6', user_id: 'loan-6' };
			await addRows(instance, 'Video KYC verifications', [row]);
		},
		node: 'Close the expired record',
		output: [{ verification_id: 'loan-6', reinitiated_as: 'loan-6-again' }],
	},
	'wait-for-outcome-resume.json': {
		needs: 'tables',
		start: 'event',
		send: {
			event_type: 'VKYC_USER_LINK_EXPIRED',
			event_time: '2026-11-20T10:00:00Z',
			version: 'v1',
			data: { verification_id: 'loan-5', user_id: 'loan-5' },
		},
		node: 'Note the event',
		output: [{ verification_id: 'loan-5', outcome: 'expired' }],
	},
	'wait-for-outcome-start.json': {
		needs: 'tables',
		start: 'form',
		send: ['loan-4', 'Asha Rao', '99000 00004'],
		set: (workflow) => withCustomer(workflow, { time_limit: '2026-01-01T00:00:00Z' }),
		node: 'Tell operations',
		output: [{ verification_id: 'loan-4', subject: 'No outcome in time' }],
	},
	'wait-for-result.json': {
		needs: 'tables',
		start: 'manual',
		set: (workflow) => withCustomer(workflow, { wait_minutes: 0.02, rounds: 2 }),
		node: 'Tell operations',
		output: [{ verification_id: 'loan-2041', subject: 'No result in time' }],
	},
};
