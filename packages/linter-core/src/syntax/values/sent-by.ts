import type { Host, Port, Via } from '../nodes.js';
import { COLON, COMMA, SEMI, SP } from './codes.js';
import { type HostCodes, readHost } from './host.js';
import { hostEnd, isBareIPv6 } from './host-shape.js';
import { readPort } from './port.js';
import type { Reader } from './reader.js';
import { readSoundHost, readSoundPort } from './sound-hostport.js';

const HOST_CODES: HostCodes = {
  malformed: 'via.sent-by-host-invalid',
  number: 'via.sent-by-host-invalid',
  ipv6Bare: 'via.sent-by-ipv6-not-bracketed',
  ipv6Malformed: 'via.sent-by-ipv6-malformed',
  ipv6Groups: 'via.sent-by-ipv6-groups',
  ipv4OutOfRange: 'via.sent-by-ipv4-invalid',
  underscore: 'via.sent-by-underscore',
};
const PORT_CODES = { malformed: 'via.sent-by-port-invalid', outOfRange: 'via.sent-by-port-out-of-range' };

/**
 * sent-by = host [ COLON port ] (§20.42, §25.1), the cursor at its first character; white space may surround the colon.
 * The defects of host and port have codes of their own here, other than in a URI.
 */
export function readSentBy(reader: Reader): Via['sentBy'] {
  return readPlainSentBy(reader) ?? readAnySentBy(reader);
}

/** A sent-by without white space and without any defect, as nearly all are. */
function readPlainSentBy(reader: Reader): Via['sentBy'] | undefined {
  const { text, units, end, pos: start } = reader;
  const host = readSoundHost(text, units, start, end);
  if (!host) return undefined;
  let stop = host.end;
  let port: Port | undefined;
  if (stop < end && units[stop] === COLON) {
    port = readSoundPort(text, units, stop + 1, end);
    if (!port) return undefined;
    stop = port.end;
  }
  if (stop < end && units[stop] !== SEMI && units[stop] !== COMMA) return undefined;
  reader.pos = stop;
  return new PlainSentBy(host, port);
}

class PlainSentBy {
  constructor(
    readonly host: Host,
    readonly port: Port | undefined,
  ) {}

  get start(): number {
    return this.host.start;
  }

  get end(): number {
    return this.port ? this.port.end : this.host.end;
  }
}

function readAnySentBy(reader: Reader): Via['sentBy'] {
  const { text, end, pos: start } = reader;
  let hostStop = hostEnd(text, start, end, false);
  if (hostStop < end && text.charCodeAt(hostStop) === COLON) {
    const wordStop = wordEnd(text, hostStop, end);
    if (isBareIPv6(text, start, wordStop)) hostStop = wordStop;
  }
  const { failures } = reader;
  const host: Host =
    hostStop > start ? readHost(reader, start, hostStop, HOST_CODES) : { kind: 'name', start, end: start, text: '' };
  if (hostStop === start) reader.fail('via.sent-by-host-missing', start, start + 1);
  reader.pos = hostStop;
  reader.skipLws();
  if (!reader.accept(COLON)) {
    reader.pos = hostStop;
    return { host, port: undefined, start, end: hostStop };
  }
  const colonEnd = reader.pos;
  reader.skipLws();
  const portStart = reader.pos;
  const portStop = wordEnd(text, portStart, end);
  // Of `host: ;branch=…` the port ends at the colon.
  const isEmpty = portStart === portStop;
  reader.pos = isEmpty ? colonEnd : portStop;
  // Behind a host that is none, what follows its colon need not be a port.
  const port =
    reader.failures === failures ? readPort(reader, isEmpty ? colonEnd : portStart, reader.pos, PORT_CODES) : undefined;
  return { host, port, start, end: reader.pos };
}

/** The end of a text without white space, `;` and `,`. */
function wordEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code <= SP || code === SEMI || code === COMMA) break;
    at++;
  }
  return at;
}
