export { HEADER_FIELDS, isRegisteredHeader, lookupHeader } from './headers.js';
export type * from './types.js';
