import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import type { OutputField } from '../../shared/output';
import type { FieldError } from '../validation/fieldError';
import type { Send } from '../transport/client';
import type { Credential } from '../transport/credential';
import type { CashfreeRequest } from '../transport/request';

/** What an operation may ask of its item. */
export interface ItemFields {
	/** The workflow's time zone, e.g. `Asia/Kolkata` */
	timezone: string;
	/** The value of a parameter for this item, expressions resolved; `null` where it is not set. */
	get(parameter: string): unknown;
	/** The item's 'Options'; those that were not added are missing. */
	options: IDataObject;
	/** Makes the error of a field; `label` is the field's name on the screen. */
	fieldError(label: string): FieldError;
}

/** With what an item's file is downloaded. */
export interface DownloadRun {
	context: IExecuteFunctions;
	itemIndex: number;
	/** Sends another request of the item */
	send: Send;
	credential: Credential;
	/** Milliseconds */
	timeout: number;
	/** Aborted when the run has failed or is stopped */
	stop: AbortSignal;
}

/** What goes to the next node. */
export type ItemOutput = Pick<INodeExecutionData, 'json' | 'binary'>;

/** What an item asks of Cashfree. */
export interface Prepared {
	/** Sent one after the other, each only after the one before it succeeded */
	requests: readonly CashfreeRequest[];
	/** The JSON that goes to the next node, from the answers to the requests; else the last answer */
	output?(answers: readonly IDataObject[]): IDataObject;
	/** A hint for the output panel before anything is sent, once for all items that say the same */
	hint?: string | undefined;
	/** Downloads the item's file, in place of `output` */
	download?(answers: readonly IDataObject[], run: DownloadRun): Promise<ItemOutput>;
	/**
	 * Looks at the answers so far before the next request is sent
	 *
	 * @returns a hint for the output panel, once for all items that say the same
	 * @throws NodeOperationError where the next request must not be sent
	 */
	checkAnswers?(answers: readonly IDataObject[]): string | undefined;
	/** Adds to the refusal of a later request what the earlier ones left behind */
	afterFirst?(reason: unknown): unknown;
}

/** What a node can do for one item. */
export interface Operation {
	/** The fields of the form *Simplified*, at most ten, most useful first */
	simplified: readonly OutputField[];
	/** How many items at most are under way at the same time, whatever 'Max Concurrent Items' says */
	maxConcurrentItems?: number;
	/**
	 * Reads and checks the item's fields, and says what to send; sends nothing itself. So an invalid
	 * item, and the later of two that ask for different things under one ID, is known before it is sent.
	 * It is asked again when the item is sent: it says the same for the same values, and changes none.
	 */
	prepare(fields: ItemFields): Prepared;
	/**
	 * The hints about the items in the output panel
	 *
	 * @param environments of the credentials that the run was sent with, e.g. `sandbox`
	 */
	hints?(items: INodeExecutionData[], environments: ReadonlySet<string>): string[];
}

/** An operation, with its fields as the screen shows them. */
export interface ShownOperation extends Operation {
	description: readonly INodeProperties[];
}
