import {
  CALL_INFO_PURPOSES,
  PRIVACY_VALUES,
  REASON_PROTOCOLS,
  SECURITY_MECHANISMS,
  WARN_CODES,
} from './generated/header-values.js';
import { lookupByName } from './name-index.js';
import type { WarnCodeDefinition } from './types.js';

export {
  CALL_INFO_PURPOSES,
  PRIVACY_VALUES,
  REASON_PROTOCOLS,
  SECURITY_MECHANISMS,
  WARN_CODES,
} from './generated/header-values.js';

export const lookupPrivacyValue = lookupByName(PRIVACY_VALUES);
export const lookupReasonProtocol = lookupByName(REASON_PROTOCOLS);
export const lookupSecurityMechanism = lookupByName(SECURITY_MECHANISMS);
export const lookupCallInfoPurpose = lookupByName(CALL_INFO_PURPOSES);

/** The registered code of a Warning header field; undefined for an unregistered one. */
export function lookupWarnCode(code: number): WarnCodeDefinition | undefined {
  return WARN_CODES.find((definition) => definition.code === code);
}
