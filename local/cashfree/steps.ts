import { placeholders } from './statuses';

/** What a step changes of a verification, and the event that it sends. */
export interface Step {
	status: string;
	sub_status: string;
	/** absent: the one that belongs to the sub-status, if any */
	event?: string;
	link_expiry?: string;
	recorded?: boolean;
	recording_link?: string | null;
	meeting_schedule?: string | null;
	auditor_remarks?: string | null;
	agent_remarks?: string | null;
}

/** The words with which the API says what an auditor has decided; absent: placeholders. */
export interface DecisionWords {
	approved?: { status?: string; sub_status?: string };
	rejected?: { status?: string; sub_status?: string };
}

const before = (sub_status: string): Step => ({ status: 'PRE_VIDEO_CALL', sub_status });
const reviewed: Step = {
	...placeholders.auditorReviewed,
	event: 'VKYC_AUDITOR_REVIEW_COMPLETED',
	recorded: true,
};

/** The steps of a verification; the last five end it. */
const steps = {
	'link-generated': { status: 'RECEIVED', sub_status: 'LINK_GENERATED' },
	'aadhaar-verified': before('AADHAAR_VERIFICATION_SUCCESS'),
	'precheck-failed': before('USER_AUDIO_CHECK_FAILED'),
	'device-checked': before('USER_DEVICE_CHECK_SUCCESS'),
	'call-scheduled': before('USER_MEETING_SCHEDULED'),
	queued: before('USER_QUEUED'),
	'agent-assigned': before('AGENT_ASSIGNED_TO_USER'),
	'call-started': placeholders.callStarted,
	'call-dropped': placeholders.callDropped,
	'call-completed': {
		...placeholders.callCompleted,
		recorded: true,
		agent_remarks: 'All documents were shown in the call',
	},
	approved: { ...reviewed, auditor_remarks: 'Verification completed successfully' },
	rejected: { ...reviewed, auditor_remarks: 'The face is not the one on the document' },
	expired: { status: 'EXPIRED', sub_status: 'VKYC_EXPIRED' },
	failed: placeholders.failed,
	'insufficient-balance': { status: 'REJECTED', sub_status: 'INSUFFICIENT_BALANCE' },
} satisfies Record<string, Step>;

export type StepName = keyof typeof steps;

export const stepNames = Object.keys(steps) as StepName[];

export const linkGenerated: Step = steps['link-generated'];

/** What may follow; the first one is what follows when all goes well. */
const following: Partial<Record<StepName, StepName[]>> = {
	'link-generated': ['aadhaar-verified', 'expired', 'failed', 'insufficient-balance'],
	'aadhaar-verified': ['device-checked', 'precheck-failed', 'call-scheduled', 'expired', 'failed'],
	'precheck-failed': ['device-checked', 'expired', 'failed'],
	'device-checked': ['queued', 'call-scheduled', 'expired', 'failed'],
	'call-scheduled': ['queued', 'expired', 'failed'],
	queued: ['agent-assigned', 'expired', 'failed'],
	'agent-assigned': ['call-started', 'failed'],
	'call-started': ['call-completed', 'call-dropped', 'failed'],
	'call-dropped': ['call-started', 'expired', 'failed'],
	'call-completed': ['approved', 'rejected', 'failed'],
};

/** @returns the steps that may follow; none where the status is none of a step, or an end */
export function nextSteps({ status, sub_status }: Step): StepName[] {
	const present = stepNames.find(
		(name) => steps[name].status === status && steps[name].sub_status === sub_status,
	);
	return (present && following[present]) ?? [];
}

/**
 * @param now milliseconds
 * @throws when no step has this name
 */
export function stepNamed(name: string, now: number, words: DecisionWords | null): Step {
	if (!Object.hasOwn(steps, name)) {
		throw new Error(`No step is called "${name}". Steps: ${stepNames.join(', ')}`);
	}
	const step: Step = steps[name as StepName];
	const day = 24 * 60 * 60 * 1000;
	switch (name as StepName) {
		case 'approved':
		case 'rejected':
			return { ...step, ...words?.[name as 'approved' | 'rejected'] };
		case 'call-scheduled':
			return { ...step, meeting_schedule: new Date(now + day).toISOString() };
		case 'expired':
			return { ...step, link_expiry: new Date(now - (now % day)).toISOString() };
		default:
			return step;
	}
}
