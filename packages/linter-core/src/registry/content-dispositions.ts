import {
  CONTENT_DISPOSITION_PARAMETERS,
  CONTENT_DISPOSITIONS,
  HANDLING_VALUES,
} from './generated/content-dispositions.js';
import { lookupByName } from './name-index.js';

export {
  CONTENT_DISPOSITION_PARAMETERS,
  CONTENT_DISPOSITIONS,
  HANDLING_VALUES,
} from './generated/content-dispositions.js';

export const lookupContentDisposition = lookupByName(CONTENT_DISPOSITIONS);
export const lookupContentDispositionParameter = lookupByName(CONTENT_DISPOSITION_PARAMETERS);
export const lookupHandlingValue = lookupByName(HANDLING_VALUES);
