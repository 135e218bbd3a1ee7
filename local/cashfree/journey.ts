import type { Recordings } from './recordings';
import type { Verification } from './records';
import type { Settings } from './settings';
import type { State } from './state';
import { nextSteps, stepNamed } from './steps';
import type { Step } from './steps';
import type { Webhooks } from './webhooks';

/** What takes verifications further, as customer, agent and auditor would. */
export class Journey {
	constructor(
		private readonly state: State,
		private readonly settings: Settings,
		private readonly webhooks: Webhooks,
		private readonly recordings: Recordings,
	) {}

	/**
	 * Moves a verification to any status and sends the webhook that belongs to it.
	 * @throws when there is no such verification
	 */
	move = (verificationId: string, step: Step): Verification => {
		const verification = this.state.move(verificationId, step);
		const recording_link = this.recordings.linkOf(verification);
		this.webhooks.announce({ ...verification, recording_link }, step.event);
		return verification;
	};

	/**
	 * Takes a verification a step further, or to its end.
	 * @param name of `steps.ts`, in whatever status the verification is
	 * @param changes in place of what the step says, e.g. its event
	 * @throws when there is no such verification, or no such step
	 */
	step = (verificationId: string, name: string, changes: Partial<Step> = {}): Verification => {
		const step = stepNamed(name, this.state.now(), this.settings.decisionWords);
		return this.move(verificationId, { ...step, ...changes });
	};

	/**
	 * Takes the step that follows when all goes well.
	 * @throws when there is no such verification, or no further step
	 */
	advance = (verificationId: string): Verification => {
		const [name] = nextSteps(this.state.get(verificationId));
		if (!name) throw new Error(`The verification "${verificationId}" has no further step.`);
		return this.step(verificationId, name);
	};

	/**
	 * Gives a verification a recording, whatever its status.
	 * @param size bytes; absent: as the settings say
	 * @throws when there is no such verification
	 */
	record = (verificationId: string, { size }: { size?: number | undefined } = {}): Verification =>
		Object.assign(this.state.get(verificationId), {
			recorded: true,
			recording_size: size ?? null,
		});
}
