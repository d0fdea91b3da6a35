import { defineRule, type FlowMessage, insertAt, type Range, type Transaction } from '@siplint/core';
import { type Changes, file, invite, line, ok, response } from '../examples/messages.js';
import { isPlainSip, isSips, plainContactOf, schemeRange } from '../shared/address/sips.js';

const TLS = line('# siplint-set transport=tls');
const VIA = 'SIP/2.0/TLS pc33.example.com;branch=z9hG4bK776asdhds-invite';
const SECURE: Changes = {
  startLine: 'INVITE sips:bob@example.net SIP/2.0',
  Via: VIA,
  To: '<sips:bob@example.net>',
  From: '<sips:alice@example.com>;tag=9fxced76sl',
  Contact: '<sips:alice@pc33.example.com>',
};
const ANSWER: Changes = {
  Via: `${VIA};received=192.0.2.1`,
  To: '<sips:bob@example.net>;tag=8321234356',
  From: '<sips:alice@example.com>;tag=9fxced76sl',
  Contact: '<sips:bob@client.example.net>',
};

export default defineRule({
  meta: {
    id: 'contact-sips-required-in-response',
    category: 'contact',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send a SIPS Contact in the response to a secured INVITE',
    docs: {
      what:
        'A response of 101-299 with a To tag to an initial INVITE has a sips URI in Contact if the INVITE has one in its ' +
        'Request-URI, in its topmost Record-Route, or, without Record-Route, in its Contact.',
      why:
        'The caller sends ACK, BYE and all other requests of the dialog to the Contact. With a sip URI they leave the secured ' +
        'path, and a strict caller does not send them at all.',
      falsePositives:
        'Judged on the hop next to the callee, as far as the file shows it. If there are signs of further proxies behind, it is a ' +
        'warning only.',
      fixSafety: 'Unsafe: the callee has to be reachable over TLS.',
      bad: [
        file(TLS, invite(SECURE), ok('INVITE', { ...ANSWER, Contact: '<<|sip|>:bob@client.example.net>' })),
        file(
          TLS,
          invite({ ...SECURE, startLine: 'INVITE sip:bob@192.0.2.4 SIP/2.0' }),
          response(180, 'INVITE', { ...ANSWER, Contact: '<<|sip|>:bob@client.example.net>' }),
        ),
      ],
      good: [
        file(TLS, invite(SECURE), ok('INVITE', ANSWER)),
        file(
          TLS,
          invite({
            ...SECURE,
            startLine: 'INVITE sip:bob@192.0.2.4 SIP/2.0',
            'Record-Route': '<sip:p1.example.com;lr>',
          }),
          ok('INVITE', {
            ...ANSWER,
            'Record-Route': '<sip:p1.example.com;lr>',
            Contact: '<sip:bob@client.example.net>',
          }),
        ),
        file(TLS, invite(SECURE), response(302, 'INVITE', { ...ANSWER, Contact: '<sip:bob@desk.example.net>' })),
      ],
    },
    references: [
      { rfc: 3261, section: '12.1.1' },
      { rfc: 5630, section: '5.1.2' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      notSips:
        '{source} of the INVITE is a sips URI, but Contact of the {code} is not: requests of the dialog leave the secured path, or are not sent',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['INVITE'], statuses: ['101-299'] },
  create: () => ({
    transaction(transaction, context) {
      const { request, responses, downstream } = transaction;
      // The hop that is next to the callee tells.
      if (!request || request.toTag !== undefined || downstream.length > 0) return;
      const secured = securedPartOf(request);
      if (!secured) return;
      const judged = new Set<string>();
      for (const response of responses) {
        const { statusCode, toTag, contacts } = response;
        if (statusCode <= 100 || statusCode >= 300 || toTag === undefined || judged.has(toTag)) continue;
        if (!contacts?.some(isPlainSip)) continue;
        judged.add(toTag);
        const uri = plainContactOf(response);
        if (!uri) continue;
        const at = schemeRange(uri);
        context.report({
          messageId: 'notSips',
          in: response,
          at,
          data: { source: secured, code: statusCode },
          related: [{ message: 'The INVITE', of: request, at: placeOf(request, secured) }],
          fix: { title: 'Make it a sips URI', edits: [insertAt(at.end, 's')] },
          ceiling: isBehindProxies(transaction, response) ? 'warning' : undefined,
        });
      }
    },
  }),
});

type SecuredPart = 'Request-URI' | 'Topmost Record-Route' | 'Contact';

/** What of an INVITE demands that the callee answers with a sips URI. */
function securedPartOf({ requestUri, recordRoutes, contacts }: FlowMessage): SecuredPart | undefined {
  if (isSips(requestUri)) return 'Request-URI';
  if (!recordRoutes) return undefined;
  if (recordRoutes.length > 0) return isSips(recordRoutes[0]) ? 'Topmost Record-Route' : undefined;
  return isSips(contacts?.[0]) ? 'Contact' : undefined;
}

function placeOf({ message }: FlowMessage, part: SecuredPart): Range | undefined {
  const { startLine } = message;
  if (part === 'Request-URI') return startLine.kind === 'request' ? startLine.requestUri : undefined;
  return message.field(part === 'Contact' ? 'Contact' : 'Record-Route')?.value;
}

/** True if the INVITE went on to proxies: by a Route, or by Record-Route values that only the response has. */
function isBehindProxies({ request }: Transaction, { recordRoutes = [] }: FlowMessage): boolean {
  return request?.routes?.length !== 0 || recordRoutes.length > (request.recordRoutes?.length ?? 0);
}
