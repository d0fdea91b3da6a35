import type { Applicability } from './rule.js';

/** Whether a rule sees messages of a kind. `method` is the CSeq method of a response; undefined if it cannot be read. */
export function applies(
  to: Applicability | undefined,
  kind: 'request' | 'response',
  method: string | undefined,
  statusCode: number,
): boolean {
  if (!to) return true;
  if (to.kinds && !to.kinds.includes(kind)) return false;
  if (to.methods && (method === undefined || !to.methods.includes(method))) return false;
  if (to.statuses && (kind !== 'response' || !to.statuses.some((status) => matchesStatus(status, statusCode)))) {
    return false;
  }
  return true;
}

function matchesStatus(status: number | `${number}-${number}`, code: number): boolean {
  if (typeof status === 'number') return status === code;
  const [first, last] = status.split('-');
  return Number(first) <= code && code <= Number(last);
}
