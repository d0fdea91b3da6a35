import { type HeaderField, headerPresence, type Presence, presenceOf, type SipMessage } from '@siplint/core';
import { links, paragraphs, plain } from './markdown.js';

const MULTIPLICITIES = {
  single: 'stands once in a message',
  list: 'a list: several values with commas, or several rows',
  rows: 'may stand in several rows, each with one value',
} as const;

const PRESENCES: Readonly<Record<Presence, string>> = {
  m: 'mandatory',
  'm*': 'should be sent',
  o: 'optional',
  c: 'conditional',
  t: 'should be sent; must be over a stream',
  '*': 'required if there is a body',
  '-': 'not allowed',
};

/** What a header field is for, how it may be written, and whether it has its place in this message. */
export function headerText({ definition, name }: HeaderField, message: SipMessage): string {
  if (!definition)
    return `**${plain(name)}** is not registered: receivers ignore it, unless they know it by agreement.`;
  const { compact, purpose, multiplicity, references, deprecated } = definition;
  const short = compact === undefined ? '' : `, compact form \`${compact}\``;
  return paragraphs(
    `**${plain(definition.name)}**${short}${deprecated ? ' (deprecated)' : ''}`,
    plain(purpose),
    [`It ${MULTIPLICITIES[multiplicity]}`, placeText(definition.name, message)].filter(Boolean).join('. ').concat('.'),
    links(references),
  );
}

/** What Tables 2 and 3 of RFC 3261, and the documents that add to them, say of the field in a message like this. */
function placeText(header: string, message: SipMessage): string | undefined {
  const { method, statusCode } = message;
  if (method === undefined || message.kind === 'unrecognized') return undefined;
  if (!headerPresence().some((row) => row.header === header)) return undefined;
  const isResponse = message.kind === 'response';
  const presence = presenceOf(header, method, isResponse ? statusCode : undefined);
  const where = isResponse ? `a ${statusCode} to ${plain(method)}` : `${plain(method)} requests`;
  return presence && `In ${where}: ${PRESENCES[presence]}`;
}
