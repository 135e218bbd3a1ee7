import * as create from './create.operation';
import * as createOrGet from './createOrGet.operation';
import * as get from './get.operation';
import * as update from './update.operation';

/** In the order in which n8n lists them; the first is the default. */
export const user = { createOrGet, create, get, update };
