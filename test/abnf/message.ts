import type { TestedField } from './fields.js';

/** A message of the corpus of these tests, valid but for what is put into it; an octet a character. */
export function messageWith({ name, method, status }: TestedField, row: string): string {
  const body = method === 'MESSAGE' ? 'hello' : '';
  const own: Readonly<Record<string, string>> = {
    Via: 'SIP/2.0/UDP a.example.com;branch=z9hG4bKabnf1',
    'Max-Forwards': '70',
    To: status ? '<sip:b@example.com>;tag=to1' : '<sip:b@example.com>',
    From: '<sip:a@example.com>;tag=from1',
    'Call-ID': 'abnf1@a.example.com',
    CSeq: `1 ${method}`,
    Contact: '<sip:a@192.0.2.1>',
    'Content-Type': 'text/plain',
    'Content-Length': String(body.length),
  };
  const isPresent = (other: string) =>
    other !== name && (other !== 'Content-Type' || body !== '') && (other !== 'Max-Forwards' || !status);
  const rows = Object.entries(own).filter(([other]) => isPresent(other));
  const startLine = status ? `SIP/2.0 ${status} ` : `${method} sip:b@example.com SIP/2.0`;
  return [startLine, ...rows.map(([other, value]) => `${other}: ${value}`), row, '', body].join('\r\n');
}
