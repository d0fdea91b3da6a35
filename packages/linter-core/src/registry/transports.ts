import { TRANSPORTS } from './generated/header-values.js';
import { lookupByName } from './name-index.js';

export { TRANSPORTS } from './generated/header-values.js';

/** A transport as Via names it, such as `TLS-SCTP`. */
export const lookupTransport = lookupByName(TRANSPORTS);
