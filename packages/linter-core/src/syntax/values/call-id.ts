import { classOf, LWS, skipClass, skipUnits, WORD } from '../chars.js';
import type { CallIdValue, TextNode } from '../nodes.js';
import { AT, COMMA, SEMI } from './codes.js';
import { NO_PARAMS, readParams, trimmedEnd } from './params.js';
import type { Reader } from './reader.js';

/** Call-ID = callid (§20.8, §25.1). */
export function readCallId(reader: Reader): CallIdValue | undefined {
  const callId = readWords(reader, reader.end, 'call-id');
  return callId && withParams(callId, NO_PARAMS);
}

/** An element of In-Reply-To (§20.21): callid, which holds no comma. */
export function readListedCallId(reader: Reader): CallIdValue | undefined {
  const callId = readWords(reader, nextOf(reader, COMMA), 'call-id');
  return callId && withParams(callId, NO_PARAMS);
}

/** callid *( SEMI param ): Replaces (RFC 3891 §6.1), Join (RFC 3911 §7.1), Target-Dialog (RFC 4538 §7). */
export function readCallIdParams(reader: Reader): CallIdValue | undefined {
  const callId = readWords(reader, nextOf(reader, COMMA, SEMI), 'class.call-id');
  const params = readParams(reader);
  return callId && withParams(callId, params);
}

function withParams({ start, end, text }: TextNode, params: CallIdValue['params']): CallIdValue {
  return { start, end, text, params };
}

/**
 * callid = word [ "@" word ], up to `end` without white space there. Quotes and brackets are plain characters of a word. A
 * callid that is not one is given all the same, as its text is clear.
 */
function readWords(reader: Reader, end: number, prefix: 'call-id' | 'class.call-id'): TextNode | undefined {
  const { text, units, pos: start } = reader;
  end = trimmedEnd(reader, start, end);
  reader.pos = end;
  let at = skipUnits(units, start, end, WORD);
  let isMissing = at === start;
  if (at < end && units[at] === AT) {
    const host = at + 1;
    at = skipUnits(units, host, end, WORD);
    isMissing ||= at === host;
  }
  if (at < end) {
    const defectEnd = endOfDefect(text, at, end);
    reader.fail(`${prefix}.invalid-character`, at, defectEnd, { found: text.slice(at, defectEnd) });
  } else if (isMissing) {
    reader.fail(`${prefix}.word-missing`, start, end, { found: text.slice(start, end) });
  }
  return start === end ? undefined : reader.node(start, end);
}

/** A second `@`, a stretch of white space, or one of other characters that no word holds. */
function endOfDefect(text: string, at: number, end: number): number {
  if (text.charCodeAt(at) === AT) return at + 1;
  const space = skipClass(text, at, end, LWS);
  if (space > at) return space;
  while (at < end && text.charCodeAt(at) !== AT && (classOf(text.charCodeAt(at)) & (WORD | LWS)) === 0) at++;
  return at;
}

/** The offset of the next of two characters, or the end. */
function nextOf(reader: Reader, character: number, other = character): number {
  const { text, end } = reader;
  let at = reader.pos;
  while (at < end && text.charCodeAt(at) !== character && text.charCodeAt(at) !== other) at++;
  return at;
}
