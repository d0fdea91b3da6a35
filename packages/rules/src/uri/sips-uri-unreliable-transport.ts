import { defineRule, paramOf, replaceRange } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { isDisallowed, uriContextOf } from '../shared/address/uri-context.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { valueRange } from '../shared/values/quoted-param.js';

export default defineRule({
  meta: {
    id: 'sips-uri-unreliable-transport',
    category: 'uri',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Name a reliable transport in a SIPS URI',
    docs: {
      what: 'The transport parameter of a SIPS URI names a reliable transport, such as tcp; udp is none.',
      why:
        'A SIPS URI demands TLS on every hop, and TLS does not run over UDP. A client cannot follow both: it fails, or sends ' +
        'in the clear what should be protected.',
      fixSafety: 'Unsafe: the host may not listen on TLS over TCP, and "sips" may be what is wrong.',
      bad: [
        invite({ Contact: '<sips:alice@pc33.example.com;transport=<|udp|>>' }),
        options({
          startLine: 'OPTIONS sips:bob@example.net;transport=<|UDP|> SIP/2.0',
          Via: 'SIP/2.0/TLS pc33.example.com;branch=z9hG4bK776asdhds',
        }),
      ],
      good: [
        invite({ Contact: '<sips:alice@pc33.example.com;transport=tcp>' }),
        invite({ Contact: '<sip:alice@pc33.example.com;transport=udp>' }),
        invite({ Contact: '<sips:alice;transport=udp@pc33.example.com>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '19.1.1' },
      { rfc: 3261, section: '26.2.2' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      unreliable: 'A SIPS URI demands TLS, which does not run over UDP: nothing can be sent to it as it says',
    },
  },
  create: () => ({
    uri(occurrence, context) {
      const { uri, field } = occurrence;
      if (uri.kind !== 'sip' || !uri.secure) return;
      const transport = paramOf(uri, 'transport');
      if (transport?.value?.toLowerCase() !== 'udp') return;
      // In From and To any transport is one too many, and nothing is sent by it.
      const place = uriContextOf(occurrence);
      if (
        (place && isDisallowed('transport', place)) ||
        !isFirstInCall(context, `${field?.canonicalName} ${uri.text}`)
      ) {
        return;
      }
      const at = valueRange(transport);
      const fix = { title: 'Write tcp', edits: [replaceRange(at, 'tcp')] };
      context.report({ messageId: 'unreliable', at, fix });
    },
  }),
});
