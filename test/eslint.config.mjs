import { toolsConfig } from '../eslint.tools.mjs';

export default toolsConfig;
