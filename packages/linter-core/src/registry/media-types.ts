import { mediaTypes } from './generated/media-types.js';
import { lookupByName } from './name-index.js';

export * from './generated/media-types.js';

/** By `type/subtype`. The table holds what an RFC or 3GPP defines: absence does not mean that a type is unregistered. */
export const lookupMediaType = lookupByName(mediaTypes);
