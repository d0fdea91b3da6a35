import type { NumberValue, TextNode } from '../nodes.js';
import { EQUAL, SEMI, SLASH } from '../values/codes.js';
import type { Reader } from '../values/reader.js';
import { isBlank, isToken, skipToken } from './chars.js';
import type { SdpIssueCode } from './issue-codes.js';
import type { Fmtp, FmtpParameter, MediaGroup, RtpMap } from './nodes.js';
import {
  failMalformed,
  failMissing,
  numberOf,
  readNumber,
  readPositive,
  readPositiveDecimal,
  readWords,
  tokenOf,
  type WordCodes,
} from './words.js';

const RTPMAP: WordCodes = {
  missing: 'sdp.rtpmap.field-missing',
  malformed: 'sdp.rtpmap.field-malformed',
  separator: 'sdp.rtpmap.separator',
};
const FMTP: WordCodes = {
  missing: 'sdp.fmtp.field-missing',
  malformed: 'sdp.fmtp.field-malformed',
  separator: 'sdp.fmtp.separator',
};
const GROUP: WordCodes = {
  missing: 'sdp.group.field-missing',
  malformed: 'sdp.group.field-malformed',
  separator: 'sdp.group.separator',
};

/** rtpmap-value (RFC 8866 §6.6): payload-type SP encoding-name "/" clock-rate [ "/" channels ]. */
export function readRtpMap(reader: Reader): RtpMap | undefined {
  const start = reader.pos;
  const [payloadWord, mapping, extra] = readWords(reader, RTPMAP);
  if (!payloadWord || !mapping)
    return failMissing(reader, start, payloadWord ? 'encoding name' : 'payload type', RTPMAP);
  const payloadType = numberOf(reader, payloadWord, 'payload type', RTPMAP);
  if (!payloadType) return undefined;
  if (extra) {
    return reader.fail('sdp.rtpmap.extra-text', extra.start, reader.end, {
      found: reader.slice(extra.start, reader.end),
    });
  }
  const encodingEnd = nextSlash(reader, mapping.start, mapping.end);
  const encoding = reader.node(mapping.start, encodingEnd);
  if (!isToken(reader.units, encoding.start, encodingEnd))
    return failMalformed(reader, encoding, 'encoding name', RTPMAP);
  if (encodingEnd === mapping.end) {
    const data = { payloadType: payloadWord.text, encoding: encoding.text };
    return reader.fail('sdp.rtpmap.clock-missing', encoding.start, encodingEnd, data);
  }
  const clockEnd = nextSlash(reader, encodingEnd + 1, mapping.end);
  const clockRate = readPositive(reader, encodingEnd + 1, clockEnd);
  if (!clockRate) return failMalformed(reader, reader.node(encodingEnd + 1, clockEnd), 'clock rate', RTPMAP);
  const isMono = clockEnd === mapping.end;
  const channels = isMono ? undefined : readPositive(reader, clockEnd + 1, mapping.end);
  if (!isMono && !channels) return failMalformed(reader, reader.node(clockEnd + 1, mapping.end), 'channels', RTPMAP);
  return { start, end: reader.end, payloadType, encoding, clockRate, channels };
}

function nextSlash(reader: Reader, start: number, end: number): number {
  let at = start;
  while (at < end && reader.text.charCodeAt(at) !== SLASH) at++;
  return at;
}

/** fmtp-value (RFC 8866 §6.15): fmt SP format-specific-params. */
export function readFmtp(reader: Reader): Fmtp | undefined {
  const { units, pos: start, end } = reader;
  const formatEnd = skipToken(units, start, end);
  reader.pos = end;
  if (start === end) return failMissing(reader, start, 'format', FMTP);
  if (formatEnd === start || (formatEnd < end && !isBlank(units[formatEnd] as number))) {
    let wordEnd = formatEnd;
    while (wordEnd < end && !isBlank(units[wordEnd] as number)) wordEnd++;
    return failMalformed(reader, reader.node(start, wordEnd), 'format', FMTP);
  }
  let params = formatEnd;
  while (params < end && isBlank(units[params] as number)) params++;
  if (params === end) return failMissing(reader, start, 'parameters', FMTP);
  if (params - formatEnd > 1) reader.tolerate(FMTP.separator, formatEnd, params);
  return { start, end, format: reader.node(start, formatEnd), params: reader.node(params, end) };
}

/**
 * The parameters of a format, divided at semicolons, blanks around them left out and empty ones skipped. That is how most
 * payload formats write them; telephone-event, red and others have lists of their own, each then one unnamed parameter.
 */
export function fmtpParameters({ params }: Fmtp): FmtpParameter[] {
  const found: FmtpParameter[] = [];
  const { text, start: base } = params;
  for (let from = 0; from < text.length; ) {
    let to = from;
    while (to < text.length && text.charCodeAt(to) !== SEMI) to++;
    const piece = trimmed(text, from, to);
    if (piece.end > piece.start) found.push(readFmtpParameter(text, base, piece.start, piece.end));
    from = to + 1;
  }
  return found;
}

function readFmtpParameter(text: string, base: number, start: number, end: number): FmtpParameter {
  let equal = start;
  while (equal < end && text.charCodeAt(equal) !== EQUAL) equal++;
  const node = (piece: { start: number; end: number }): TextNode => ({
    start: base + piece.start,
    end: base + piece.end,
    text: text.slice(piece.start, piece.end),
  });
  const isNamed = equal < end;
  return {
    start: base + start,
    end: base + end,
    name: isNamed ? node(trimmed(text, start, equal)) : undefined,
    value: node(isNamed ? trimmed(text, equal + 1, end) : { start, end }),
  };
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** ptime, maxptime and framerate (RFC 8866 §6.4, §6.5, §6.13): a number above zero. */
export function readPositiveValue(reader: Reader, code: SdpIssueCode): NumberValue | undefined {
  const { pos, end } = reader;
  reader.pos = end;
  return readPositiveDecimal(reader, pos, end) ?? reader.fail(code, pos, end, { found: reader.slice(pos, end) });
}

/** quality-value (RFC 8866 §6.14): zero-based-integer. */
export function readQuality(reader: Reader): NumberValue | undefined {
  const { pos, end } = reader;
  reader.pos = end;
  return (
    readNumber(reader, pos, end) ??
    reader.fail('sdp.quality.value-malformed', pos, end, { found: reader.slice(pos, end) })
  );
}

/** identification-tag of mid (RFC 5888 §4): a token. */
export function readMid(reader: Reader): TextNode | undefined {
  const { units, pos, end } = reader;
  reader.pos = end;
  if (isToken(units, pos, end)) return reader.node(pos, end);
  return reader.fail('sdp.mid.value-malformed', pos, end, { found: reader.slice(pos, end) });
}

/** group-attribute (RFC 5888 §5): semantics *(SP identification-tag). */
export function readGroup(reader: Reader): MediaGroup | undefined {
  const start = reader.pos;
  const [semantics, ...tags] = readWords(reader, GROUP);
  if (!semantics) return failMissing(reader, start, 'semantics', GROUP);
  if (!tokenOf(reader, semantics, 'semantics', GROUP)) return undefined;
  const bad = tags.find((tag) => !isToken(reader.units, tag.start, tag.end));
  if (bad) return failMalformed(reader, bad, 'identification-tag', GROUP);
  return { start, end: reader.end, semantics, tags };
}
