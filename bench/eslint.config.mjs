// JavaScript, since ESLint loads it as it is.
import { toolsConfig } from '../eslint.tools.mjs';

export default toolsConfig;
