import { PARAM, skipUnits } from '../chars.js';
import type { Param, TextNode, Via } from '../nodes.js';
import { WordTable } from '../word-table.js';
import { COMMA, SEMI, SLASH, SP } from './codes.js';
import { elementEnd } from './display-name.js';
import { readParams, trimmedEnd } from './params.js';
import type { Reader } from './reader.js';
import { readSentBy } from './sent-by.js';
import { VIA_PARAMS } from './via-params.js';

/**
 * via-parm = sent-protocol LWS sent-by *( SEMI via-params ) (§20.42, §25.1). Returns undefined if the protocol or the
 * sent-by is missing; of a sent-by that is wrong the node holds what stands there.
 */
export function readVia(reader: Reader): Via | undefined {
  const start = reader.pos;
  const transport = readPlainProtocol(reader);
  const protocol = transport === undefined ? readProtocol(reader) : undefined;
  if (transport === undefined && !protocol) return failElement(reader, start, 'via.protocol-malformed');
  const transportEnd = reader.pos;
  reader.skipLws();
  const code = reader.peek();
  if (code === SEMI || code === COMMA || code === -1) return failElement(reader, start, 'via.sent-by-missing');
  if (reader.pos === transportEnd) return failElement(reader, start, 'via.white-space-missing');
  const sentBy = readSentBy(reader);
  const params = readParams(reader, VIA_PARAMS);
  if (protocol) return { start, end: reader.pos, ...protocol, sentBy, params };
  return new PlainVia(start, reader.pos, transport ?? '', sentBy, params);
}

type Protocol = Pick<Via, 'protocolName' | 'protocolVersion' | 'transport'>;

/** sent-protocol = protocol-name SLASH protocol-version SLASH transport */
function readProtocol(reader: Reader): Protocol | undefined {
  const protocolName = reader.takeToken();
  const protocolVersion = protocolName && takeBehindSlash(reader);
  const transport = protocolVersion && takeBehindSlash(reader);
  return transport && { protocolName, protocolVersion, transport };
}

const NAME = 'SIP';
const VERSION = '2.0';
/** Name and version that all Via values have, with the transports that nearly all have, found as one word. */
const PLAIN_PROTOCOLS = new WordTable(
  ['UDP', 'TCP', 'TLS', 'WS', 'WSS', 'SCTP'].map(
    (transport) => [`${NAME}/${VERSION}/${transport}`, transport] as const,
  ),
);

/** A Via whose protocol is a plain one: its parts are known by where it starts. */
class PlainVia implements Via {
  readonly #transport: string;

  constructor(
    readonly start: number,
    readonly end: number,
    transport: string,
    readonly sentBy: Via['sentBy'],
    readonly params: readonly Param[],
  ) {
    this.#transport = transport;
  }

  get protocolName(): TextNode {
    return { start: this.start, end: this.start + 3, text: NAME };
  }

  get protocolVersion(): TextNode {
    return { start: this.start + 4, end: this.start + 7, text: VERSION };
  }

  get transport(): TextNode {
    const start = this.start + 8;
    return { start, end: start + this.#transport.length, text: this.#transport };
  }
}

/** The transport of a plain protocol at the cursor; undefined for any other. */
function readPlainProtocol(reader: Reader): string | undefined {
  const { units, pos: start } = reader;
  const end = skipUnits(units, start, reader.end, PARAM);
  const transport = start < end ? PLAIN_PROTOCOLS.find(units, start, end) : undefined;
  if (transport !== undefined) reader.pos = end;
  return transport;
}

/** SLASH token */
function takeBehindSlash(reader: Reader): TextNode | undefined {
  reader.skipLws();
  if (!reader.accept(SLASH)) return undefined;
  reader.skipLws();
  return reader.takeToken();
}

/**
 * Reports the words up to the one where reading stopped, the cursor being there, or up to the last one in front of a gap;
 * reading goes on behind the element.
 */
function failElement(reader: Reader, start: number, code: string): undefined {
  const { text, end, pos } = reader;
  let stop = trimmedEnd(reader, start, pos);
  if (stop === pos) while (stop < end && !endsWord(text.charCodeAt(stop))) stop++;
  reader.pos = start;
  reader.pos = elementEnd(reader);
  // An element of parameters only is reported at its first character.
  stop = Math.max(stop, start + 1);
  return reader.fail(code, start, stop, { found: reader.slice(start, stop) });
}

function endsWord(code: number): boolean {
  return code <= SP || code === SEMI || code === COMMA;
}
