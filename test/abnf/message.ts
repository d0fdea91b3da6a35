import { SourceText } from '@siplint/core';
import type { Random } from '../random.js';
import { FIELDS, type TestedField } from './fields.js';
import type { Generator } from './generator.js';

/** A text of octets as a file that holds it. */
export function sourceOf(octets: string): SourceText {
  return SourceText.fromBytes(Buffer.from(octets, 'latin1'));
}

/** A message that is valid but for the row that is put into it. */
export function messageWith({ name, method, status }: TestedField, row: string): string {
  const startLine = status ? `SIP/2.0 ${status} OK` : `${method} ${targetOf(method)} SIP/2.0`;
  return messageOf(startLine, method, status !== undefined, name, row);
}

/** A message that is valid but for the start line that is put into it. */
export function messageWithStartLine(startLine: string): string {
  const isResponse = /^sip\//i.test(startLine);
  return messageOf(startLine, isResponse ? 'OPTIONS' : startLine.slice(0, startLine.indexOf(' ')), isResponse);
}

function targetOf(method: string): string {
  return method === 'REGISTER' ? 'sip:example.com' : 'sip:b@example.com';
}

function messageOf(startLine: string, method: string, isResponse: boolean, name?: string, row?: string): string {
  const body = method === 'MESSAGE' && !isResponse ? 'hello' : '';
  const rows: [name: string, value: string][] = [
    ['Via', 'SIP/2.0/UDP a.example.com;branch=z9hG4bKabnf1'],
    ...(isResponse ? [] : [['Max-Forwards', '70'] satisfies [string, string]]),
    ['To', isResponse ? '<sip:b@example.com>;tag=to1' : '<sip:b@example.com>'],
    ['From', '<sip:a@example.com>;tag=from1'],
    ['Call-ID', 'abnf1@a.example.com'],
    ['CSeq', `1 ${method}`],
    ['Contact', '<sip:a@192.0.2.1>;expires=3600'],
    ...(body ? [['Content-Type', 'text/plain'] satisfies [string, string]] : []),
    ['Content-Length', String(body.length)],
  ];
  const others = rows.filter(([other]) => other !== name).map(([other, value]) => `${other}: ${value}`);
  return [startLine, ...others, ...(row === undefined ? [] : [row]), '', body].join('\r\n');
}

const REQUIRED = ['Via', 'Max-Forwards', 'To', 'From', 'Call-ID', 'CSeq'];

/** A request or response of which every line but Content-Length is a text of the grammar. */
export function randomMessage(generator: Generator, random: Random): string {
  const isResponse = random.chance(0.5);
  const others = FIELDS.filter(({ name, status }) => !REQUIRED.includes(name) && isResponse === (status !== undefined));
  const fields = FIELDS.filter(({ name }) => REQUIRED.includes(name));
  for (let count = random.below(8); count > 0; count--) {
    const field = random.pick(others);
    if (field.name !== 'Content-Length' && !fields.includes(field)) fields.push(field);
  }
  const rows = fields.map(({ rule }) => generator.derive(rule)).sort(() => random.next() - 0.5);
  const body = random.chance(0.5) ? 'any octets\r\n\r\n\xff\0' : '';
  const contentType = body ? ['Content-Type: application/octet-stream'] : [];
  const startLine = generator.derive(isResponse ? 'Status-Line' : 'Request-Line').slice(0, -2);
  return [startLine, ...rows, ...contentType, `Content-Length: ${body.length}`, '', body].join('\r\n');
}
