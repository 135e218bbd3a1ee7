export * as createSdkToken from './createSdkToken.operation';
export * as getRecording from './getRecording.operation';
export * as getStatus from './getStatus.operation';
export * as initiate from './initiate.operation';
