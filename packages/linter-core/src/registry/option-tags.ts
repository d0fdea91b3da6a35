import { optionTags } from './generated/option-tags.js';
import { lookupByName } from './name-index.js';

export * from './generated/option-tags.js';

export const lookupOptionTag = lookupByName(optionTags);
