import { headerPresence, headerPresenceOverrides } from './generated/header-presence.js';
import type { CoreMethod, HeaderPresenceRow, Presence } from './types.js';

export * from './generated/header-presence.js';

/** A row with its `where` column read. */
interface PresenceMatcher {
  readonly methods: Readonly<Record<CoreMethod, Presence>>;
  readonly requests: boolean;
  /** Inclusive ranges of status codes. */
  readonly responses: readonly (readonly [from: number, to: number])[];
  /** How many status codes it covers: of two rows that match a response the narrower one counts. */
  readonly breadth: number;
}

let matchersByHeader: Map<string, PresenceMatcher[]> | undefined;

/**
 * What Tables 2 and 3 of RFC 3261 §20, with later texts, say about a header field in a message.
 *
 * @param header long name in its registered spelling
 * @param method of the request, or of the CSeq header field of the response
 * @param status of the response; undefined for a request
 * @returns undefined if the tables do not know the header field or have no column for the method; `-` also where no row of a
 *   known header field covers the message, such as Unsupported in a 200
 */
export function presenceOf(header: string, method: string, status?: number): Presence | undefined {
  if (!isCoreMethod(method)) return undefined;
  matchersByHeader ??= readPresenceTables();
  const matchers = matchersByHeader.get(header);
  if (!matchers) return undefined;
  for (const matcher of matchers) if (covers(matcher, status)) return matcher.methods[method] ?? '-';
  return '-';
}

const CORE_METHODS: ReadonlySet<string> = new Set(['ACK', 'BYE', 'CANCEL', 'INVITE', 'OPTIONS', 'REGISTER']);

function isCoreMethod(method: string): method is CoreMethod {
  return CORE_METHODS.has(method);
}

function covers({ requests, responses }: PresenceMatcher, status: number | undefined): boolean {
  if (status === undefined) return requests;
  for (const range of responses) if (status >= range[0] && status <= range[1]) return true;
  return false;
}

function readPresenceTables(): Map<string, PresenceMatcher[]> {
  const byHeader = new Map<string, PresenceMatcher[]>();
  // The sort is stable, so an override comes before a row of the tables that is as narrow.
  for (const row of [...headerPresenceOverrides(), ...headerPresence()]) {
    const matchers = byHeader.get(row.header);
    if (matchers) matchers.push(readRow(row));
    else byHeader.set(row.header, [readRow(row)]);
  }
  for (const matchers of byHeader.values()) matchers.sort((a, b) => a.breadth - b.breadth);
  return byHeader;
}

const ANY_RESPONSE = [100, 699] as const;

function readRow({ where, methods }: HeaderPresenceRow): PresenceMatcher {
  const requests = where === '' || where === 'R' || where === 'c';
  const responses = where === 'R' ? [] : where.split(',').map(statusRange);
  const breadth = responses.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return { methods, requests, responses, breadth };
}

/** `405`, `2xx`, `18x`, `300-699`; any other `where` (none, r, c, rc) means every response. */
function statusRange(where: string): readonly [number, number] {
  if (!/^\d/.test(where)) return ANY_RESPONSE;
  const [from = '', to = from] = where.split('-');
  return [Number(from.replaceAll('x', '0')), Number(to.replaceAll('x', '9'))];
}
