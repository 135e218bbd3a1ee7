import { Workflow } from 'n8n-workflow';
import type { INode, INodeParameters, INodeType, INodeTypes } from 'n8n-workflow';
import { CashfreeVkyc } from '../../../nodes/CashfreeVkyc/CashfreeVkyc.node';
import { CashfreeVkycTrigger } from '../../../nodes/CashfreeVkycTrigger/CashfreeVkycTrigger.node';
import { defaultEvents, eventOptions } from '../../../nodes/CashfreeVkycTrigger/events';

/** What n8n's editor shows below the name of a node with these parameters. */
function subtitleOf(nodeType: INodeType, parameters: INodeParameters) {
	const { description } = nodeType;
	const node: INode = {
		...{ id: '1', name: 'Node', type: description.name, typeVersion: 1, position: [0, 0] },
		parameters,
	};
	const nodeTypes = { getByNameAndVersion: () => nodeType } as unknown as INodeTypes;
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const { subtitle } = description;
	return workflow.expression.getSimpleParameterValue(node, subtitle, 'internal', {}, undefined);
}

describe('Below the name of the node', () => {
	const node = new CashfreeVkyc();
	const operations = node.description.properties.filter(({ name }) => name === 'operation');
	const chosen = operations.flatMap(({ displayOptions, options = [] }) =>
		options.flatMap((option) =>
			'value' in option
				? [[String(displayOptions?.show?.resource?.[0]), String(option.value)] as const]
				: [],
		),
	);

	it.each(chosen)('%s, %s stands in words', (resource, operation) => {
		const subtitle = subtitleOf(node, { resource, operation });
		expect(subtitle).toMatch(resource === 'user' ? /^[A-Z][a-z ]+: User$/ : /^[A-Z].*: Video KYC$/);
		expect(subtitle).not.toContain(operation);
	});

	it('the main operation says what it does', () => {
		const parameters = { resource: 'videoKyc', operation: 'initiate' };
		expect(subtitleOf(node, parameters)).toBe('Send link: Video KYC');
	});

	it('an operation that the node does not have stands as it is', () => {
		expect(subtitleOf(node, { resource: 'user', operation: 'erase' })).toBe('erase: user');
	});
});

describe('Below the name of the trigger', () => {
	const trigger = new CashfreeVkycTrigger();
	const shown = (events: INodeParameters['events'], verifySignature = true) =>
		subtitleOf(trigger, { events, verifySignature } as INodeParameters);

	it.each(eventOptions)('$value stands as $name', ({ value, name }) => {
		expect(shown([String(value)])).toBe(name);
	});

	it('two events stand by their labels, more by their number', () => {
		const [one = '', two = '', three = ''] = eventOptions.map(({ value }) => String(value));
		expect(shown([one, two])).toBe('Link Generated, Link Expired');
		expect(shown([one, two, three])).toBe('3 events');
		expect(shown([...defaultEvents])).toBe(`${defaultEvents.length} events`);
	});

	it('events in one text, as an expression may give them, are told apart, too', () => {
		expect(shown('VKYC_USER_CALL_QUEUED, *finished')).toBe('Call Queued, Verification Finished');
	});

	it('an event that is not in the list stands as it is', () => {
		expect(shown(['VKYC_NEW'])).toBe('VKYC_NEW');
	});

	it('a switched-off signature comes first', () => {
		expect(shown(['*finished'], false)).toBe('Signature not verified');
	});
});
