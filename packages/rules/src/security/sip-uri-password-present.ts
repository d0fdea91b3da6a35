import { defineRule, type HeaderField, replaceRange, type Severity, type SipMessage, type SipUri } from '@siplint/core';
import { invite, ok, options } from '../examples/messages.js';
import { isAddressField } from '../shared/address/address-fields.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'sip-uri-password-present',
    category: 'security',
    level: 'SHOULD',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Keep passwords out of SIP URIs',
    docs: {
      what:
        'The user part of a SIP or SIPS URI may have a password behind a ":", and should not. It is reported in the ' +
        'Request-URI, From, To, Contact, Reply-To, Route and Record-Route of requests, and in the Contact of a response whose ' +
        'request is not in the file.',
      why:
        'The password travels in the clear through every element on the way, into their logs and into captures such as this ' +
        'one. SIP authenticates with Digest instead.',
      falsePositives:
        'In a Route or Record-Route the text behind the ":" is often a cookie of the proxy that wrote it: that is an info.',
      fixSafety: 'Unsafe: the receiver may compare or expect the password.',
      bad: [
        invite({ Contact: '<sip:alice<|:secretword|>@pc33.example.com>' }),
        options({
          startLine: 'OPTIONS sip:5551234<|:1234|>@example.net;user=phone SIP/2.0',
          To: '<sip:5551234@example.net;user=phone>',
        }),
      ],
      good: [
        invite({ Contact: '<sip:alice@pc33.example.com:5060>' }),
        invite({ Contact: '<sip:alice%3Asecretword@pc33.example.com>' }),
        invite({ Contact: '<sip:alice:@pc33.example.com>' }),
        ok('INVITE', { To: '<sip:bob:secretword@example.net>;tag=8321234356' }),
      ],
    },
    references: [{ rfc: 3261, section: '19.1.1' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      password: 'A password stands behind the user "{user}" in clear text: whoever sees this message can read it',
    },
  },
  create: () => ({
    uri({ uri, field }, context) {
      if (uri.kind !== 'sip' || !uri.password?.text || !uri.user || !isAddressField(field)) return;
      const { message } = context;
      if (message.kind === 'response' && (field?.canonicalName !== 'Contact' || context.file.requestOf(message)))
        return;
      if (!isFirstInCall(context, uri.text)) return;
      const at = { start: uri.user.end, end: uri.password.end };
      context.report({
        messageId: 'password',
        at,
        data: { user: uri.user.text },
        ceiling: ceilingOf(uri, field, message),
        fix: { title: 'Remove the password', edits: [replaceRange(at, '')] },
      });
    },
  }),
});

/** What proxies write into a route for themselves is a cookie, unless it repeats a user of the call. */
function ceilingOf(uri: SipUri, field: HeaderField | undefined, message: SipMessage): Severity | undefined {
  if (field?.canonicalName !== 'Route' && field?.canonicalName !== 'Record-Route') return undefined;
  const isUserOfCall = uri.user?.text === userOf(message, 'From') || uri.user?.text === userOf(message, 'To');
  return isUserOfCall ? undefined : 'info';
}

function userOf(message: SipMessage, header: 'From' | 'To'): string | undefined {
  const uri = message.field(header)?.value?.uri;
  return uri?.kind === 'sip' ? uri.user?.text : undefined;
}
