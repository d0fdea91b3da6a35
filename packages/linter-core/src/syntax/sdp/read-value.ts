import { hasPlaceholder } from '../chars.js';
import { Reader } from '../values/reader.js';
import { readFmtp, readGroup, readMid, readPositiveValue, readQuality, readRtpMap } from './attribute-grammars.js';
import type { ParsedLine, SdpAttribute, SdpLine } from './line.js';
import { readBandwidth, readConnection, readOrigin, readSessionKey, readText, readVersion } from './line-grammars.js';
import { readMediaDescription } from './media-grammar.js';
import { MEDIA_DIRECTIONS } from './nodes.js';
import { readRepetition, readTiming, readZones } from './time-grammars.js';

type ValueGrammar = (reader: Reader) => unknown;

const ATTRIBUTE_GRAMMARS: ReadonlyMap<string, ValueGrammar> = new Map<string, ValueGrammar>([
  ['rtpmap', readRtpMap],
  ['fmtp', readFmtp],
  ['ptime', (reader) => readPositiveValue(reader, 'sdp.ptime.value-malformed')],
  ['maxptime', (reader) => readPositiveValue(reader, 'sdp.maxptime.value-malformed')],
  ['framerate', (reader) => readPositiveValue(reader, 'sdp.framerate.value-malformed')],
  ['quality', readQuality],
  ['mid', readMid],
  ['group', readGroup],
]);

const DIRECTIONS: ReadonlySet<string> = new Set(MEDIA_DIRECTIONS);

/** Reads the value of a line by the grammar of its type. A line without a type, or of an unknown one, has none. */
export function readLineValue(line: SdpLine): ParsedLine<unknown> {
  const grammar = lineGrammar(line.type);
  return grammar ? readBy(grammar, line.text, line.valueStart, line.valueEnd) : UNREAD;
}

/** Reads the value of an attribute by the grammar of its name; text for a name without a grammar here. */
export function readAttributeValue(attribute: SdpAttribute): ParsedLine<unknown> {
  const { name, text, attributeValueStart: start, valueEnd: end } = attribute;
  const grammar = ATTRIBUTE_GRAMMARS.get(name);
  if (grammar) return readBy(grammar, text, start, end);
  const reader = new Reader(text, start, end);
  if (name !== '' && attribute.colon !== undefined) {
    const found = reader.slice(start, end);
    if (start === end) reader.tolerate('sdp.attribute.value-missing', attribute.valueStart, end, { name });
    else if (DIRECTIONS.has(name)) reader.tolerate('sdp.attribute.value-unexpected', start, end, { name, found });
  }
  return { value: reader.node(start, end), issues: reader.issues };
}

const UNREAD: ParsedLine<never> = { value: undefined, issues: [] };

function readBy(grammar: ValueGrammar, text: string, start: number, end: number): ParsedLine<unknown> {
  const reader = new Reader(text, start, end);
  const value = grammar(reader);
  if (reader.issues.length === 0 && reader.failures === 0) return { value, issues: reader.issues };
  // A placeholder may stand for any number of fields, so a line that holds one is only read where it fits its grammar.
  const issues = hasPlaceholder(text.slice(start, end)) ? UNREAD.issues : reader.issues;
  return { value: reader.failures > 0 ? undefined : value, issues };
}

function lineGrammar(type: string): ValueGrammar | undefined {
  switch (type) {
    case 'm':
      return readMediaDescription;
    case 'c':
      return readConnection;
    case 'b':
      return readBandwidth;
    case 'v':
      return readVersion;
    case 'o':
      return readOrigin;
    case 's':
      return (reader) => readText(reader, 'sdp.session-name.empty');
    case 'i':
      return (reader) => readText(reader, 'sdp.information.empty');
    case 'u':
      return (reader) => readText(reader, 'sdp.uri.empty');
    case 'e':
      return (reader) => readText(reader, 'sdp.email.empty');
    case 'p':
      return (reader) => readText(reader, 'sdp.phone.empty');
    case 't':
      return readTiming;
    case 'r':
      return readRepetition;
    case 'z':
      return readZones;
    case 'k':
      return readSessionKey;
    default:
      return undefined;
  }
}
