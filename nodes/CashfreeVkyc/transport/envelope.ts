import type { IDataObject } from 'n8n-workflow';

/** What Cashfree says where it says no; each part '' where it is missing or no text. */
export interface Envelope {
	code: string;
	type: string;
	message: string;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc, ErrorResponseSchema */
export const envelopeOf = ({ code, type, message }: IDataObject): Envelope => ({
	code: textOf(code),
	type: textOf(type),
	message: textOf(message),
});

/** Whether Cashfree says no in this. Others that answer in its place have a message at most. */
export function isRefusal(body: IDataObject): boolean {
	const { code, type } = envelopeOf(body);
	return code !== '' || type !== '';
}
