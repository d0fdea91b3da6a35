import { URI_SCHEMES } from './generated/uri-schemes.js';
import { lookupByName } from './name-index.js';

export { URI_SCHEMES } from './generated/uri-schemes.js';

export const lookupUriScheme = lookupByName(URI_SCHEMES);
