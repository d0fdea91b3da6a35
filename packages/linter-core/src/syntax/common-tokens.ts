import { METHODS } from '../registry/methods.js';

const SLOTS = 256;

/** Parameter names, protocol words and transports that nearly all messages hold. */
const FREQUENT = [
  ...['SIP', '2.0', 'UDP', 'TCP', 'TLS', 'SCTP', 'WS', 'WSS', 'udp', 'tcp', 'tls'],
  ...['branch', 'received', 'rport', 'maddr', 'ttl', 'alias', 'keep'],
  ...['tag', 'lr', 'transport', 'user', 'phone', 'method', 'expires', 'q', 'refresher'],
  ...['realm', 'nonce', 'username', 'uri', 'response', 'algorithm', 'MD5', 'cnonce', 'qop', 'nc', 'opaque', 'stale'],
  ...['timer', 'replaces', '100rel', 'path', 'gruu', 'outbound', 'application', 'sdp', '0', '70', '5060'],
];

const TOKENS_BY_SLOT = slots([...FREQUENT, ...METHODS.map(({ name }) => name)]);

/** The text of `[start, end)`. A token that is frequent is found without making a string of it. */
export function tokenAt(text: string, start: number, end: number): string {
  const length = end - start;
  if (length > 0) {
    const candidates = TOKENS_BY_SLOT[slotOf(text, start, end)];
    if (candidates) {
      for (const token of candidates) if (token.length === length && text.startsWith(token, start)) return token;
    }
  }
  return text.slice(start, end);
}

function slotOf(text: string, start: number, end: number): number {
  return ((end - start) * 31 + text.charCodeAt(start) * 4 + text.charCodeAt(end - 1)) & (SLOTS - 1);
}

function slots(tokens: readonly string[]): readonly (readonly string[] | undefined)[] {
  const bySlot: (string[] | undefined)[] = Array.from({ length: SLOTS }, () => undefined);
  for (const token of tokens) {
    const slot = slotOf(token, 0, token.length);
    const taken = bySlot[slot];
    if (taken) taken.push(token);
    else bySlot[slot] = [token];
  }
  return bySlot;
}
