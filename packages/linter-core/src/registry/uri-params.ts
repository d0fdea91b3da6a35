import { TEL_URI_PARAMETERS, URI_PARAMETERS } from './generated/uri-params.js';
import { lookupByName } from './name-index.js';
import type { UriParameterDefinition } from './types.js';

export { TEL_URI_PARAMETERS, URI_PARAMETERS } from './generated/uri-params.js';

const lookupRegisteredName = lookupByName(URI_PARAMETERS);

/** A parameter of a SIP or SIPS URI. The registry writes the numbered ones of RFC 4240 as `param[n]`. */
export function lookupUriParameter(name: string): UriParameterDefinition | undefined {
  return lookupRegisteredName(/^param\d+$/i.test(name) ? 'param[n]' : name);
}

export const lookupTelUriParameter = lookupByName(TEL_URI_PARAMETERS);
