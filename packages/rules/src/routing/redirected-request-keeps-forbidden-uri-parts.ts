import { defineRule, type FlowMessage, type NameAddr, type Param, type SipUri, type Transaction } from '@siplint/core';
import { again } from '../examples/again.js';
import { file, invite, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { isSameAddress } from '../shared/address/same-address.js';
import { requestUriOf } from '../shared/dialog/request-uri.js';

const REDIRECTED = [
  invite(),
  response(302, 'INVITE', { Contact: '<sip:bob@example.net;transport=tcp;x=1?Subject=foo>' }),
  failureAck(),
];
const VIA = 'SIP/2.0/TCP pc33.example.com;branch=z9hG4bK776asdhds-2';

export default defineRule({
  meta: {
    id: 'redirected-request-keeps-forbidden-uri-parts',
    category: 'routing',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Keep the parameters of a redirect Contact in the Request-URI',
    docs: {
      what:
        'A request that follows a redirection has the transport, maddr, ttl, user and unknown parameters of the Contact in its ' +
        'Request-URI. Compared are the requests of the same call, sender and method behind a 3xx whose Request-URI has the ' +
        'scheme, user, host and port of one of its Contacts.',
      why:
        'The parameters say how and where the target is to be reached. Without them the request goes over another transport or to ' +
        'another server, or the server does not find what it has noted in them.',
      falsePositives:
        'Only requests with one Via are judged. A client that tries the old Request-URI again, for a reason of its own, is let pass.',
      bad: [
        file(
          ...REDIRECTED,
          again('INVITE', {
            startLine: 'INVITE <|sip:bob@example.net;transport=tcp|> SIP/2.0',
            Via: VIA,
            Subject: 'foo',
          }),
        ),
      ],
      good: [
        file(
          ...REDIRECTED,
          again('INVITE', {
            startLine: 'INVITE sip:bob@example.net;x=1;transport=TCP SIP/2.0',
            Via: VIA,
            Subject: 'foo',
          }),
        ),
        file(
          invite(),
          response(300, 'INVITE', { Contact: '<sip:bob@192.0.2.4;transport=tcp>, <sip:bob@192.0.2.4;method=INVITE>' }),
          failureAck(),
          again('INVITE', { startLine: 'INVITE sip:bob@192.0.2.4 SIP/2.0' }),
        ),
        file(
          invite(),
          response(302, 'INVITE', { Contact: '<sip:bob@example.net;transport=tcp>' }),
          failureAck(),
          again('INVITE'),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.3.4' },
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '19.1.5' },
    ],
    since: '0.1.0',
    messages: {
      dropped:
        'Request-URI {uri} lacks "{parameter}" of the Contact that the {code} redirected to: the request may take another way than it was told, keep it',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction({ request, previous }, context) {
      if (!previous || !request || request.viaCount > 1 || request.toTag !== undefined) return;
      const redirection = redirectionBefore(previous);
      const refused = redirection?.transaction?.request;
      if (!redirection || !refused || redirection.index > request.index) return;
      if (request.requestUri === refused.requestUri || !mayLackParams(request, redirection)) return;
      const uri = requestUriOf(request);
      const dropped = uri?.kind === 'sip' ? droppedFrom(uri, redirection) : undefined;
      if (uri?.kind !== 'sip' || !dropped) return;
      const { param, contact } = dropped;
      const parameter = redirection.text.slice(param.start, param.end);
      context.report({
        messageId: 'dropped',
        in: request,
        at: uri,
        data: { uri: uri.text, parameter, code: redirection.statusCode },
        related: [{ message: 'The Contact', of: redirection, at: contact }],
      });
    },
  }),
});

/** Targets of one redirection that a client tries one after the other. */
const MOST_TRIES = 8;

/** The redirection that the requests of a sender follow, from the given one backwards. */
function redirectionBefore(previous: Transaction): FlowMessage | undefined {
  let tried: Transaction | undefined = previous;
  for (let tries = 0; tried && tries < MOST_TRIES; tries++) {
    const { final }: Transaction = tried;
    if (!final?.isFailure) return undefined;
    if (final.statusCode < 400) return final;
    tried = tried.previous;
  }
  return undefined;
}

/** True unless the Request-URI is a Contact as it stands, or no Contact has parameters. */
function mayLackParams({ requestUri }: FlowMessage, { contacts = [] }: FlowMessage): boolean {
  return contacts.some((uri) => uri.includes(';')) && !contacts.includes(requestUri);
}

interface Dropped {
  readonly param: Param;
  readonly contact: NameAddr;
}

/** What a Request-URI lacks of the Contact that it was made from; undefined if it has all of one that it may be made from. */
function droppedFrom(target: SipUri, redirection: FlowMessage): Dropped | undefined {
  const kept = new Set(target.params.map(({ key }) => key));
  let first: Dropped | undefined;
  for (const contact of redirection.message.valuesOf('Contact')) {
    if (contact.kind !== 'name-addr' || contact.uri?.kind !== 'sip' || !isSameAddress(contact.uri, target)) continue;
    // A method is not for a Request-URI (§19.1.1).
    const param = contact.uri.params.find(({ key }) => key !== 'method' && !kept.has(key));
    if (!param) return undefined;
    first ??= { param, contact };
  }
  return first;
}
