import { STATUS_CODES } from './generated/status-codes.js';
import type { StatusCodeDefinition } from './types.js';

export * from './generated/status-codes.js';

const STATUS_CODE_BY_NUMBER: ReadonlyMap<number, StatusCodeDefinition> = new Map(
  STATUS_CODES.map((definition) => [definition.code, definition]),
);

/** The registered response code of a number; undefined for an unregistered one. */
export function lookupStatusCode(code: number): StatusCodeDefinition | undefined {
  return STATUS_CODE_BY_NUMBER.get(code);
}
