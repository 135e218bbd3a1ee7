export * as create from './create.operation';
export * as createOrGet from './createOrGet.operation';
export * as get from './get.operation';
export * as update from './update.operation';
