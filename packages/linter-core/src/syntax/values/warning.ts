import { classOf, DIGIT, HEX, isAll, LWS, skipClass, TOKEN } from '../chars.js';
import type { TextNode, WarningValue } from '../nodes.js';
import { COLON, COMMA, DOT, DQUOTE, LBRACKET, RBRACKET } from './codes.js';
import { acceptSp } from './date.js';
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
  let end = skipClass(text, 0, text.length, TOKEN);
  if (text.charCodeAt(0) === LBRACKET) {
    end = 1;
    while (
      (classOf(text.charCodeAt(end)) & HEX) !== 0 ||
      text.charCodeAt(end) === COLON ||
      text.charCodeAt(end) === DOT
    ) {
      end++;
    }
    if (text.charCodeAt(end++) !== RBRACKET) return false;
  }
  if (end === text.length) return true;
  return end > 0 && text.charCodeAt(end) === COLON && isAll(text, end + 1, text.length, DIGIT);
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
