import { LinkSigner } from './recordingLink';
import type { LinkTimes } from './recordingLink';
import type { Verification } from './records';
import type { Settings } from './settings';
import type { State } from './state';

/** How many downloads of a recording have begun, and how many of them sent it as a whole. */
export interface Downloads {
	begun: number;
	completed: number;
}

export const recordingsPath = '/recordings';

/** What the server knows of the recordings: their links, sizes and downloads. */
export class Recordings {
	/** By verification_id. */
	downloads = new Map<string, Downloads>();
	/** How many downloads were under way at the same time, at most. */
	mostAtOnce = 0;
	#underWay = 0;
	#signer = new LinkSigner();

	constructor(
		private readonly state: State,
		private readonly settings: Settings,
		private readonly origin: () => string,
	) {}

	/** @returns a link made anew, the one that the verification was told to have, or null */
	linkOf({ recorded, recording_link: told, verification_id: id }: Verification) {
		if (!recorded || told !== null) return told;
		const path = `${recordingsPath}/${id}.mp4`;
		return (
			this.origin() + this.#signer.sign(path, this.state.now(), this.settings.recordingExpires)
		);
	}

	/** @returns undefined where this server did not make the link as it is */
	readLink(url: string): LinkTimes | undefined {
		return this.#signer.read(url);
	}

	/** @returns bytes */
	sizeOf({ recording_size: own }: Verification): number {
		return own ?? this.settings.recordingSize;
	}

	/** @returns what to call when the download has ended */
	begin({ verification_id: id }: Verification): (whole: boolean) => void {
		const downloads = this.downloads.get(id) ?? { begun: 0, completed: 0 };
		this.downloads.set(id, downloads);
		downloads.begun += 1;
		this.#underWay += 1;
		this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay);
		return (whole) => {
			this.#underWay -= 1;
			if (whole) downloads.completed += 1;
		};
	}

	/** @returns one row for each verification that has a recording */
	list() {
		const recorded = [...this.state.verifications.values()].filter((one) => one.recorded);
		return recorded.map((verification) => ({
			verification_id: verification.verification_id,
			size: this.sizeOf(verification),
			...(this.downloads.get(verification.verification_id) ?? { begun: 0, completed: 0 }),
		}));
	}

	clear() {
		this.downloads.clear();
		this.mostAtOnce = this.#underWay;
	}
}
