import type { Message, Via } from './message.js';
import { addressText, hostPortText, paramsText, uriText } from './uri.js';

/** How a stack writes header fields; all of it is the same to RFC 3261 §7.3.1. */
export interface Style {
  readonly names: 'usual' | 'lower' | 'upper' | 'compact';
  /** Several values of one name in one row. */
  readonly combines: boolean;
  /** Long values go on in a second line. */
  readonly folds: boolean;
}

export const USUAL: Style = { names: 'usual', combines: false, folds: false };

const COMPACT: ReadonlyMap<string, string> = new Map([
  ['Via', 'v'],
  ['From', 'f'],
  ['To', 't'],
  ['Call-ID', 'i'],
  ['Contact', 'm'],
  ['Content-Type', 'c'],
  ['Content-Length', 'l'],
  ['Supported', 'k'],
  ['Subject', 's'],
  ['Event', 'o'],
  ['Refer-To', 'r'],
  ['Referred-By', 'b'],
  ['Session-Expires', 'x'],
]);

export function render(message: Message, style: Style): string {
  const rows: string[] = [startLine(message)];
  const put = (name: string, value: string): void => void rows.push(row(name, value, style));
  const putAll = (name: string, values: readonly string[]): void => {
    if (values.length > 1 && style.combines) put(name, values.join(', '));
    else for (const value of values) put(name, value);
  };
  putAll('Via', message.vias.map(viaText));
  if (message.kind === 'request') {
    put('Max-Forwards', String(message.maxForwards));
    putAll('Route', message.routes.map(addressText));
  }
  putAll('Record-Route', message.recordRoutes.map(addressText));
  put('From', addressText(message.from));
  put('To', addressText(message.to));
  put('Call-ID', message.callId);
  put('CSeq', `${message.cseq} ${message.method}`);
  putAll(
    'Contact',
    message.contacts.map((contact) => (contact.uri.host === '*' ? '*' : addressText(contact))),
  );
  for (const [name, value] of message.others) put(name, value);
  const { body } = message;
  if (body) put('Content-Type', body.type);
  put('Content-Length', String(new TextEncoder().encode(body?.text ?? '').length));
  return `${rows.join('\r\n')}\r\n\r\n${body?.text ?? ''}`;
}

function startLine(message: Message): string {
  if (message.kind === 'request') return `${message.method} ${uriText(message.uri)} SIP/2.0`;
  return `SIP/2.0 ${message.status} ${message.reason}`;
}

function viaText({ transport, host, port, params }: Via): string {
  return `SIP/2.0/${transport} ${hostPortText(host, port)}${paramsText(params)}`;
}

/** A line may be folded wherever white space may stand; behind the last separator is one such place. */
function row(name: string, value: string, { names, folds }: Style): string {
  const folded =
    folds && value.length > 60 && !value.includes('"') ? value.replace(LAST_SEPARATOR, '$1\r\n $2') : value;
  return `${nameIn(name, names)}: ${folded}`;
}

const LAST_SEPARATOR = /(, ?|(?=;))([^;,]*)$/;

function nameIn(name: string, names: Style['names']): string {
  switch (names) {
    case 'lower':
      return name.toLowerCase();
    case 'upper':
      return name.toUpperCase();
    case 'compact':
      return COMPACT.get(name) ?? name;
    default:
      return name;
  }
}
