import { transports } from './generated/header-values.js';
import { lookupByName } from './name-index.js';

export * from './generated/header-values.js';

/** A transport as Via names it, such as `TLS-SCTP`. */
export const lookupTransport = lookupByName(transports);
