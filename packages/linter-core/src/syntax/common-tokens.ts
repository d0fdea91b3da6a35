import { METHODS } from '../registry/methods.js';
import type { CodeUnits } from './code-units.js';
import { WordTable } from './word-table.js';

/** A token with its form for comparing, where case does not matter. */
export interface CommonToken {
  readonly text: string;
  /** In lower case. */
  readonly key: string;
}

/** Words of start lines and session descriptions, parameter names, protocol words and transports that nearly all messages hold. */
const FREQUENT = [
  ...['SIP/2.0', '100', '180', '183', '200', '202', 'OK', 'Trying', 'Ringing', 'Session Progress', 'Accepted'],
  ...['SIP', '2.0', 'UDP', 'TCP', 'TLS', 'SCTP', 'WS', 'WSS', 'udp', 'tcp', 'tls'],
  ...['branch', 'received', 'rport', 'maddr', 'ttl', 'alias', 'keep'],
  ...['tag', 'lr', 'transport', 'user', 'phone', 'method', 'expires', 'q', 'refresher', 'uac', 'uas'],
  ...['realm', 'nonce', 'username', 'uri', 'response', 'algorithm', 'MD5', 'cnonce', 'qop', 'nc', 'opaque', 'stale'],
  ...['timer', 'replaces', '100rel', 'path', 'gruu', 'outbound', 'application', 'sdp', '0', '70', '5060'],
  ...['rtpmap', 'fmtp', 'ptime', 'maxptime', 'sendrecv', 'sendonly', 'recvonly', 'inactive', 'rtcp', 'crypto'],
  ...['candidate', 'fingerprint', 'setup', 'mid', 'rtcp-mux', 'rtcp-fb', 'ssrc', 'ice-ufrag', 'ice-pwd', 'extmap'],
];

const TOKENS = new WordTable<CommonToken>(
  [...FREQUENT, ...METHODS.map(({ name }) => name)].map((text) => [text, { text, key: text.toLowerCase() }]),
);

/** The frequent token that `[start, end)` is, which is not empty; undefined for any other text. */
export function commonTokenAt(units: CodeUnits, start: number, end: number): CommonToken | undefined {
  return TOKENS.find(units, start, end);
}

/** The text of `[start, end)`. A token that is frequent is found without making a string of it. */
export function tokenAt(text: string, units: CodeUnits, start: number, end: number): string {
  return (start < end ? TOKENS.find(units, start, end)?.text : undefined) ?? text.slice(start, end);
}
