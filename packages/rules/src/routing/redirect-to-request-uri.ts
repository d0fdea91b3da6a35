import { compareUris, defineRule, paramOf, type Uri } from '@siplint/core';
import { forwarded, fromBranch } from '../examples/forwarded.js';
import { file, invite, options, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { requestUriOf } from '../shared/dialog/request-uri.js';

export default defineRule({
  meta: {
    id: 'redirect-to-request-uri',
    category: 'routing',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Do not redirect a request to the URI that it was sent to',
    docs: {
      what:
        'No Contact of a 300, 301 or 302 equals the Request-URI of the request: they differ in scheme, user, host, port, ' +
        'transport, maddr, ttl, user parameter or lr.',
      why: 'The client has tried this URI already. It gives up, or sends the same request again and again.',
      falsePositives:
        'The request is compared on the hop that the file shows. A proxy behind it may have sent the request to another URI, ' +
        'and the redirection may lead back from there.',
      bad: [
        file(invite(), response(302, 'INVITE', { Contact: '<<|sip:bob@EXAMPLE.net|>>' }), failureAck()),
        file(
          options(),
          response(300, 'OPTIONS', { Contact: '<sip:bob@desk.example.net>, <<|sip:bob@example.net|>>;q=0.1' }),
        ),
      ],
      good: [
        file(invite(), response(302, 'INVITE', { Contact: '<sip:bob@example.net;transport=tcp>' }), failureAck()),
        file(invite(), response(302, 'INVITE', { Contact: '<sips:bob@example.net>' }), failureAck()),
        file(
          invite(),
          forwarded('INVITE', { startLine: 'INVITE sip:bob@192.0.2.4 SIP/2.0' }),
          fromBranch(302, 'INVITE', { Contact: '<sip:bob@example.net>' }),
          response(302, 'INVITE', { Contact: '<sip:bob@example.net>' }),
          failureAck(),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.3' },
      { rfc: 3261, section: '19.1.4' },
    ],
    since: '0.1.0',
    messages: {
      same: 'This {code} redirects to {uri}, to which the {method} was sent: the client has tried that, and gives up or goes round in circles',
    },
  },
  appliesTo: { statuses: [300, 301, 302] },
  create: () => ({
    transaction({ request, responses, downstream }, context) {
      // Behind a proxy the Request-URI may be another.
      if (!request || downstream.length > 0) return;
      const response = responses.find(({ statusCode }) => statusCode >= 300 && statusCode <= 302);
      const target = response?.has('Contact') ? requestUriOf(request) : undefined;
      if (!response || !target) return;
      for (const contact of response.message.valuesOf('Contact')) {
        const uri = contact.kind === 'name-addr' ? contact.uri : undefined;
        if (!uri || !isSameTarget(uri, target)) continue;
        context.report({
          messageId: 'same',
          in: response,
          at: uri,
          data: { code: response.statusCode, uri: uri.text, method: request.method },
          related: [{ message: 'The Request-URI', of: request, at: target }],
        });
        return;
      }
    },
  }),
});

/** A transport or lr in only one of them makes a difference here: §8.3 counts it among the reasons to redirect. */
function isSameTarget(a: Uri, b: Uri): boolean {
  return compareUris(a, b) === 'equal' && hasLr(a) === hasLr(b);
}

function hasLr(uri: Uri): boolean {
  return uri.kind !== 'other' && paramOf(uri, 'lr') !== undefined;
}
