import type { NumberValue, TextNode } from '../nodes.js';
import { SLASH } from '../values/codes.js';
import type { Reader } from '../values/reader.js';
import { isToken } from './chars.js';
import type { MediaDescription } from './nodes.js';
import { failMalformed, failMissing, readNumber, readPositive, readWords, tokenOf, type WordCodes } from './words.js';

const MEDIA: WordCodes = {
  missing: 'sdp.media.field-missing',
  malformed: 'sdp.media.field-malformed',
  separator: 'sdp.media.separator',
};

const MEDIA_FIELDS = ['media', 'port', 'proto', 'fmt'] as const;

/** media-field (RFC 8866 §5.14): media SP port ["/" integer] SP proto 1*(SP fmt). */
export function readMediaDescription(reader: Reader): MediaDescription | undefined {
  const start = reader.pos;
  const words = readWords(reader, MEDIA);
  const [mediaWord, portWord, protocolWord] = words;
  if (!mediaWord || !portWord || !protocolWord || words.length < 4) {
    return failMissing(reader, start, MEDIA_FIELDS[words.length] ?? '', MEDIA);
  }
  const media = tokenOf(reader, mediaWord, 'media', MEDIA);
  let slash = portWord.start;
  while (slash < portWord.end && reader.text.charCodeAt(slash) !== SLASH) slash++;
  const port = readPort(reader, portWord.start, slash);
  const portCount = slash < portWord.end ? readPortCount(reader, slash + 1, portWord.end) : undefined;
  const protocol = readProtocol(reader, protocolWord);
  const formats = words.slice(3);
  const bad = formats.find((format) => !isToken(reader.units, format.start, format.end));
  if (bad) failMalformed(reader, bad, 'fmt', MEDIA);
  if (!media || !port || !protocol || bad) return undefined;
  return { start, end: reader.end, media, port, portCount, protocol, formats };
}

function readPort(reader: Reader, start: number, end: number): NumberValue | undefined {
  const port = readNumber(reader, start, end);
  if (!port) return failMalformed(reader, reader.node(start, end), 'port', MEDIA);
  if (port.value !== undefined && port.value > 65_535) {
    return reader.fail('sdp.media.port-range', start, end, { found: port.text });
  }
  return port;
}

/** The number of ports; the one defect of an m= line that leaves the rest of it clear is still a failure. */
function readPortCount(reader: Reader, start: number, end: number): NumberValue | undefined {
  return readPositive(reader, start, end) ?? failMalformed(reader, reader.node(start, end), 'number of ports', MEDIA);
}

/** proto = token *("/" token) */
function readProtocol(reader: Reader, word: TextNode): TextNode | undefined {
  let start = word.start;
  for (let at = start; at <= word.end; at++) {
    if (at < word.end && reader.text.charCodeAt(at) !== SLASH) continue;
    if (!isToken(reader.units, start, at)) return failMalformed(reader, word, 'proto', MEDIA);
    start = at + 1;
  }
  return word;
}
