import { authSchemes, digestAlgorithms } from './generated/auth.js';
import { lookupByName } from './name-index.js';

export * from './generated/auth.js';

export const lookupAuthScheme = lookupByName(authSchemes);
/** A value of the algorithm parameter of Digest, session variants and the AKA algorithms of IMS included. */
export const lookupDigestAlgorithm = lookupByName(digestAlgorithms);
