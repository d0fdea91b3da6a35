import type { Range } from '../../text/range.js';
import { DIGIT, skipClass, USER } from '../chars.js';
import type { Host, Port, SipUri, TextNode } from '../nodes.js';
import { AT, COLON, QUESTION, SEMI } from './codes.js';
import { type HostCodes, readHost } from './host.js';
import { hostEnd, isBareIPv6 } from './host-shape.js';
import { NO_PARAMS } from './params.js';
import { readPort } from './port.js';
import type { Reader } from './reader.js';
import { judgeCharacters } from './uri-characters.js';
import { NO_URI_HEADERS, readUriHeaders } from './uri-headers.js';
import { readUriParams, URI_HOST } from './uri-params.js';

/** Where no user part stands in front of it, a number is a user part without its `@`. */
const LONE_HOST: HostCodes = { ...URI_HOST, number: 'sip-uri.host-is-number' };
const PORT_CODES = { malformed: 'sip-uri.port-invalid', outOfRange: 'sip-uri.port-out-of-range' };

/**
 * SIP-URI = "sip:" [ userinfo ] hostport uri-parameters [ headers ], and SIPS-URI likewise (§19.1.1, §25.1): all of
 * `[start, end)`, with the colon of the scheme at `colon`. The cursor of the reader is not used.
 */
export function readSipUri(reader: Reader, start: number, colon: number, end: number): SipUri {
  const { text } = reader;
  const { failures, oddComponents } = reader;
  const secure = colon - start === 4;

  // userinfo = user [ ":" password ] "@"
  const userStart = colon + 1;
  let user: TextNode | undefined;
  let password: TextNode | undefined;
  let hostStart = userStart;
  const at = atSign(text, userStart, end);
  if (at >= 0) {
    let userEnd = skipClass(text, userStart, at, USER);
    if (userEnd < at) {
      reader.oddComponents++;
      while (userEnd < at && text.charCodeAt(userEnd) !== COLON) userEnd++;
      if (userEnd < at) password = reader.node(userEnd + 1, at);
    }
    user = reader.node(userStart, userEnd);
    hostStart = at + 1;
  }

  // hostport = host [ ":" port ]
  let hostStop = hostEnd(text, hostStart, end, true);
  let pos = hostStop;
  if (pos < end && text.charCodeAt(pos) === COLON) {
    pos = skipClass(text, pos + 1, end, DIGIT);
    if (hostStop === hostStart || !endsHostport(text, pos, end)) {
      while (!endsHostport(text, pos, end)) pos++;
      if (isBareIPv6(text, hostStart, pos)) hostStop = pos;
    }
  }
  let host: Host | undefined;
  let port: Port | undefined;
  if (hostStop === hostStart) {
    reader.fail('sip-uri.host-missing', start, hostStart, { uri: reader.slice(start, end) });
  } else {
    host = readHost(reader, hostStart, hostStop, at < 0 ? LONE_HOST : URI_HOST);
    if (user?.text === '') reader.fail('sip-uri.user-empty', user.start, at + 1);
    // Behind a host that is none, what follows its colon need not be a port.
    else if (pos > hostStop && reader.failures === failures) port = readPort(reader, hostStop + 1, pos, PORT_CODES);
  }

  // uri-parameters [ headers ]
  let params = NO_PARAMS;
  let headers = NO_URI_HEADERS;
  let headersRange: Range | undefined;
  if (pos < end) {
    const question = questionMark(text, pos, end);
    if (question > pos) params = readUriParams(reader, pos, question);
    if (question < end) {
      headersRange = { start: question, end };
      headers = readUriHeaders(reader, question, end);
    }
  }
  const uri: SipUri = {
    kind: 'sip',
    start,
    end,
    text: reader.slice(start, end),
    scheme: secure ? 'sips' : 'sip',
    secure,
    user,
    password,
    host,
    port,
    params,
    headers,
    headersRange,
  };
  if (reader.oddComponents > oddComponents && reader.failures === failures) judgeCharacters(reader, uri);
  return uri;
}

/**
 * The `@` that ends the userinfo, or -1. A user part may hold `;` and `?`, so it is the first one; of several in front of
 * the end of the hostport the last, the others being unescaped characters of the user part.
 */
function atSign(text: string, start: number, end: number): number {
  let at = -1;
  for (let pos = start; pos < end; pos++) {
    const code = text.charCodeAt(pos);
    if (code === AT) at = pos;
    else if (at >= 0 && (code === SEMI || code === QUESTION)) break;
  }
  return at;
}

function endsHostport(text: string, pos: number, end: number): boolean {
  if (pos >= end) return true;
  const code = text.charCodeAt(pos);
  return code === SEMI || code === QUESTION;
}

function questionMark(text: string, pos: number, end: number): number {
  while (pos < end && text.charCodeAt(pos) !== QUESTION) pos++;
  return pos;
}
