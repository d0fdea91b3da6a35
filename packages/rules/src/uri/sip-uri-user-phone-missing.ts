import { defineRule, insertAt, paramOf } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { isGlobalNumber } from '../shared/address/telephone-subscriber.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'sip-uri-user-phone-missing',
    category: 'uri',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Say user=phone of a URI whose user is a telephone number',
    docs: {
      what:
        'A SIP or SIPS URI whose user part is a telephone number with its country code has the parameter user=phone. Digits ' +
        'without a "+" may be a user name and are not judged. It is reported once a call for each number and host.',
      why:
        'Without it a number is a user name like any other: a gateway has to guess, and separators and parameters in it count ' +
        'as letters.',
      falsePositives: 'It is left out nearly everywhere, and most servers take a "+" for a number by themselves.',
      fixSafety: 'Unsafe: a registrar that compares URIs takes the one with the parameter for another one.',
      bad: [
        options({ Contact: '<<|sip:+358-555-1234567@gw.example.com|>>' }),
        invite({ 'Reply-To': '<<|sip:+3585551234567;postd=pp22@gw.example.com;transport=tcp|>>' }),
      ],
      good: [
        options({ Contact: '<sip:+358-555-1234567@gw.example.com;user=phone>' }),
        options({ Contact: '<sip:+358-555-1234567@gw.example.com;user=ip>' }),
        options({ Contact: '<sip:5551234567@gw.example.com>' }),
        options({ Contact: '<sip:+alice@gw.example.com>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '19.1.1' },
      { rfc: 3261, section: '19.1.6' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing: 'User "{user}" is a telephone number, but the URI has no user=phone: it may be taken for a user name',
    },
  },
  create: () => ({
    uri({ uri, nameAddr }, context) {
      if (uri.kind !== 'sip' || !uri.user || !isGlobalNumber(uri.user.text) || paramOf(uri, 'user')) return;
      const isBare = nameAddr !== undefined && !nameAddr.bracketed;
      // Without angle brackets it is a parameter of the header field, though meant for the URI.
      if (isBare && paramOf(nameAddr, 'user')) return;
      if (!isFirstInCall(context, `${uri.user.text}@${uri.host?.text}`)) return;
      const param = insertAt(uri.headersRange?.start ?? uri.end, ';user=phone');
      const edits = isBare ? [insertAt(uri.start, '<'), insertAt(uri.end, ';user=phone>')] : [param];
      context.report({
        messageId: 'missing',
        at: uri,
        data: { user: uri.user.text },
        fix: { title: 'Append ;user=phone', edits },
      });
    },
  }),
});
