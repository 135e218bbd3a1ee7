import type { Body } from './body';
import type { Notification, User, Verification } from './records';
import { linkGenerated } from './steps';
import type { Step } from './steps';

const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/** Users and verifications, as Cashfree would hold them, with an index for each ID. */
export class State {
	/** By user_id. */
	users = new Map<string, User>();
	/** By verification_id. */
	verifications = new Map<string, Verification>();
	/** One for each message sent to a person. */
	notifications: Notification[] = [];
	#usersByReference = new Map<string, User>();
	#verificationsByReference = new Map<string, Verification>();
	#made = 0;

	/** @param now milliseconds since 1970 */
	constructor(readonly now: () => number) {}

	/** @returns the new user; the caller has made sure that the user ID is free */
	addUser({ phone, user_id, email, name, address }: Body): User {
		const number = 11000 + this.#made++;
		const user: User = {
			user_reference_id: number,
			user_id: user_id ?? `cf_user_${number}`,
			phone,
			email: email ?? null,
			name: name ?? null,
			address: address ?? null,
		};
		this.users.set(user.user_id, user);
		this.#usersByReference.set(String(number), user);
		return user;
	}

	/** @param ids the reference ID goes first */
	findUser(ids: { user_reference_id?: unknown; user_id?: unknown }): User | undefined {
		const { user_reference_id: reference, user_id: id } = ids;
		if (reference === undefined) return this.users.get(String(id));
		const user = this.#usersByReference.get(String(reference));
		return id === undefined || user?.user_id === id ? user : undefined;
	}

	/** @param largeIds reference IDs beyond 2^53, which a JavaScript number cannot hold */
	addVerification(user: User, body: Body, largeIds: boolean): Verification {
		const number = 1358 + this.#made++;
		const expiry = new Date(this.now() + thirtyDays).toISOString().slice(0, 10);
		const verification: Verification = {
			verification_id: body.verification_id,
			reference_id: largeIds ? 9007199254740993n + 2n * BigInt(number) : number,
			user_reference_id: user.user_reference_id,
			user_id: user.user_id,
			status: linkGenerated.status,
			sub_status: linkGenerated.sub_status,
			vkyc_link: `https://forms.cashfree.example/verification/s${number.toString(36)}`,
			link_expiry: `${expiry}T00:00:00.000Z`,
			recorded: false,
			recording_size: null,
			recording_link: null,
			meeting_schedule: null,
			auditor_remarks: null,
			agent_remarks: null,
			aadhaar_details: body.aadhaar_details,
			security_questions: body.security_questions,
		};
		this.verifications.set(verification.verification_id, verification);
		this.#verificationsByReference.set(String(verification.reference_id), verification);
		for (const channel of body.notification_types ?? ['sms', 'whatsapp']) {
			this.notifications.push({ verification_id: verification.verification_id, channel });
		}
		return verification;
	}

	verificationByReference(reference: string) {
		return this.#verificationsByReference.get(reference);
	}

	/** @throws when there is no such verification */
	get(verificationId: string): Verification {
		const verification = this.verifications.get(verificationId);
		if (!verification) throw new Error(`There is no verification "${verificationId}".`);
		return verification;
	}

	/**
	 * @returns the verification, moved
	 * @throws when there is no such verification
	 */
	move(verificationId: string, step: Step): Verification {
		const { event: _event, ...fields } = step;
		return Object.assign(this.get(verificationId), fields);
	}

	clear() {
		this.users.clear();
		this.verifications.clear();
		this.#usersByReference.clear();
		this.#verificationsByReference.clear();
		this.notifications.length = 0;
		this.#made = 0;
	}
}
