import type { Editor } from './editor';
import type { Instance } from './instance';
import type { QueueInstance } from './queue';

/** `it`, or what counts the tests as skipped */
export type Declare = typeof it;

/** What the tests of the editor share, filled in before the first. */
export interface EditorShared {
	instance: Instance;
	editor: Editor;
}

/** What the tests of queue mode share, filled in before the first. */
export interface QueueShared {
	instance: QueueInstance;
}
