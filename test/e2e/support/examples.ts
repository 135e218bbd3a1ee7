import type { Workflow } from '../../../local/n8n/examples';
import type { Cashfree } from '../../../local/cashfree';
import type { SavedWorkflow } from '../../../local/n8n/rest';
import type { Feature } from './features';
import type { Instance } from './instance';
import type { Start } from './starts';
import { cashfree, runNode } from './workflows';
import { leadsFile, resultsOfLeads, resultsOfLeadsAgain, sentLeads } from './leadsFile';
import { starts } from './starts';
import { addRows } from './tables';

type Step = Parameters<Cashfree['move']>[1];

interface Assignments {
	assignments: { assignments: { name: string; value: unknown }[] };
}

interface Run {
	prepare?: (instance: Instance, workflow: SavedWorkflow) => Promise<void> | void;
	send?: unknown;
	node?: string;
	output?: object[];
	page?: RegExp;
}

export interface Example extends Run {
	needs?: Feature;
	start: Start;
	header?: { name: string; value: string };
	model?: string;
	set?: (workflow: Workflow) => Workflow;
	again?: Run[];
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
 * before (`prepare`) or is to be set in the workflow (`set`); what comes out of a node, and what the
 * last page of its form says (`page`); and the same of the runs that follow (`again`).
 */
export const examples: Record<string, Example> = {
	'ai-agent-tool.json': {
		start: 'chat',
		send: 'How far is the verification loan-9?',
		model: 'loan-9',
		prepare: async (instance) => await initiate(instance, 'loan-9', '9900000009'),
		node: 'AI agent',
		output: [{ output: expect.stringMatching(/LINK_GENERATED.*"verification_id":"loan-9"/) }],
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
	'daily-report.json': {
		needs: 'tables',
		start: 'schedule',
		async prepare(instance, workflow) {
			await starts.schedule(instance, workflow);
			const steps = [{ status: 'REJECTED', sub_status: 'INSUFFICIENT_BALANCE' }];
			await initiate(instance, 'loan-21', '9900000021');
			await initiate(instance, 'loan-22', '9900000022');
			await initiate(instance, 'loan-23', '9900000023', steps);
			await initiate(instance, 'loan-24', '9900000024', [{ status: 'NEW', sub_status: 'NEW' }]);
			const ids = ['loan-21', 'loan-22', 'loan-23', 'loan-24', 'loan-none'];
			const rows = ids.map((verification_id) => ({ verification_id }));
			const expired = { verification_id: 'loan-22', final_event: 'VKYC_USER_LINK_EXPIRED' };
			await addRows(instance, 'Video KYC verifications', [...rows.toSpliced(1, 1), expired]);
		},
		node: 'Tell operations',
		output: [
			{
				message: expect.stringMatching(
					/^expired: 1, failed: 1, not answered: \d, pending: 1, unknown: 1\. To look up: .*loan-24, loan-none$/,
				),
			},
		],
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
		page: /The link is on its way.*https:\/\/forms\./s,
		again: [
			{
				send: ['loan-7', 'Asha Rao', '99000 00007', ''],
				page: /This application had a link already.*https:\/\/forms\./s,
			},
			{
				send: ['loan-7', 'Asha Rao', '99000 00077', ''],
				page: /^(?!.*User ID).*The link was not sent.*of the workflow .New phone number/s,
			},
			{
				prepare: ({ cashfree: { move } }) => {
					move('loan-7', { status: 'PRE_VIDEO_CALL', sub_status: 'AADHAAR_VERIFICATION_EXPIRED' });
				},
				send: ['loan-7', 'Asha Rao', '99000 00007', ''],
				page: /This application had a link already.*https:\/\/forms\./s,
			},
			{
				prepare: ({ cashfree: { move } }) => {
					move('loan-7', { status: 'EXPIRED', sub_status: 'VKYC_EXPIRED' });
				},
				send: ['loan-7', 'Asha Rao', '99000 00007', ''],
				page: /^(?!.*https:\/\/forms\.).*This link has expired.*new Application Number, e\.g\. loan-7-2/s,
			},
			{
				send: ['loan-7-2', 'Asha Rao', '99000 00007', ''],
				page: /The link is on its way.*https:\/\/forms\./s,
			},
		],
	},
	'leads-file-to-links.json': {
		needs: 'tables',
		start: 'form',
		send: [leadsFile],
		node: 'Result',
		output: resultsOfLeads,
		page: /10 leads: 7 with a link, 3 without/,
		again: [
			{
				prepare: ({ cashfree: { move } }) => {
					move('file-1', { status: 'EXPIRED', sub_status: 'VKYC_EXPIRED' });
				},
				send: [leadsFile],
				node: 'Record',
				output: sentLeads.map((id) => ({ verification_id: id, vkyc_link: link })),
				page: /10 leads: 6 with a link, 4 without/,
			},
			{ send: [leadsFile], node: 'Result', output: resultsOfLeadsAgain },
		],
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
	'new-phone-number.json': {
		needs: 'tables',
		start: 'form',
		prepare: async (instance) => await initiate(instance, 'loan-31', '9900000031'),
		send: ['loan-31', 'Kiran Das', '99000 00032'],
		node: 'Close the old record',
		output: [
			{
				verification_id: 'loan-31',
				final_event: 'PHONE_NUMBER_CHANGED',
				reinitiated_as: 'loan-31-new-number',
			},
		],
		page: /The link is on its way/,
		again: [
			{
				send: ['loan-31', 'Kiran Das', '99000 00032'],
				page: /The new number had a link already/,
			},
			{
				send: ['loan-31', 'Kiran Das', '99000 00033'],
				page: /The link was not sent.*enter the Application Number loan-31-new-number\./s,
			},
			{
				prepare: ({ cashfree: { move } }) => {
					move('loan-31-new-number', { status: 'EXPIRED', sub_status: 'VKYC_EXPIRED' });
				},
				send: ['loan-31', 'Kiran Das', '99000 00032'],
				page: /This link has expired.*enter the Application Number loan-31-new-number\./s,
			},
		],
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
	'remind-before-expiry.json': {
		needs: 'tables',
		start: 'schedule',
		async prepare(instance, workflow) {
			await starts.schedule(instance, workflow);
			const link_expiry = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
			const soon = { status: 'RECEIVED', sub_status: 'LINK_GENERATED', link_expiry };
			await initiate(instance, 'loan-41', '9900000041', [soon]);
			await initiate(instance, 'loan-42', '9900000042');
			const row = (id: string) => ({ verification_id: id, user_id: id });
			const rows = ['loan-41', 'loan-41', 'loan-42'].map(row);
			await addRows(instance, 'Video KYC verifications', rows);
		},
		node: 'Your channel (stand-in)',
		output: [
			{
				verification_id: 'loan-41',
				phone: '9900000041',
				message: expect.stringContaining('https://'),
			},
		],
		again: [{ node: 'Your channel (stand-in)', output: [] }],
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
		output: [{ verification_id: 'loan-2061', subject: 'No result in time' }],
	},
};
