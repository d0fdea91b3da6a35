import { priorities } from './generated/header-values.js';
import { lookupByName } from './name-index.js';

export * from './generated/header-values.js';

export const lookupPriority = lookupByName(priorities);
