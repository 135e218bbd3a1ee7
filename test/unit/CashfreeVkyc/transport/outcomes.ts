import type {
	Answer,
	RequestOutcome,
	NotSent,
	Unknown,
} from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import type {
	CashfreeRequest,
	Creates,
	Expected,
} from '../../../../nodes/CashfreeVkyc/transport/request';

/** Ends of a request, for the tests of this folder. */
export const answered = (status: number, body = {}, headers = {}): Answer => ({
	state: 'answered',
	status,
	headers,
	body,
});
export const ok = answered(200, { reference_id: 1 });
export const exists = answered(409, { code: 'verification_id_already_exists' });
export const missing = answered(404, { code: 'verification_id_not_found' });
export const refusal = (headers = {}) => answered(429, {}, headers);
export const refused: NotSent = { state: 'not_sent', code: 'ECONNREFUSED' };
export const lost: Unknown = { state: 'unknown', reason: 'connection_lost' };

/** For what is not about the content of an answer. */
export const anything: Expected = { what: 'anything', isIn: () => true };

export const lookUp: CashfreeRequest = {
	method: 'GET',
	path: '/vkyc',
	query: { verification_id: 'a-1' },
	expects: anything,
};

const creates = (changes: Partial<Creates>): CashfreeRequest => ({
	method: 'POST',
	path: '/vkyc',
	expects: anything,
	clearUp: "Use 'Get Status'.",
	creates: {
		id: 'a-1',
		lookUp,
		takesExisting: true,
		owner: () => 'same',
		otherOwner: { message: 'Another user has it', description: 'Take another ID.' },
		compare: "Compare in 'Get Status'.",
		idLabel: 'Verification ID',
		labels: { user_id: 'User ID' },
		...changes,
	},
});

/** A request of each kind. */
export const read: CashfreeRequest = { method: 'GET', path: '/user', expects: anything };
export const change: CashfreeRequest = {
	method: 'PATCH',
	path: '/user',
	expects: anything,
	clearUp: 'Run it again.',
};
export const reconcilable = creates({});
export const reconcilableNew = creates({ takesExisting: false });
export const unsafe = creates({ id: undefined, lookUp: undefined, takesExisting: false });

/** Results in the given ends, one for each call. */
export function script(...outcomes: RequestOutcome[]) {
	const left = [...outcomes];
	return async () => {
		const outcome = left.shift();
		if (!outcome) throw new RangeError('The script is at its end.');
		return outcome;
	};
}
