import { defineRule } from '@siplint/core';
import { file, invite, line, response } from '../examples/messages.js';

const secured = [
  line('# siplint-set transport=tls'),
  invite({
    startLine: 'INVITE sips:bob@example.net SIP/2.0',
    Via: 'SIP/2.0/TLS pc33.example.com;branch=z9hG4bK776asdhds-invite',
    To: '<sips:bob@example.net>',
    From: '<sips:alice@example.com>;tag=9fxced76sl',
    Contact: '<sips:alice@pc33.example.com>',
  }),
];
const answered = {
  Via: 'SIP/2.0/TLS pc33.example.com;branch=z9hG4bK776asdhds-invite;received=192.0.2.1',
  To: '<sips:bob@example.net>;tag=8321234356',
  From: '<sips:alice@example.com>;tag=9fxced76sl',
};

export default defineRule({
  meta: {
    id: 'redirect-downgrades-sips',
    category: 'security',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Offer a SIPS URI when a request to a SIPS URI is redirected',
    docs: {
      what:
        'A 3xx to a request whose Request-URI is a SIPS URI offers at least one SIPS URI, if it offers SIP URIs at all. URIs of ' +
        'other schemes say nothing about it.',
      why:
        'Who calls a SIPS URI wants TLS on every hop. A client that follows to a SIP URI gives that up and should ask its ' +
        'user; a proxy should not follow at all, so that the call fails there.',
      falsePositives:
        'It is allowed, and a redirect server has nothing else to offer if the user is registered with a SIP URI only (RFC ' +
        '5630 §5.4).',
      bad: [file(...secured, response(302, 'INVITE', { ...answered, Contact: '<<|sip:bob@desk.example.net|>>' }))],
      good: [
        file(...secured, response(302, 'INVITE', { ...answered, Contact: '<sips:bob@desk.example.net>' })),
        file(
          ...secured,
          response(300, 'INVITE', {
            ...answered,
            Contact: '<sip:bob@desk.example.net>;q=0.1, <SIPS:bob@mobile.example.net>',
          }),
        ),
        file(...secured, response(302, 'INVITE', { ...answered, Contact: '<tel:+15550123>' })),
        file(invite(), response(302, 'INVITE')),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.3.4' },
      { rfc: 3261, section: '16.7' },
      { rfc: 3261, section: '26.4.4' },
      { rfc: 5630, section: '5.4' },
    ],
    since: '0.1.0',
    messages: {
      downgraded:
        'The request went to a SIPS URI, but this redirects to "{uri}" only: a client that follows leaves the path with TLS',
    },
  },
  appliesTo: { kinds: ['response'], statuses: ['300-399'] },
  create: () => ({
    transaction({ request, responses }, context) {
      if (!request || !hasScheme(request.requestUri, 'sips')) return;
      const response = responses.find(({ statusCode }) => statusCode >= 300 && statusCode < 400);
      const contacts = response?.contacts;
      if (!response || !contacts || response.forwards || contacts.some((uri) => hasScheme(uri, 'sips'))) return;
      const insecure = contacts.find((uri) => hasScheme(uri, 'sip'));
      if (insecure === undefined) return;
      for (const contact of response.message.valuesOf('Contact')) {
        if (contact.kind !== 'name-addr' || contact.uri?.text !== insecure) continue;
        context.report({
          messageId: 'downgraded',
          in: response,
          at: contact.uri,
          data: { uri: insecure },
          related: [{ message: 'The request to a SIPS URI', of: request }],
        });
        return;
      }
    },
  }),
});

function hasScheme(uri: string, scheme: string): boolean {
  return uri.slice(0, scheme.length + 1).toLowerCase() === `${scheme}:`;
}
