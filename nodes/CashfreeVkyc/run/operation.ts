import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { OutputField } from '../../shared/output';
import type { Fault } from '../fields/fault';
import type { Send } from '../transport/client';

/** What an operation may ask of its item. */
export interface ItemFields {
	/** The workflow's time zone, e.g. `Asia/Kolkata` */
	timezone: string;
	/** The value of a parameter for this item, expressions resolved; `null` where it is not set. */
	get(parameter: string): unknown;
	/** The item's 'Options'; those that were not added are missing. */
	options: IDataObject;
	/** Makes the refusal of a field's value; `label` is the field's name on the screen. */
	fault(label: string): Fault;
}

/** Sends what was prepared for one item, and results in the JSON that goes to the next node. */
export type Prepared = (send: Send) => Promise<IDataObject>;

/** What a node can do for one item. */
export interface Operation {
	/** The fields of the form *Simplified*, at most ten, most useful first */
	simplified: readonly OutputField[];
	/**
	 * Reads and checks the item's fields and sends nothing; what it returns does the sending. So a
	 * faulty item is known before anything of the run was sent.
	 */
	prepare(fields: ItemFields): Prepared;
	/** What to tell about the items in the output panel */
	hints?(items: INodeExecutionData[], environment: string): string[];
}
