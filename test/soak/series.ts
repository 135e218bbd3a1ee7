/** The memory of a process over time. */
export interface Series {
	process: string;
	samples: Array<{ minutes: number; mb: number }>;
}
