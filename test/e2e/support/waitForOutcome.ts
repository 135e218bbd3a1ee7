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

/** Sets what the note in the workflow says: the credential, and the words in a node's options. */
const asItsNoteSays =
	(instance: Instance, nodeName: string, options: object = {}): Change =>
	(workflow) => {
		const withKeys = withCredential(workflow, instance.credential, packageName);
		const nodes = withKeys.nodes.map((node) =>
			node.name === nodeName
				? { ...node, parameters: { ...(node.parameters as object), options } }
				: node,
		);
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

/** Imports the workflow that waits, and says how to start it and how its executions ended. */
export async function importStart(instance: Instance, ...changes: Change[]) {
	const settings = asItsNoteSays(instance, 'Get status', words);
	const workflow = await importExample(
		instance,
		'wait-for-outcome-start.json',
		settings,
		...changes,
	);
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
			const url = `${instance.url}/form/${addressOf(workflow, 'Customer form')}`;
			const { status } = await fetch(url, { method: 'POST', body });
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

/**
 * Imports the workflow that wakes, and registers it at the local Cashfree server. It takes repeated
 * deliveries too, as several webhook processes can.
 */
export async function importResume(instance: Instance, url: string = instance.url) {
	const options = { ...words, ignoreRepeats: false };
	const settings = asItsNoteSays(instance, 'Verification finished', options);
	const workflow = await importExample(instance, 'wait-for-outcome-resume.json', settings);
	const address = `${url}/webhook/${addressOf(workflow, 'Verification finished')}/webhook`;
	instance.cashfree.set({ decisionWords });
	instance.cashfree.webhooks.register(address);
	return { workflow, address };
}

/** @returns the rows of a verification where executions wait, or have waited */
export const waitingRows = async (instance: Instance, verificationId: string) =>
	(await rowsOf(instance, 'Video KYC waiting')).filter(
		({ verification_id }) => verification_id === verificationId,
	);
