import { uriSchemes } from './generated/uri-schemes.js';
import { lookupByName } from './name-index.js';

export * from './generated/uri-schemes.js';

export const lookupUriScheme = lookupByName(uriSchemes);
