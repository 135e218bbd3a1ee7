import type { IDataObject } from 'n8n-workflow';

/** The details of an error, without those that nothing is known of. */
export const withoutUndefined = (details: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
