import { AUTH_SCHEMES, DIGEST_ALGORITHMS } from './generated/auth.js';
import { lookupByName } from './name-index.js';

export { AUTH_SCHEMES, DIGEST_ALGORITHMS } from './generated/auth.js';

export const lookupAuthScheme = lookupByName(AUTH_SCHEMES);
/** A value of the algorithm parameter of Digest, session variants and the AKA algorithms of IMS included. */
export const lookupDigestAlgorithm = lookupByName(DIGEST_ALGORITHMS);
