import { recordingError } from '../../../../nodes/CashfreeVkyc/errors/recordingError';
import type { DownloadFailure } from '../../../../nodes/CashfreeVkyc/recording/downloadOutcome';
import { node } from '../../../support/scriptedContext';

const ids = { verification_id: 'loan-7', reference_id: 12, status: 'SUCCESS', sub_status: 'DONE' };
const answer = { ...ids, recording_link: 'https://secret.example/a?X-Amz-Signature=s' };
const context = { node, itemIndex: 3, answer, maxBytes: 250_000_000, timeout: 45_000 };

const errorOf = (failure: DownloadFailure | 'none') => recordingError(failure, context);

/** Why a recording was not stored, what is said about it and what to do, and the item's code. */
it.each<[DownloadFailure, string, string, string]>([
	[{ reason: 'bad_link' }, 'a link', 'start with https://', 'not_downloaded'],
	[{ reason: 'no_connection' }, 'could not be reached', 'network and proxy', 'not_downloaded'],
	[
		{ reason: 'no_connection', code: 'ENOTFOUND' },
		'could not be reached (ENOTFOUND)',
		'network and proxy',
		'not_downloaded',
	],
	[
		{ reason: 'refused', status: 403 },
		'refused the download (HTTP 403)',
		'a new link each time',
		'not_downloaded',
	],
	[
		{ reason: 'redirect', status: 302 },
		'a redirect (HTTP 302), which is not followed',
		'network and proxy',
		'not_downloaded',
	],
	[{ reason: 'not_a_recording' }, 'A web page or an error', 'network and proxy', 'not_downloaded'],
	[{ reason: 'no_length' }, 'without its length', 'network and proxy', 'not_downloaded'],
	[{ reason: 'empty' }, 'is empty', 'Run this item again', 'not_downloaded'],
	[{ reason: 'incomplete' }, 'as a whole', 'no part of it', 'not_downloaded'],
	[{ reason: 'timeout' }, 'for 45 seconds', "Raise 'Timeout (Seconds)'", 'not_downloaded'],
	[{ reason: 'too_large' }, 'larger than 250 MB', "Raise 'Maximum Size (MB)'", 'too_large'],
	[
		{ reason: 'not_stored', code: 'ENOSPC' },
		'could not store the recording (ENOSPC)',
		"free space of n8n's storage",
		'not_stored',
	],
])('of %j: %s', (failure, message, description, code) => {
	const error = errorOf(failure);
	expect(error.message).toContain(message);
	expect(error.message).toMatch(/ \[item 3\]$/);
	expect(error.description).toContain(description);
	expect(error.context.data).toEqual({
		...{ code: `recording_${code}`, outcome: 'answered', ...ids },
		...(failure.status && { http_status: failure.status }),
	});
});

it('says what else can be done where there is no recording', () => {
	const { message, description, context: shown } = errorOf('none');
	expect(message).toBe('The verification has no recording yet [item 3]');
	expect(description).toContain("'If No Recording Exists'");
	expect(shown.data).toEqual({ code: 'no_recording', outcome: 'answered', ...ids });
});

it('has the code of a stopped run where it was stopped', () => {
	const { message, description, context: shown } = errorOf({ reason: 'stopped' });
	expect(message).toContain('stopped before the recording was downloaded');
	expect(description).toBe('Run this item again.');
	expect(shown.data).toMatchObject({ code: 'run_stopped' });
});

it.each<DownloadFailure['reason']>(['too_large', 'not_stored'])(
	'says where n8n keeps files, where it failed as %s',
	(reason) => {
		expect(errorOf({ reason }).description).toContain('N8N_DEFAULT_BINARY_DATA_MODE');
	},
);

it.each([{ reason: 'bad_link' }, { reason: 'refused', status: 403 }] as DownloadFailure[])(
	'never contains the link: %j',
	(failure) => {
		const { message, description, context: shown } = errorOf(failure);
		expect(JSON.stringify([message, description, shown])).not.toContain('secret.example');
	},
);
