import { PRIORITIES } from './generated/header-values.js';
import { lookupByName } from './name-index.js';

export { PRIORITIES } from './generated/header-values.js';

export const lookupPriority = lookupByName(PRIORITIES);
