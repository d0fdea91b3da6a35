import {
  callInfoPurposes,
  privacyValues,
  reasonProtocols,
  securityMechanisms,
  warnCodes,
} from './generated/header-values.js';
import { lookupByName } from './name-index.js';
import type { WarnCodeDefinition } from './types.js';

export * from './generated/header-values.js';

export const lookupPrivacyValue = lookupByName(privacyValues);
export const lookupReasonProtocol = lookupByName(reasonProtocols);
export const lookupSecurityMechanism = lookupByName(securityMechanisms);
export const lookupCallInfoPurpose = lookupByName(callInfoPurposes);

/** The registered code of a Warning header field; undefined for an unregistered one. */
export function lookupWarnCode(code: number): WarnCodeDefinition | undefined {
  return warnCodes().find((definition) => definition.code === code);
}
