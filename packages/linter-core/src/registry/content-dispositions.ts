import { contentDispositionParameters, contentDispositions, handlingValues } from './generated/content-dispositions.js';
import { lookupByName } from './name-index.js';

export * from './generated/content-dispositions.js';

export const lookupContentDisposition = lookupByName(contentDispositions);
export const lookupContentDispositionParameter = lookupByName(contentDispositionParameters);
export const lookupHandlingValue = lookupByName(handlingValues);
