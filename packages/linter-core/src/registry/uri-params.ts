import { telUriParameters, uriParameters } from './generated/uri-params.js';
import { lookupByName } from './name-index.js';
import type { UriParameterDefinition } from './types.js';

export * from './generated/uri-params.js';

const lookupRegisteredName = lookupByName(uriParameters);

/** A parameter of a SIP or SIPS URI. The registry writes the numbered ones of RFC 4240 as `param[n]`. */
export function lookupUriParameter(name: string): UriParameterDefinition | undefined {
  return lookupRegisteredName(/^param\d+$/i.test(name) ? 'param[n]' : name);
}

export const lookupTelUriParameter = lookupByName(telUriParameters);
