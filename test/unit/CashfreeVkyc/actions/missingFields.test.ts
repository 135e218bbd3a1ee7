import type { IDataObject } from 'n8n-workflow';
import { MissingFields } from '../../../../nodes/CashfreeVkyc/actions/missingFields';
import { scriptedContext } from '../../../support/scriptedContext';

/** The hints after a run whose items had these responses. */
function hintsOf(responses: IDataObject[], ...paths: string[]) {
	const { context, hints } = scriptedContext({});
	const missingFields = new MissingFields();
	for (const response of responses) missingFields.look(response, paths);
	missingFields.addHint(context);
	return hints as Array<{ message: string }>;
}

const response: IDataObject = {
	status: 'RECEIVED',
	remarks: null,
	recording: null,
	user: { phone: '9988776655' },
	questions: [{ answer: 'Ravi' }],
	none: [],
};

it('tells nothing where each name leads to a field, be it null or in something that is empty', () => {
	const paths = ['status', 'remarks', 'user.phone', 'recording.sha256', 'questions[0].answer'];
	expect(hintsOf([response], ...paths, 'questions[4].answer', 'none[0].x', 'user')).toEqual([]);
});

it.each(['Status', 'statu', 'user.fone', 'user.phone.code', 'questions.answer', 'questions[0].x'])(
	'names %s, which leads nowhere',
	(path) => {
		expect(hintsOf([response, {}], 'status', path)).toEqual([
			{
				message: `No item has this field of 'Output Fields': '${path}'. Check the spelling, or see the names in the full response`,
				type: 'warning',
				location: 'outputPane',
			},
		]);
	},
);

it('tells nothing of a name that one item of many has', () => {
	expect(hintsOf([{}, {}, { explanation: 'x' }, {}], 'explanation')).toEqual([]);
});

it('tells nothing where no item succeeded, or no field is named', () => {
	expect(hintsOf([], 'statu')).toEqual([]);
	expect(hintsOf([response])).toEqual([]);
});

it('names all of a few in one hint, and the first ones of many, shortened', () => {
	const [few] = hintsOf([response], 'a', 'status', 'b');
	expect(few?.message).toContain("these fields of 'Output Fields': 'a', 'b'. ");
	const [many] = hintsOf([response], '<b>&x', 'y'.repeat(99), ...'cdefg');
	expect(many?.message).toContain(`: 'bx', '${'y'.repeat(60)}…', 'c', 'd', 'e' and 2 more. `);
});
