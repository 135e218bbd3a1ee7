import type { IDisplayOptions } from 'n8n-workflow';

/** When a field is shown: the values that other fields have then. */
export type Show = NonNullable<IDisplayOptions['show']>;
