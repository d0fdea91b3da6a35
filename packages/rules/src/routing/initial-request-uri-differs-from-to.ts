import { compareUris, defineRule, type SipUri, sipUriWith } from '@siplint/core';
import { bye, invite, options, register } from '../examples/messages.js';
import { isDisallowed } from '../shared/address/uri-context.js';
import { isOutsideDialog } from '../shared/message/place-in-dialog.js';
import { hasSeveralVias } from '../shared/message/via.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'initial-request-uri-differs-from-to',
    category: 'routing',
    level: 'SHOULD',
    severity: 'hint',
    strictSeverity: 'warning',
    presets: [],
    title: 'Send the first request of a call to its To URI',
    docs: {
      what:
        'The Request-URI of a request outside a dialog, as its sender writes it, is the URI of To. Compared are SIP and SIPS ' +
        'URIs, by the rules of RFC 3261, if both have the same scheme, without passwords and without what a To may not have, such as a port. A request that passed a proxy, has ' +
        'a Route or is a REGISTER is not judged.',
      why:
        'To is what the caller wanted, and what the callee shows and logs. If it names somebody else, calls are refused by ' +
        'servers that look at both, and lists of missed calls are wrong.',
      falsePositives:
        'After a redirection that is not in the file, for privacy, or with a dial plan in the telephone the two differ for ' +
        'good reasons; turn the rule off there. Only the first request of a call is judged.',
      bad: [invite({ startLine: 'INVITE <|sip:carol@example.com|> SIP/2.0', To: '<sip:bob@example.com>' })],
      good: [
        invite({ startLine: 'INVITE sip:bob@example.com SIP/2.0', To: 'Bob <sip:bob@EXAMPLE.COM>' }),
        options({ startLine: 'OPTIONS sip:bob@example.net:5070;transport=tcp SIP/2.0', To: '<sip:b%6fb@example.net>' }),
        invite({ startLine: 'INVITE sip:bob@client.example.net SIP/2.0', Route: '<sip:p1.example.com;lr>' }),
        register(),
        bye(),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.1' },
      { rfc: 3261, section: '12.2.1.1' },
    ],
    since: '0.1.0',
    messages: {
      differs: 'Request-URI {requestUri} is not the To URI {to}: the callee sees a call for somebody else',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    requestLine({ requestUri: { value: requestUri } }, context) {
      const { message } = context;
      const to = message.field('To')?.value?.uri;
      if (message.method === 'REGISTER' || !isOutsideDialog(message)) return;
      // What follows in the call may go where a redirection leads.
      if (!isFirstInCall(context, '') || requestUri?.kind !== 'sip' || to?.kind !== 'sip') return;
      // The same address, only to be reached over TLS.
      if (requestUri.text === to.text || requestUri.secure !== to.secure || message.has('Route')) return;
      if (message.hasUnknownFields || hasSeveralVias(message)) return;
      if (compareUris(asInTo(requestUri), asInTo(to)) !== 'different') return;
      const data = { requestUri: requestUri.text, to: to.text };
      context.report({ messageId: 'differs', at: requestUri, data });
    },
  }),
});

/** Without the components that Table 1 of §19.1.1 does not admit in a To, and without the password, which none should have. */
function asInTo(uri: SipUri): SipUri {
  const params = uri.params.filter(({ key }) => !isDisallowed(key, 'to'));
  return sipUriWith(uri, { password: undefined, port: undefined, params, headers: [] });
}
