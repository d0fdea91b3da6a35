import { defineRule } from '@siplint/core';
import { invite, ok, register } from '../examples/messages.js';
import { isOutsideDialog } from '../shared/message/place-in-dialog.js';
import { hasSeveralVias } from '../shared/message/via.js';

export default defineRule({
  meta: {
    id: 'from-uri-host-is-address',
    category: 'from-to',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Put a logical identity into From, not an IP address',
    docs: {
      what:
        'The host of the From URI is a domain, not an IP address. Requests that a user agent has just sent (one Via, no To ' +
        'tag) are judged, and each From URI once a file.',
      why:
        'The callee calls back the identity in From and lists calls by it. An address changes with the network and is ' +
        'often private, so the entry is of no use, and rules for known callers do not match.',
      falsePositives: 'Servers that know each other by address, such as trunks to a carrier, often agree on this form.',
      bad: [
        invite({ From: '<sip:alice@<|192.0.2.4|>>;tag=1x9k2m' }),
        invite({ From: 'Alice <sip:alice@<|[2001:db8::4]|>>;tag=1x9k2m' }),
      ],
      good: [
        invite({ From: '<sip:alice@example.com>;tag=1x9k2m' }),
        invite({ From: '"Anonymous" <sip:thisis@anonymous.invalid>;tag=1x9k2m' }),
        register({ From: '<tel:+12015550123>;tag=1x9k2m' }),
        ok('INVITE', { From: '<sip:alice@192.0.2.4>;tag=1x9k2m' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.3' },
      { rfc: 3261, section: '19.1.1' },
    ],
    since: '0.1.0',
    messages: {
      address: 'From names the address {host} as the identity of the caller: nobody can call it back once it changes',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    headers: {
      From(field, context) {
        const uri = field.value?.uri;
        if (uri?.kind !== 'sip' || !uri.host || uri.host.kind === 'name') return;
        const { message } = context;
        if (!message.has('Via') || hasSeveralVias(message) || !isOutsideDialog(message)) return;
        if (context.once(uri.text)) {
          context.report({ messageId: 'address', at: uri.host, data: { host: uri.host.text } });
        }
      },
    },
  }),
});
