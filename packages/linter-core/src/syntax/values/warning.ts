import { classOf, DIGIT, isAll, LWS, skipClass, TOKEN } from '../chars.js';
import type { TextNode, WarningValue } from '../nodes.js';
import { COLON, COMMA, DQUOTE } from './codes.js';
import { acceptSp } from './date.js';
import { hostEnd, hostShape } from './host-shape.js';
import { skipToComma } from './list.js';
import { trimmedEnd } from './params.js';
import { readQuotedString } from './quoted-string.js';
import type { Reader } from './reader.js';

const CODE_LENGTH = 3;

/** warning-value = warn-code SP warn-agent SP warn-text (§20.43, §25.1). White space may precede a quoted string. */
export function readWarning(reader: Reader): WarningValue | undefined {
  const code = takeWord(reader);
  if (!code || code.text.length !== CODE_LENGTH || !isAll(code.text, 0, CODE_LENGTH, DIGIT)) {
    return failValue(reader, 'warning.code-malformed', code);
  }
  const isOneSp = acceptSp(reader);
  const agent = takeWord(reader);
  if (!agent)
    return failValue(reader, reader.peek() === DQUOTE ? 'warning.agent-missing' : 'warning.text-missing', code);
  if (!isOneSp) return failValue(reader, 'warning.separator', reader.node(code.end, agent.start));
  if (!isAgent(agent.text)) return failValue(reader, 'warning.agent-malformed', agent);
  reader.skipLws();
  if (reader.atEnd || reader.peek() === COMMA) {
    return failValue(reader, 'warning.text-missing', reader.node(code.start, agent.end));
  }
  if (reader.peek() !== DQUOTE || reader.pos === agent.end) return failValue(reader, 'warning.text-not-quoted');
  const text = readQuotedString(reader);
  return text && { start: code.start, end: reader.pos, code, agent, text };
}

/** What stands up to white space, a comma or a quote. */
function takeWord(reader: Reader): TextNode | undefined {
  const start = reader.pos;
  for (let code = reader.peek(); code !== -1 && code !== COMMA && code !== DQUOTE; code = reader.peek()) {
    if ((classOf(code) & LWS) !== 0) break;
    reader.pos++;
  }
  return reader.pos === start ? undefined : reader.node(start, reader.pos);
}

/** warn-agent = hostport / pseudonym (§25.1). It serves debugging only, so any token passes for a host name. */
function isAgent(text: string): boolean {
  if (isAll(text, 0, text.length, TOKEN)) return true;
  const end = hostEnd(text, 0, text.length, false);
  const hasPort = end < text.length && text.charCodeAt(end) === COLON;
  return isHost(text, end) && (end === text.length || (hasPort && isAll(text, end + 1, text.length, DIGIT)));
}

/** host, with what is tolerated of other hosts: underscores, and groups of an address above 255. */
function isHost(text: string, end: number): boolean {
  if (end === 0) return false;
  switch (hostShape(text, 0, end)) {
    case 'malformed':
    case 'number':
    case 'ipv6-bare':
    case 'ipv6-malformed':
      return false;
    default:
      return true;
  }
}

/** Reports a part of the value, by default its rest, and moves to the comma before the next value. */
function failValue(reader: Reader, code: string, part?: TextNode): undefined {
  const start = reader.pos;
  skipToComma(reader);
  while (!reader.atEnd && !isBeforeCode(reader)) {
    reader.pos++;
    skipToComma(reader);
  }
  const defect = part ?? reader.node(start, trimmedEnd(reader, start, reader.pos));
  return reader.fail(code, defect.start, defect.end, { found: defect.text });
}

/** True at a comma behind which a warn-code starts the next value, so that the comma is not one of an unquoted text. */
function isBeforeCode(reader: Reader): boolean {
  const start = skipClass(reader.text, reader.pos + 1, reader.end, LWS);
  const end = skipClass(reader.text, start, Math.min(start + CODE_LENGTH + 1, reader.end), DIGIT);
  return end === start + CODE_LENGTH;
}
