import type { TextNode, Via } from '../nodes.js';
import { COMMA, SEMI, SLASH } from './codes.js';
import { elementEnd } from './display-name.js';
import { readParams } from './params.js';
import type { Reader } from './reader.js';
import { readSentBy } from './sent-by.js';
import { VIA_PARAMS } from './via-params.js';

/**
 * via-parm = sent-protocol LWS sent-by *( SEMI via-params ) (§20.42, §25.1). Returns undefined if the protocol or the
 * sent-by is missing; of a sent-by that is wrong the node holds what stands there.
 */
export function readVia(reader: Reader): Via | undefined {
  const start = reader.pos;
  const protocolName = reader.takeToken();
  const protocolVersion = protocolName && takeBehindSlash(reader);
  const transport = protocolVersion && takeBehindSlash(reader);
  if (!transport) return failElement(reader, start, 'via.protocol-malformed');
  const transportEnd = reader.pos;
  reader.skipLws();
  const code = reader.peek();
  if (code === SEMI || code === COMMA || code === -1) return failElement(reader, start, 'via.sent-by-missing');
  if (reader.pos === transportEnd) return failElement(reader, start, 'via.white-space-missing');
  const sentBy = readSentBy(reader);
  const params = readParams(reader, VIA_PARAMS);
  return { start, end: reader.pos, protocolName, protocolVersion, transport, sentBy, params };
}

/** SLASH token */
function takeBehindSlash(reader: Reader): TextNode | undefined {
  reader.skipLws();
  if (!reader.accept(SLASH)) return undefined;
  reader.skipLws();
  return reader.takeToken();
}

/** Reports what stands in front of the parameters. */
function failElement(reader: Reader, start: number, code: string): undefined {
  reader.pos = start;
  const end = elementEnd(reader);
  reader.pos = end;
  // An element of parameters only is reported at its first character.
  const stop = Math.max(end, start + 1);
  return reader.fail(code, start, stop, { found: reader.slice(start, stop) });
}
