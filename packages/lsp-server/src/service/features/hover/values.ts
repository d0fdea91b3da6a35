import {
  type HeaderField,
  lookupEventPackage,
  lookupOptionTag,
  lookupTransport,
  type NameDefinition,
  type NumberValue,
  paramOf,
  type TokenValue,
  type Via,
} from '@siplint/core';
import { q850Cause } from '../../knowledge/q850-causes.js';
import { explainCredentials } from './credentials.js';
import { duration } from './duration.js';
import { type Explanation, touches } from './explanation.js';
import { explainIdentity } from './identity.js';
import { code, links, paragraphs, plain } from './markdown.js';
import { methodText, statusText } from './start-line.js';

/** What stands at an offset of a header field's value, decoded. */
export function explainValue(field: HeaderField, at: number): Explanation | undefined {
  return EXPLAINERS.get(field.canonicalName)?.(field, at);
}

type Explainer = (field: HeaderField, at: number) => Explanation | undefined;

/** One value at a time, as the table of header fields types it. */
function each<T extends { readonly start: number; readonly end: number }>(
  explain: (value: T, at: number) => Explanation | undefined,
): Explainer {
  return (field, at) => {
    for (const { value } of (field as HeaderField<T>).values) {
      if (!value) continue;
      const found = explain(value, at);
      if (found && touches(found, at)) return found;
    }
    return undefined;
  };
}

const seconds = each<NumberValue>((node) => secondsText(node));
const optionTags = each<NumberValue>((node) => {
  const tag = lookupOptionTag(node.text);
  return { ...rangeOf(node), text: named('Option tag', node.text, tag) };
});

const EXPLAINERS: ReadonlyMap<string, Explainer> = new Map<string, Explainer>([
  ['Expires', seconds],
  ['Min-Expires', seconds],
  ...(['Session-Expires', 'Min-SE', 'Retry-After'] as const).map((name): [string, Explainer] => [
    name,
    each<{ readonly start: number; readonly end: number; readonly seconds: NumberValue }>((node) =>
      secondsText(node.seconds),
    ),
  ]),
  ...(['Supported', 'Require', 'Proxy-Require', 'Unsupported'] as const).map((name): [string, Explainer] => [
    name,
    optionTags,
  ]),
  [
    'Allow',
    each<NumberValue>((node) => {
      const text = methodText(node.text);
      return text === undefined ? undefined : { ...rangeOf(node), text };
    }),
  ],
  [
    'Event',
    each<TokenValue>(({ token }) => ({
      ...rangeOf(token),
      text: named('Event package', token.text, lookupEventPackage(token.text)),
    })),
  ],
  ['Reason', each<TokenValue>(reasonText)],
  ['Via', each<Via>(viaText)],
  ['Contact', explainExpires],
  ['Subscription-State', explainExpires],
  ['Identity', explainIdentity],
  ...(
    ['Authorization', 'Proxy-Authorization', 'WWW-Authenticate', 'Proxy-Authenticate', 'Authentication-Info'] as const
  ).map((name): [string, Explainer] => [name, explainCredentials]),
]);

function secondsText({ start, end, value }: NumberValue): Explanation | undefined {
  return value === undefined ? undefined : { start, end, text: duration(value) };
}

function named(kind: string, name: string, definition: NameDefinition | undefined): string {
  if (!definition) return `${kind} **${plain(name)}** is not registered.`;
  const { description, references, deprecated } = definition;
  return paragraphs(
    `${kind} **${plain(definition.name)}**${deprecated ? ' (deprecated)' : ''}`,
    description && plain(description),
    links(references),
  );
}

/** Reason: Q.850 ;cause=16, or SIP ;cause=200 (RFC 3326). */
function reasonText(reason: TokenValue): Explanation | undefined {
  const cause = paramOf(reason, 'cause');
  const value = Number(cause?.value);
  if (!cause || !Number.isInteger(value)) return undefined;
  const protocol = reason.token.text.toUpperCase();
  const meaning = protocol === 'Q.850' ? q850Cause(value) : undefined;
  const text =
    protocol === 'SIP'
      ? statusText(value)
      : meaning === undefined
        ? undefined
        : `Q.850 cause **${value}**: ${plain(meaning)}`;
  return text === undefined ? undefined : { ...rangeOf(reason), text };
}

const VIA_PARAMETERS: ReadonlyMap<string, string> = new Map([
  [
    'branch',
    'identifies the transaction of this hop; a branch that begins with `z9hG4bK` is unique by RFC 3261 §8.1.1.7, and the response brings it back',
  ],
  ['received', 'the source address that the request came from, where it differs from the sent-by (RFC 3261 §18.2.1)'],
  ['rport', 'the source port that the request came from; without a value the sender asks for it (RFC 3581)'],
  ['maddr', 'where the response is to be sent instead of the source address (RFC 3261 §18.2.2)'],
  ['ttl', 'the time to live of a multicast packet (RFC 3261 §18.1.1)'],
  ['alias', 'the sender lets requests come back over this connection (RFC 5923)'],
  ['keep', 'the sender can send keep-alives (RFC 6223)'],
]);

function viaText(via: Via, at: number): Explanation | undefined {
  if (touches(via.transport, at)) {
    return {
      ...rangeOf(via.transport),
      text: named('Transport', via.transport.text, lookupTransport(via.transport.text)),
    };
  }
  const param = via.params.find((one) => touches(one, at));
  const meaning = param && VIA_PARAMETERS.get(param.key);
  return meaning === undefined
    ? undefined
    : { ...rangeOf(param ?? via), text: `${code(param?.name ?? '')}: ${meaning}.` };
}

/** The expires parameter as a time that people can picture. */
function explainExpires(field: HeaderField, at: number): Explanation | undefined {
  for (const { value } of (field as HeaderField<TokenValue>).values) {
    const expires = value && paramOf(value, 'expires');
    if (expires && touches(expires, at) && /^\d+$/.test(expires.value ?? '')) {
      return { ...rangeOf(expires), text: duration(Number(expires.value)) };
    }
  }
  return undefined;
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}
