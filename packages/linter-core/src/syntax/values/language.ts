import { ALPHA, DIGIT, skipClass } from '../chars.js';
import type { TextNode, TokenValue } from '../nodes.js';
import { COMMA, HYPHEN, SEMI } from './codes.js';
import { readParams, trimmedEnd } from './params.js';
import { ACCEPT_PARAMS } from './qvalue.js';
import type { Reader } from './reader.js';

const LONGEST_SUBTAG = 8;

/** language = language-range *( SEMI accept-param ): an element of Accept-Language (§20.3, §25.1). */
export function readAcceptLanguage(reader: Reader): TokenValue {
  const range = takeElement(reader, SEMI);
  if (range.text !== '*') judgeTag(reader, range);
  const params = readParams(reader, ACCEPT_PARAMS);
  return { start: range.start, end: reader.pos, token: range, params };
}

/** language-tag = primary-tag *( "-" subtag ): an element of Content-Language (§20.13, §25.1). */
export function readLanguageTag(reader: Reader): TextNode {
  const tag = takeElement(reader, COMMA);
  judgeTag(reader, tag);
  return tag;
}

/** The text up to a comma or the given separator, without white space at its end. */
function takeElement(reader: Reader, separator: number): TextNode {
  const start = reader.pos;
  for (let code = reader.peek(); code !== -1 && code !== COMMA && code !== separator; code = reader.peek())
    reader.pos++;
  reader.pos = trimmedEnd(reader, start, reader.pos);
  return reader.node(start, reader.pos);
}

function judgeTag(reader: Reader, tag: TextNode): void {
  if (!isLanguageTag(tag.text)) reader.fail('language-tag.malformed', tag.start, tag.end, { found: tag.text });
}

/**
 * 1*8ALPHA *( "-" 1*8ALPHA ) (§25.1), with digits behind the first subtag, as in `es-419`: the language tags of today
 * (RFC 5646 §2.1).
 */
function isLanguageTag(text: string): boolean {
  let subtag = 0;
  for (let mask = ALPHA; ; mask = ALPHA | DIGIT) {
    const end = skipClass(text, subtag, text.length, mask);
    if (end === subtag || end - subtag > LONGEST_SUBTAG) return false;
    if (end === text.length) return true;
    if (text.charCodeAt(end) !== HYPHEN) return false;
    subtag = end + 1;
  }
}
