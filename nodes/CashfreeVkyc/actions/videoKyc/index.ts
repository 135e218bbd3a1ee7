import * as createSdkToken from './createSdkToken.operation';
import * as getRecording from './getRecording.operation';
import * as getStatus from './getStatus.operation';
import * as initiate from './initiate.operation';

/** In the order in which n8n lists them; the first is the default. */
export const videoKyc = { initiate, getStatus, getRecording, createSdkToken };
