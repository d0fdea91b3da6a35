import { OPTION_TAGS } from './generated/option-tags.js';
import { lookupByName } from './name-index.js';

export { OPTION_TAGS } from './generated/option-tags.js';

export const lookupOptionTag = lookupByName(OPTION_TAGS);
