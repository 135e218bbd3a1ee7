import type {
	Answer,
	Attempt,
	CashfreeRequest,
	Creates,
	Expected,
	NotSent,
	Unknown,
} from '../../../../nodes/CashfreeVkyc/transport/attempt';

/** Ends of a request, for the tests of this folder. */
export const answered = (status: number, body = {}, headers = {}): Answer => ({
	outcome: 'answered',
	status,
	headers,
	body,
});
export const ok = answered(200, { reference_id: 1 });
export const exists = answered(409, { code: 'verification_id_already_exists' });
export const missing = answered(404, { code: 'verification_id_not_found' });
export const refusal = (headers = {}) => answered(429, {}, headers);
export const refused: NotSent = { outcome: 'not sent', code: 'ECONNREFUSED' };
export const lost: Unknown = { outcome: 'unknown', reason: 'connection lost' };

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
export const findable = creates({});
export const findableNew = creates({ takesExisting: false });
export const single = creates({ id: undefined, lookUp: undefined, takesExisting: false });

/** Results in the given ends, one for each call. */
export function script(...ends: Attempt[]) {
	const left = [...ends];
	return async () => {
		const end = left.shift();
		if (!end) throw new RangeError('The script is at its end.');
		return end;
	};
}
