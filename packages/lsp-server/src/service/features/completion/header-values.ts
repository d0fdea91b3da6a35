import {
  authSchemes,
  contentDispositions,
  digestAlgorithms,
  eventPackages,
  type HeaderField,
  headerParametersOf,
  METHODS,
  mediaTypes,
  type NameDefinition,
  optionTags,
  priorities,
  reasonProtocols,
  type SipMessage,
  transports,
  uriParameters,
  uriSchemes,
} from '@siplint/core';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { SipDocument } from '../../document.js';
import { namesOf } from '../../names/name-index.js';
import type { Suggestion } from './suggestion.js';

/** What can come next in the value of a header field, by what stands in front of the cursor. */
export function headerValues(
  document: SipDocument,
  message: SipMessage,
  field: HeaderField,
  prefix: string,
): readonly Suggestion[] {
  const known = parameterValue(document, prefix);
  if (known) return known;
  if (isInUriParameters(prefix)) return uriParameters().map(({ name, references }) => parameter(name, references));
  if (/;\s*[^;=\s<>"]*$/.test(prefix)) {
    return headerParametersOf(field.canonicalName).map(({ name, references }) => parameter(name, references));
  }
  if (/<[^:>]*$/.test(prefix))
    return uriSchemes()
      .filter(isOfCalls)
      .map(({ name }) => ({ label: name, text: `${name}:` }));
  return WHOLE_VALUES.get(field.canonicalName)?.(document, message) ?? [];
}

/** Within angle brackets, behind the host. */
function isInUriParameters(prefix: string): boolean {
  return /<[^<>]*;[^<>;=]*$/.test(prefix);
}

function isOfCalls({ name }: NameDefinition): boolean {
  return name === 'sip' || name === 'sips' || name === 'tel';
}

/** Values of parameters that are names known elsewhere in the file, or registered. */
function parameterValue(document: SipDocument, prefix: string): readonly Suggestion[] | undefined {
  const name = /[;,\s]\s*([\w-]+)=[^;,\s"]*$/.exec(prefix)?.[1]?.toLowerCase();
  switch (name) {
    case 'tag':
    case 'to-tag':
    case 'from-tag':
      return namesOf(document).namesOf('tag').map(known('tag of this file'));
    case 'branch':
      return [
        { label: 'z9hG4bK', detail: 'how every branch begins (RFC 3261 §8.1.1.7)', rank: 1 },
        ...namesOf(document).namesOf('branch').map(known('branch of this file')),
      ];
    case 'transport':
      return transports().map(({ name: transport, references }) => ({ label: transport.toLowerCase(), references }));
    case 'algorithm':
      return definitions(digestAlgorithms());
    case 'qop':
      return [{ label: 'auth' }, { label: 'auth-int' }];
    case 'handling':
      return [{ label: 'optional' }, { label: 'required' }];
    case 'user':
      return [{ label: 'phone' }, { label: 'ip' }];
    default:
      return undefined;
  }
}

type Values = (document: SipDocument, message: SipMessage) => readonly Suggestion[];

const methods: Values = () =>
  METHODS.map(({ name, purpose, references }) => ({ label: name, detail: purpose, references }));
const tags: Values = () => definitions(optionTags());
const schemes: Values = () => definitions(authSchemes());
const routes: Values = (document) =>
  namesOf(document)
    .namesOf('route')
    .map((uri) => ({ label: `<${uri}>` }));

const WHOLE_VALUES: ReadonlyMap<string, Values> = new Map<string, Values>([
  ['Allow', methods],
  ['CSeq', (_, { method }) => (method === undefined ? [] : [{ label: method, detail: 'method of this message' }])],
  ['Supported', tags],
  ['Require', tags],
  ['Proxy-Require', tags],
  ['Unsupported', tags],
  ['Event', () => definitions(eventPackages())],
  ['Allow-Events', () => definitions(eventPackages())],
  ['Accept', () => definitions(mediaTypes())],
  ['Content-Type', () => definitions(mediaTypes())],
  ['Content-Disposition', () => definitions(contentDispositions())],
  ['Priority', () => definitions(priorities())],
  ['Reason', () => definitions(reasonProtocols())],
  ['Subscription-State', () => [{ label: 'active' }, { label: 'pending' }, { label: 'terminated' }]],
  ['Authorization', schemes],
  ['Proxy-Authorization', schemes],
  ['WWW-Authenticate', schemes],
  ['Proxy-Authenticate', schemes],
  ['Via', () => transports().map(({ name, references }) => ({ label: `SIP/2.0/${name}`, references }))],
  ['Max-Forwards', () => [{ label: '70', detail: 'what RFC 3261 §8.1.1.6 advises' }]],
  ['Call-ID', (document) => namesOf(document).namesOf('call-id').map(known('Call-ID of this file'))],
  ['In-Reply-To', (document) => namesOf(document).namesOf('call-id').map(known('Call-ID of this file'))],
  ['Replaces', (document) => namesOf(document).namesOf('call-id').map(known('Call-ID of this file'))],
  ['RAck', (document) => namesOf(document).namesOf('rseq').map(known('RSeq of this file'))],
  ['Route', routes],
  ['Record-Route', routes],
  ['Content-Length', (_, { body }) => [{ label: String(body.trueLength), detail: 'octets of the body as it is' }]],
]);

function definitions(all: readonly NameDefinition[]): readonly Suggestion[] {
  return all.map(({ name, description, references, deprecated }) => ({
    label: name,
    detail: description,
    references,
    deprecated,
  }));
}

function parameter(name: string, references: Suggestion['references']): Suggestion {
  return { label: name, kind: CompletionItemKind.Property, ...(references && { references }) };
}

function known(detail: string): (name: string) => Suggestion {
  return (label) => ({ label, detail, kind: CompletionItemKind.Reference, rank: 2 });
}
