import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const digits = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');

/** When a link was made and when it ends, in milliseconds. */
export interface LinkTimes {
	madeAt: number;
	expiresAt: number;
}

/**
 * Makes and checks links as S3 signs them in advance. The signature is one of this server, which
 * nobody else can make.
 */
export class LinkSigner {
	#secret = randomBytes(32);

	/**
	 * @param path of the recording
	 * @param madeAt milliseconds since 1970
	 * @param expires seconds
	 * @returns path and query, another one each time
	 */
	sign(path: string, madeAt: number, expires: number): string {
		const date = digits(madeAt);
		const query = new URLSearchParams({
			'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
			'X-Amz-Credential': `LOCAL/${date.slice(0, 8)}/ap-south-1/s3/aws4_request`,
			'X-Amz-Date': date,
			'X-Amz-Expires': String(expires),
			// the exact time too, since the date above knows whole seconds only
			'X-Amz-Security-Token': `${madeAt}.${randomBytes(12).toString('base64url')}`,
			'X-Amz-SignedHeaders': 'host',
		}).toString();
		return `${path}?${query}&X-Amz-Signature=${this.#signature(path, query)}`;
	}

	/** @returns undefined where this server did not make the link as it is */
	read(url: string): LinkTimes | undefined {
		const [, path = '', query = '', signature = ''] =
			/^([^?]*)\?(.*)&X-Amz-Signature=([^&]*)$/.exec(url) ?? [];
		const wanted = Buffer.from(this.#signature(path, query));
		const given = Buffer.from(signature);
		if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
		const values = new URLSearchParams(query);
		const madeAt = Number(values.get('X-Amz-Security-Token')?.split('.', 1)[0]);
		return { madeAt, expiresAt: madeAt + Number(values.get('X-Amz-Expires')) * 1000 };
	}

	#signature(path: string, query: string) {
		return createHmac('sha256', this.#secret).update(`${path}?${query}`).digest('hex');
	}
}
