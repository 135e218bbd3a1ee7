import type { Declare, EditorShared } from '../support/shared';
import { cashfree, chain, node } from '../support/workflows';

const start = node('Start', 'n8n-nodes-base.manualTrigger');

const user = ['Identify User By', 'User ID'];
const aadhaar = [
	...['Name', 'Date of Birth', 'Gender', 'Care Of', 'Last Verified At', 'Photo Link'].map(
		(label) => `Aadhaar ${label}`,
	),
	...['House', 'Street', 'Village, Town or City', 'Post Office', 'Subdistrict'].map(
		(label) => `Address ${label}`,
	),
	...['District', 'State', 'PIN Code', 'Country'].map((label) => `Address ${label}`),
];

/** The fields of each operation as it is chosen, between 'Operation' and 'Output'. */
const fields: [string, string, Record<string, string>, string[]][] = [
	[
		'Video KYC',
		'Initiate',
		{},
		[
			...['Verification ID', 'Identify User By', 'Phone Number', 'User Details', 'User ID'],
			...['Notification Types', 'Aadhaar Details', 'User Template', 'Agent Template'],
			'Security Questions',
		],
	],
	[
		'Video KYC',
		'Initiate',
		{ identifyUserBy: 'User ID' },
		[
			...['Verification ID', ...user, 'Notification Types', 'Aadhaar Details'],
			...['User Template', 'Agent Template', 'Security Questions'],
		],
	],
	[
		'Video KYC',
		'Initiate',
		{ identifyUserBy: 'User Reference ID', aadhaarDetails: 'As Fields' },
		[
			...['Verification ID', 'Identify User By', 'User Reference ID', 'Notification Types'],
			...['Aadhaar Details', ...aadhaar],
			...['User Template', 'Agent Template', 'Security Questions'],
		],
	],
	['Video KYC', 'Get Status', {}, ['Identify Verification By', 'Verification ID']],
	[
		'Video KYC',
		'Get Status',
		{ identifyVerificationBy: 'Reference ID' },
		['Identify Verification By', 'Reference ID'],
	],
	[
		'Video KYC',
		'Create SDK Token',
		{},
		['App ID', 'Reference ID', 'Identifier Type', 'Identifier Value'],
	],
	['User', 'Create or Get', {}, ['User ID', 'Phone Number', 'Additional Fields']],
	['User', 'Create', {}, ['User ID', 'Phone Number', 'Additional Fields']],
	[
		'User',
		'Get',
		{ identifyUserBy: 'User Reference ID' },
		['Identify User By', 'User Reference ID'],
	],
	['User', 'Get', { identifyUserBy: 'User ID' }, user],
	['User', 'Update', {}, [...user, 'Update Fields']],
];

export const nodeTests = (it: Declare, shared: EditorShared) => {
	describe('A builder who looks for KYC', () => {
		const find = async () => {
			const { editor } = shared;
			await editor.openWorkflow('new');
			const found = await editor.search('kyc');
			await found.getByText('Cashfree VKYC', { exact: true }).click();
			await found.getByText('Triggers (13)').waitFor();
			return found;
		};

		it.each([
			...['verification', 'verify', 'video verification', 'digilocker', 'kyc link', 'lending'],
			...['onboarding', 'loan', 'ekyc', 'know your customer', 'aadhar', 'identity check'],
		])('finds it by the words "%s", too', async (words) => {
			const { editor } = shared;
			await editor.openWorkflow('new');
			const found = await editor.search(words);
			await found.getByText('Cashfree VKYC', { exact: true }).waitFor();
		});

		it('finds one entry with all triggers and actions', async () => {
			const { editor } = shared;
			const found = await find();
			await found.getByText('On any other Video KYC event', { exact: true }).waitFor();
			await editor.picture('node-search');
			await found.getByText('Triggers (13)').click();
			await found.getByText('Actions (8)').click();
			for (const name of ['Get a video KYC status', 'Create or get a user', 'Update a user']) {
				await found.getByText(name, { exact: true }).waitFor();
			}
			const shown = await found.innerText();
			expect(shown).toMatch(
				/Send a video KYC link[^]*Get a video KYC status[^]*Create or get a user/,
			);
			await editor.picture('actions');
		});

		it('adds an action, with the trigger that a first step needs', async () => {
			const { editor } = shared;
			await editor.page.getByText('Send a video KYC link', { exact: true }).click();
			await editor.panel.waitFor();
			await editor.closeNode();
			await editor.node('Send a video KYC link').waitFor();
			expect(await editor.page.getByTestId('canvas-node').count()).toBe(2);
		});

		it('adds the trigger for the event that was picked', async () => {
			const { editor } = shared;
			const found = await find();
			await found.getByText('On auditor review completed', { exact: true }).click();
			const events = editor.panel.getByTestId('parameter-input-events');
			await events.getByText('Auditor Review Completed').waitFor();
			expect(await events.locator('.el-tag').count()).toBe(1);
			await editor.closeNode();
			await editor.node('Cashfree VKYC Trigger').waitFor();
		});
	});

	describe('The fields of', () => {
		let opened: Promise<void> | undefined;

		const open = async () => {
			const { instance, editor } = shared;
			const workflow = chain('Fields', [start, cashfree({})], instance.credential);
			const { id } = await instance.rest.createWorkflow(workflow);
			await editor.openWorkflow(id);
			await editor.openNode('Cashfree');
		};

		const title = (resource: string, operation: string, choices: object) =>
			`${resource} > ${operation} ${Object.values(choices).join(', ')}`.trim();

		for (const [resource, operation, choices, expected] of fields) {
			it(`${title(resource, operation, choices)} are these and no others`, async () => {
				const { editor } = shared;
				opened ??= open();
				await opened;
				await editor.choose('resource', resource);
				await editor.choose('operation', operation);
				for (const [parameter, option] of Object.entries(choices)) {
					await editor.choose(parameter, option);
				}
				const last = ['Output', 'Options'];
				expect(await editor.labels()).toEqual(['Resource', 'Operation', ...expected, ...last]);
			});
		}
	});
};
