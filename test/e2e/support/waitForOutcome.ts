import type { Workflow } from '../../../local/n8n/examples';
import { withCredential } from '../../../local/n8n/examples';
import { outputOf } from '../../../local/n8n/execution';
import type { SavedWorkflow } from '../../../local/n8n/rest';
import { readExamples } from './importing';
import type { Instance } from './instance';
import { rowsOf } from './tables';
import { until } from './waiting';
import { packageName } from './workflows';

/** What tells an approval from a rejection at the local Cashfree server, and in the workflows. */
const decisionWords = {
	approved: { sub_status: 'DESK_YES' },
	rejected: { sub_status: 'DESK_NO' },
};
const words = { approvedWhen: 'DESK_YES', rejectedWhen: 'DESK_NO' };

type Change = (workflow: Workflow) => Workflow;

/** Sets what the note in the workflow says: the credential, and the words in the nodes' options. */
const asItsNoteSays =
	(instance: Instance, more: object = {}): Change =>
	(workflow) => {
		const withKeys = withCredential(workflow, instance.credential, packageName);
		const nodes = withKeys.nodes.map((node) => {
			const parameters = node.parameters as { options?: { approvedWhen?: string } };
			if (parameters.options?.approvedWhen === undefined) return node;
			return {
				...node,
				parameters: { ...parameters, options: { ...parameters.options, ...words, ...more } },
			};
		});
		return { ...withKeys, nodes };
	};

async function importExample({ rest }: Instance, file: string, ...changes: Change[]) {
	const found = (await readExamples()).find((each) => each.file === file);
	if (!found) throw new Error(`${file} is not in the folder.`);
	const changed = changes.reduce((workflow, change) => change(workflow), found.workflow);
	const saved = await rest.createWorkflow(changed);
	await rest.activateWorkflow(saved);
	return saved;
}

const addressOf = ({ nodes }: SavedWorkflow, name: string) =>
	nodes.find((node) => node.name === name)?.webhookId;

/**
 * Imports the workflow that waits, and says how to start it and how its executions ended.
 *
 * @param changes of the workflow, beside what its note says
 * @param url where n8n takes forms
 */
export async function importStart(
	instance: Instance,
	changes: Change[] = [],
	url: string = instance.url,
) {
	const all = [asItsNoteSays(instance), ...changes];
	const workflow = await importExample(instance, 'wait-for-outcome-start.json', ...all);
	const executions = async () => await instance.rest.getExecutions({ workflowId: workflow.id });
	return {
		workflow,
		/** Fills in the form; the phone number is made from the number in the ID. */
		async submit(verificationId: string) {
			const phone = `99000${verificationId.replace(/\D/g, '').padStart(5, '0')}`;
			const body = new FormData();
			[verificationId, 'Asha Rao', phone].forEach((value, index) =>
				body.append(`field-${index}`, value),
			);
			const address = `${url}/form/${addressOf(workflow, 'Customer form')}`;
			const { status } = await fetch(address, { method: 'POST', body });
			if (status !== 200) throw new Error(`The form answered with HTTP ${status}.`);
		},
		/** Waits until so many executions are asleep. */
		asleep: async (count: number) =>
			await until(
				`${count} waiting executions`,
				async () => {
					const waiting = (await executions()).filter(({ status }) => status === 'waiting');
					return waiting.length === count ? waiting : undefined;
				},
				120_000,
			),
		/** Waits until all executions have ended, and gives each one's branch and how often it told. */
		async ends(count: number) {
			const ended = await until(
				`${count} ended executions`,
				async () => {
					const all = await executions();
					const open = all.some(({ status }) => ['new', 'running', 'waiting'].includes(status));
					return all.length === count && !open ? all : undefined;
				},
				180_000,
			);
			const read = await Promise.all(ended.map(({ id }) => instance.rest.waitForExecution(id)));
			return read
				.map((execution) => {
					const [told] = outputOf(execution, 'Tell operations');
					const runs = execution.data?.resultData.runData;
					return {
						id: String(told?.verification_id),
						branch: told?.subject,
						status: execution.status,
						told: runs?.['Tell operations']?.length,
						slept: runs?.Wait?.length ?? 0,
					};
				})
				.sort((one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }));
		},
	};
}

/** Registers the trigger of a workflow at the local Cashfree server, which then uses `words`. */
function register({ cashfree }: Instance, workflow: SavedWorkflow, url: string): string {
	const address = `${url}/webhook/${addressOf(workflow, 'Verification finished')}/webhook`;
	cashfree.set({ decisionWords });
	cashfree.webhooks.register(address);
	return address;
}

/**
 * Imports the workflow that wakes, and registers it. It takes repeated deliveries too, as several
 * webhook processes can.
 *
 * @param url where n8n takes deliveries
 */
export async function importResume(instance: Instance, url: string = instance.url) {
	const settings = asItsNoteSays(instance, { ignoreDuplicates: false });
	const workflow = await importExample(instance, 'wait-for-outcome-resume.json', settings);
	return { workflow, address: register(instance, workflow, url) };
}

/**
 * Imports the workflow that archives recordings in a folder, and registers it.
 *
 * @param url where n8n takes deliveries
 */
export async function importArchive(
	instance: Instance,
	folder: string,
	url: string = instance.url,
) {
	const intoFolder = (workflow: Workflow): Workflow =>
		JSON.parse(JSON.stringify(workflow).replace('/home/node/.n8n-files"', `${folder}"`));
	const settings = asItsNoteSays(instance);
	const workflow = await importExample(instance, 'archive-recording.json', settings, intoFolder);
	register(instance, workflow, url);
	return workflow;
}

/** @returns the rows of a verification where executions wait, or have waited */
export const waitingRows = async (instance: Instance, verificationId: string) =>
	(await rowsOf(instance, 'Video KYC waiting')).filter(
		({ verification_id }) => verification_id === verificationId,
	);
