import type { INodeProperties } from 'n8n-workflow';
import { CashfreeVkyc } from '../../../../nodes/CashfreeVkyc/CashfreeVkyc.node';
import { user } from '../../../../nodes/CashfreeVkyc/actions/user';
import { videoKyc } from '../../../../nodes/CashfreeVkyc/actions/videoKyc';

const ofAll = Object.entries({ user, videoKyc }).flatMap(([resource, operations]) =>
	Object.entries(operations).map(([name, { description }]) => ({ resource, name, description })),
);
const optionsOf = ({ description }: { description: INodeProperties[] }) =>
	description.filter(({ name }) => name === 'options');
const shownOptions = (optionsOf(videoKyc.initiate)[0]?.options ?? []) as INodeProperties[];

it.each(shownOptions.map((option) => [option.displayName, option] as const))(
	"explains '%s' as n8n's editor wants it",
	(displayName, { name, type, description }) => {
		expect(displayName).toMatch(/^[A-Z]/);
		expect(name).toMatch(/^[a-z]/);
		expect(type).toMatch(/^(boolean|json|number|options|string)$/);
		expect(description).toMatch(/^[A-Z].*[^.]$|^[A-Z].*\. .*\.$/);
	},
);

it.each(ofAll)(
	'are the last fields of $resource: $name, sorted by label',
	({ resource, name, description }) => {
		const [collection, whole] = description.slice(-2);
		expect(collection).toMatchObject({
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
		});
		for (const property of [collection, whole]) {
			expect(property?.displayOptions).toEqual({
				show: { resource: [resource], operation: [name] },
			});
		}
		const names = (collection?.options as INodeProperties[]).map(({ displayName }) => displayName);
		expect(names).toEqual(names.toSorted());
		expect(names).toContain('Timeout (Seconds)');
	},
);

it("have what is meant for 'Initiate' there only", () => {
	const own = ['additionalBodyFields', 'ifExists'];
	const having = ofAll.filter((operation) =>
		optionsOf(operation)[0]?.options?.some(({ name }) => own.includes(name)),
	);
	expect(having.map(({ name }) => name)).toEqual(['initiate']);
});

it('are no field of the node itself', () => {
	const { properties } = new CashfreeVkyc().description;
	expect(
		properties.filter(({ name, displayOptions }) => name === 'options' && !displayOptions),
	).toEqual([]);
});

it('returns a verification that exists, unless told otherwise', () => {
	const ifExists = shownOptions.find(({ name }) => name === 'ifExists');
	expect(ifExists).toMatchObject({ default: 'return', type: 'options' });
	expect(ifExists?.options).toEqual([
		{ name: 'Return It', value: 'return', description: expect.stringMatching(/same user/) },
		{ name: 'Stop With a Message', value: 'refuse' },
	]);
});
