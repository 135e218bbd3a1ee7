import { verifyDelivery } from '../../../nodes/CashfreeVkycTrigger/signature';
import type { VerificationPolicy } from '../../../nodes/CashfreeVkycTrigger/signature';
import { vectors } from './vectors';

export const SECRET = 'test-client-secret';
export const MINUTE = 60 * 1000;
export const DAY = 24 * 60 * MINUTE;

export const [genuine] = vectors;
export const sentAt = Number(genuine?.timestamp);
export const signedHeaders = {
	'x-webhook-signature': genuine?.signature,
	'x-webhook-timestamp': genuine?.timestamp,
};

interface Changes {
	headers?: Record<string, unknown>;
	rawBody?: unknown;
	policy?: Partial<VerificationPolicy>;
	secrets?: string[] | ((maxAge: number) => Promise<string[]>);
}

/** Verifies the first vector, arriving at the moment it was sent, with what a test changes. */
export const verify = async ({
	headers = signedHeaders,
	rawBody = genuine?.rawBody,
	policy,
	secrets = [SECRET],
}: Changes) =>
	await verifyDelivery(
		{ headers, rawBody },
		{ now: sentAt, maximumAge: DAY, allowBodySignature: false, ...policy },
		typeof secrets === 'function' ? secrets : async () => secrets,
	);
