import type { HeaderField, Param, Uri } from '@siplint/core';
import type { TokenSink } from './token-sink.js';

/** The tokens of a header field: its name, and what its grammar made of the value. */
export function addFieldTokens(field: HeaderField, sink: TokenSink): void {
  sink.add(field.nameNode, 'property', field.definition?.deprecated ? 'deprecated' : undefined);
  for (const { value, partial } of field.values) addNode(value ?? partial, sink);
}

/** Members of nodes that are one token each, by the colour that they get; the others are told apart by their form. */
const MEMBERS = {
  scheme: 'keyword',
  method: 'keyword',
  transport: 'type',
  protocolName: 'type',
  protocolVersion: 'number',
  digits: 'number',
  responseNumber: 'number',
  cseqNumber: 'number',
  seconds: 'number',
  code: 'number',
  type: 'type',
  subtype: 'type',
  token: 'variable',
  displayName: 'string',
  agent: 'variable',
} as const;

/** Nodes of header values share the names of their members, so one walk knows them all (`nodes.ts` of the parser). */
export function addNode(node: unknown, sink: TokenSink): void {
  if (typeof node !== 'object' || node === null) return;
  const members = node as Readonly<Record<string, unknown>>;
  for (const [name, type] of Object.entries(MEMBERS)) {
    const member = members[name];
    if (isRange(member)) sink.add(member, type);
  }
  if (isRange(members.sentBy)) addHost(members.sentBy, sink);
  if (isUri(members.uri)) addUri(members.uri, sink);
  if (Array.isArray(members.params)) for (const param of members.params as readonly Param[]) addParam(param, sink);
  if (typeof members.value === 'number' && isRange(node)) sink.add(node, 'number');
}

export function addUri(uri: Uri, sink: TokenSink): void {
  sink.add({ start: uri.start, end: uri.start + uri.scheme.length }, 'namespace');
  if (uri.kind === 'sip') {
    if (uri.user) sink.add(uri.user, 'variable');
    addHost(uri, sink);
    for (const param of uri.params) addParam(param, sink);
  } else if (uri.kind === 'tel') {
    sink.add(uri.number, 'number');
    for (const param of uri.params) addParam(param, sink);
  }
}

function addHost(node: object, sink: TokenSink): void {
  const { host, port } = node as Readonly<Record<string, unknown>>;
  if (isRange(host)) sink.add(host, 'type');
  if (isRange(port)) sink.add(port, 'number');
}

function addParam({ start, nameEnd, valueStart, end, value }: Param, sink: TokenSink): void {
  sink.add({ start, end: nameEnd }, 'parameter');
  if (value !== undefined) sink.add({ start: valueStart, end }, 'string');
}

interface RangeLike {
  readonly start: number;
  readonly end: number;
}

function isRange(node: unknown): node is RangeLike {
  return typeof node === 'object' && node !== null && 'start' in node && 'end' in node;
}

function isUri(node: unknown): node is Uri {
  return isRange(node) && 'scheme' in node && 'kind' in node;
}
