import type { NumberValue, TextNode } from '../nodes.js';
import { COLON, SLASH } from '../values/codes.js';
import type { Reader } from '../values/reader.js';
import { type AddressCodes, readAddress } from './address.js';
import { isToken } from './chars.js';
import type { SdpIssueCode } from './issue-codes.js';
import type { Bandwidth, Connection, Origin, SdpAddress, SessionKey } from './nodes.js';
import {
  failMalformed,
  failMissing,
  numberOf,
  readNumber,
  readPositive,
  readWords,
  tokenOf,
  type WordCodes,
} from './words.js';

interface AddressLineCodes extends WordCodes, AddressCodes {
  readonly extraText: SdpIssueCode;
}

const ORIGIN: AddressLineCodes = {
  missing: 'sdp.origin.field-missing',
  malformed: 'sdp.origin.field-malformed',
  separator: 'sdp.origin.separator',
  extraText: 'sdp.origin.extra-text',
  addressMismatch: 'sdp.origin.address-mismatch',
  addressMalformed: 'sdp.origin.address-malformed',
  addressBracketed: 'sdp.origin.address-bracketed',
};

const CONNECTION: AddressLineCodes = {
  missing: 'sdp.connection.field-missing',
  malformed: 'sdp.connection.field-malformed',
  separator: 'sdp.connection.separator',
  extraText: 'sdp.connection.extra-text',
  addressMismatch: 'sdp.connection.address-mismatch',
  addressMalformed: 'sdp.connection.address-malformed',
  addressBracketed: 'sdp.connection.address-bracketed',
};

const ORIGIN_FIELDS = ['username', 'sess-id', 'sess-version', 'nettype', 'addrtype', 'unicast-address'] as const;

/** version-field (RFC 8866 §5.1): 1*DIGIT. */
export function readVersion(reader: Reader): NumberValue | undefined {
  const { pos, end } = reader;
  reader.pos = end;
  return (
    readNumber(reader, pos, end) ?? reader.fail('sdp.version.malformed', pos, end, { found: reader.slice(pos, end) })
  );
}

/** text, or another value that is not looked into; an empty one is the tolerated defect `emptyCode`. */
export function readText(reader: Reader, emptyCode: SdpIssueCode): TextNode {
  const { pos, end } = reader;
  if (pos === end) reader.tolerate(emptyCode, pos, end);
  reader.pos = end;
  return reader.node(pos, end);
}

/** origin-field (RFC 8866 §5.2): six fields. */
export function readOrigin(reader: Reader): Origin | undefined {
  const start = reader.pos;
  const words = readWords(reader, ORIGIN);
  const [username, sessionId, sessionVersion, networkType, addressType, address, extra] = words;
  if (!username || !sessionId || !sessionVersion || !networkType || !addressType || !address) {
    return failMissing(reader, start, ORIGIN_FIELDS[words.length] ?? '', ORIGIN);
  }
  if (extra) return failExtraWords(reader, username, words);
  const id = numberOf(reader, sessionId, 'sess-id', ORIGIN);
  const version = numberOf(reader, sessionVersion, 'sess-version', ORIGIN);
  const typed = readTypedAddress(reader, networkType, addressType, address, address.end, ORIGIN);
  if (!id || !version || !typed) return undefined;
  return {
    start,
    end: reader.end,
    username,
    sessionId: id,
    sessionVersion: version,
    networkType,
    addressType,
    address: typed,
  };
}

/** A username with blanks shows by the network type standing where it stands when the fields are counted from the end. */
function failExtraWords(reader: Reader, username: TextNode, words: readonly TextNode[]): undefined {
  const networkType = words.at(-3);
  const sessionId = words.at(-5);
  if (networkType?.text === 'IN' && sessionId && words[3]?.text !== 'IN') {
    const end = words[words.length - 6]?.end ?? username.end;
    return reader.fail('sdp.origin.username-blank', username.start, end, { found: reader.slice(username.start, end) });
  }
  const extra = words[6] ?? username;
  return reader.fail(ORIGIN.extraText, extra.start, reader.end, { found: reader.slice(extra.start, reader.end) });
}

/** connection-field (RFC 8866 §5.7): network type, address type and an address that may have a slash notation. */
export function readConnection(reader: Reader): Connection | undefined {
  const start = reader.pos;
  const [networkType, addressType, whole, extra] = readWords(reader, CONNECTION);
  if (!networkType || !addressType || !whole) {
    return failMissing(
      reader,
      start,
      !networkType ? 'nettype' : !addressType ? 'addrtype' : 'connection-address',
      CONNECTION,
    );
  }
  if (extra) {
    return reader.fail(CONNECTION.extraText, extra.start, reader.end, { found: reader.slice(extra.start, reader.end) });
  }
  const slash = slashIn(reader, whole);
  const address = readTypedAddress(reader, networkType, addressType, whole, slash, CONNECTION);
  if (!address) return undefined;
  const notation = readSlashNotation(reader, address, addressType, slash, whole.end);
  return { start, end: reader.end, networkType, addressType, address, ...notation };
}

function readTypedAddress(
  reader: Reader,
  networkType: TextNode,
  addressType: TextNode,
  address: TextNode,
  end: number,
  codes: AddressLineCodes,
): SdpAddress | undefined {
  const isClear = tokenOf(reader, networkType, 'nettype', codes) && tokenOf(reader, addressType, 'addrtype', codes);
  return isClear && readAddress(reader, address.start, end, addressType, codes);
}

function slashIn(reader: Reader, word: TextNode): number {
  let at = word.start;
  while (at < word.end && reader.text.charCodeAt(at) !== SLASH) at++;
  return at;
}

type SlashNotation = Pick<Connection, 'ttl' | 'count' | 'suffix'>;
const NO_NOTATION: SlashNotation = { ttl: undefined, count: undefined, suffix: undefined };

/**
 * `/ttl`, `/ttl/numaddr` behind an IPv4 multicast address and `/numaddr` behind an IPv6 one (RFC 8866 §5.7). The address is
 * clear whatever stands there, so all its defects are tolerated.
 */
function readSlashNotation(
  reader: Reader,
  address: SdpAddress,
  addressType: TextNode,
  slash: number,
  end: number,
): SlashNotation {
  const isIPv4 = addressType.text === 'IP4';
  if (slash === end) {
    if (address.kind === 'ipv4' && address.isMulticast) {
      reader.tolerate('sdp.connection.ttl-missing', address.start, address.end, { found: address.text });
    }
    return NO_NOTATION;
  }
  const suffix = reader.node(slash, end);
  const isLiteral = address.kind === 'ipv4' || address.kind === 'ipv6';
  if (isLiteral && !address.isMulticast) {
    reader.tolerate('sdp.connection.slash-on-unicast', slash, end, { found: suffix.text });
    return { ...NO_NOTATION, suffix };
  }
  let second = slash + 1;
  while (second < end && reader.text.charCodeAt(second) !== SLASH) second++;
  if (!isIPv4 && second < end) {
    reader.tolerate('sdp.connection.ttl-on-ip6', slash, end, { found: suffix.text });
    return { ...NO_NOTATION, suffix };
  }
  const ttl = isIPv4 ? readTimeToLive(reader, slash + 1, second) : undefined;
  const count = isIPv4
    ? second < end
      ? readCount(reader, second + 1, end)
      : undefined
    : readCount(reader, slash + 1, end);
  return { ttl, count, suffix };
}

function readTimeToLive(reader: Reader, start: number, end: number): NumberValue | undefined {
  const ttl = readNumber(reader, start, end);
  if (ttl && (ttl.value === undefined || ttl.value <= 255)) return ttl;
  reader.tolerate('sdp.connection.ttl-malformed', start, end, { found: reader.slice(start, end) });
  return undefined;
}

function readCount(reader: Reader, start: number, end: number): NumberValue | undefined {
  const count = readPositive(reader, start, end);
  if (!count) reader.tolerate('sdp.connection.count-malformed', start, end, { found: reader.slice(start, end) });
  return count;
}

/** bandwidth-field (RFC 8866 §5.8): bwtype ":" 1*DIGIT. */
export function readBandwidth(reader: Reader): Bandwidth | undefined {
  const { text, pos: start, end } = reader;
  let colon = start;
  while (colon < end && text.charCodeAt(colon) !== COLON) colon++;
  reader.pos = end;
  if (colon === end) {
    return reader.fail('sdp.bandwidth.colon-missing', start, end, { found: reader.slice(start, end) });
  }
  const type = reader.node(start, colon);
  const codes = { malformed: 'sdp.bandwidth.field-malformed' } as const;
  if (!isToken(reader.units, start, colon)) return failMalformed(reader, type, 'bwtype', codes);
  const bandwidth = readNumber(reader, colon + 1, end);
  if (!bandwidth) return failMalformed(reader, reader.node(colon + 1, end), 'bandwidth', codes);
  return { start, end, type, bandwidth };
}

/** key-field (RFC 8866 §5.12). It is obsolete and discarded, so its grammar is not judged. */
export function readSessionKey(reader: Reader): SessionKey {
  const { text, pos: start, end } = reader;
  let colon = start;
  while (colon < end && text.charCodeAt(colon) !== COLON) colon++;
  reader.pos = end;
  return { start, end, method: reader.node(start, colon), key: colon < end ? reader.node(colon + 1, end) : undefined };
}
