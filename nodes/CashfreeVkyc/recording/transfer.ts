import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Clock } from '../transport/clock';
import type { DownloadFailure } from './downloadOutcome';

/** A stream as n8n stores it. */
export type ByteStream = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Uint8Array
>;

export interface TransferLimits {
	maxBytes: number;
	/** Milliseconds without a byte after which it is given up */
	timeout: number;
	/** Aborted when the run is stopped */
	stop: AbortSignal;
}

/** A stream without a listener for errors ends n8n's process with its first one. */
const ignore = () => {};

/** Milliseconds in which n8n's storage may delete what it contains of a download that was given up */
const cleanUpTime = 1000;

/** Whether the first bytes are those of a web page, XML or JSON, whatever type the answer states. */
const isDocument = (chunk: Uint8Array): boolean =>
	/^(?:\xEF\xBB\xBF)?\s*[<{[]/.test(String.fromCharCode(...chunk.subarray(0, 100)));

/** Counts and hashes the bytes of one download, and ends it when it breaks a limit. */
export class Transfer {
	/** Why it was given up; the first reason counts */
	failure: DownloadFailure | undefined;

	/** Whether the last byte has arrived, and no byte is missing */
	isWhole = false;

	bytes = 0;

	private readonly hash = createHash('sha256');

	private readonly controller = new AbortController();

	private body: ByteStream | undefined;

	/** Since when it waits for the network; not set while n8n's storage is at work */
	private waitingSince: number | undefined;

	private readonly onStop = () => void this.fail({ reason: 'stopped' });

	constructor(
		private readonly limits: TransferLimits,
		private readonly clock: Clock,
	) {
		this.waitingSince = clock.now();
		// a signal that is aborted already never says so again
		if (limits.stop.aborted) this.onStop();
		else limits.stop.addEventListener('abort', this.onStop);
		void this.watch();
	}

	/** Aborted at the end, be it good or bad */
	get signal(): AbortSignal {
		return this.controller.signal;
	}

	/** Rejects soon after the download is given up, also where n8n's storage hangs. */
	async givenUp(): Promise<never> {
		return await new Promise((_, reject) => {
			const give = async () => {
				if (!this.failure) return;
				await this.clock.sleep(cleanUpTime, undefined);
				reject(new Error(this.failure.reason));
			};
			this.signal.addEventListener('abort', () => void give());
		});
	}

	/** To be called once the answer has begun. */
	begin(body: ByteStream): void {
		this.body = body.on('error', ignore);
		if (this.failure) this.fail(this.failure);
	}

	/** @returns the reason that counts */
	fail(failure: DownloadFailure): DownloadFailure {
		this.failure ??= failure;
		this.close(new Error(this.failure.reason));
		return this.failure;
	}

	/** To be called once: no timer, no listener and no connection outlives the download. */
	end(): void {
		this.limits.stop.removeEventListener('abort', this.onStop);
		this.close();
	}

	/** The stream first: axios would emit an error on one that is open, which nobody could catch. */
	private close(reason?: Error) {
		this.body?.destroy(reason);
		this.controller.abort('over');
	}

	/** In hexadecimal digits; to be called once, at the end */
	sha256(): string {
		return this.hash.digest('hex');
	}

	/**
	 * The same bytes, for n8n to store. The stream ends only where all of them arrived: otherwise it
	 * breaks off with an error, so that n8n cannot take a part for the whole.
	 *
	 * @param length what the answer says; NaN where that is no number, which no body has
	 */
	meter(body: ByteStream, length: number): ByteStream {
		// Node.js' Readable, which a verified node may not import. Its `compose` is no way: it leaves errors
		// without a listener, and one of those ends n8n's process
		const { from } = body.constructor as unknown as {
			from(chunks: AsyncIterable<Uint8Array>): ByteStream;
		};
		const metered = from(this.pass(body, length));
		body.on('error', () => {
			// where n8n gave the stream up, its own error counts
			if (!metered.destroyed) this.fail({ reason: 'incomplete' });
		});
		return metered.on('error', ignore);
	}

	private async *pass(chunks: AsyncIterable<Uint8Array>, length: number) {
		const { maxBytes } = this.limits;
		for await (const chunk of chunks) {
			this.waitingSince = undefined;
			if (this.bytes === 0 && isDocument(chunk))
				this.fail({ reason: 'not_a_recording', status: 200 });
			this.bytes += chunk.length;
			if (this.bytes > maxBytes) this.fail({ reason: 'too_large' });
			else if (this.bytes > length) this.fail({ reason: 'incomplete' });
			if (this.failure) throw new Error(this.failure.reason);
			this.hash.update(chunk);
			yield chunk;
			this.waitingSince = this.clock.now();
		}
		this.waitingSince = undefined;
		if (this.bytes === 0) this.fail({ reason: 'empty' });
		else if (this.bytes !== length) this.fail({ reason: 'incomplete' });
		if (this.failure) throw new Error(this.failure.reason);
		this.isWhole = true;
	}

	/** Gives up once no byte has arrived for too long. */
	private async watch(): Promise<void> {
		const { timeout } = this.limits;
		while (!this.signal.aborted) {
			const now = this.clock.now();
			const left = timeout - (now - (this.waitingSince ?? now));
			if (left <= 0) this.fail({ reason: 'timeout' });
			else await this.clock.sleep(left, this.signal);
		}
	}
}
