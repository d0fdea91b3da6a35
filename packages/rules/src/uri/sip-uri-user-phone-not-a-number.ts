import { defineRule, paramOf, removeParam } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { isPhoneUri, isTelephoneSubscriber } from '../shared/address/telephone-subscriber.js';
import { holdsPlaceholder } from '../shared/message/placeholders.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

/** What gateways write for a caller whose number is not to be known. */
const WITHHELD: ReadonlySet<string> = new Set(['anonymous', 'unavailable', 'restricted', 'unknown']);

export default defineRule({
  meta: {
    id: 'sip-uri-user-phone-not-a-number',
    category: 'uri',
    level: 'advice',
    severity: 'info',
    presets: [],
    title: 'Say user=phone only of a telephone number',
    docs: {
      what:
        'With user=phone the user part of a SIP or SIPS URI is a telephone number: digits with separators, * and #, perhaps a ' +
        '"+" before them and parameters behind. anonymous, unavailable, restricted and unknown pass. It is reported once a ' +
        'call for each URI.',
      why: 'A gateway or dial plan takes the user for a number, finds no digits in it, and rejects the call or sends it nowhere.',
      fixSafety: 'Unsafe: the user may be what is wrong.',
      bad: [options({ Contact: '<sip:alice@pc33.example.com;<|user=phone|>>' })],
      good: [
        options({ Contact: '<sip:5551212;phone-context=example.com@gw.example.com;user=phone>' }),
        options({ Contact: '<sip:*31%23(555)1212p9@gw.example.com;user=phone>' }),
        invite({ From: '<sip:Anonymous@gw.example.com;user=phone>;tag=9fxced76sl' }),
        options({ Contact: '<sip:gw.example.com;user=phone>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '19.1.1' },
      { rfc: 3261, section: '19.1.6' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      notANumber: 'User "{user}" is no telephone number, though the URI says user=phone: gateways cannot dial it',
    },
  },
  create: () => ({
    uri({ uri }, context) {
      if (uri.kind !== 'sip' || !uri.user || uri.params.length === 0 || !isPhoneUri(uri)) return;
      const user = uri.user.text;
      const param = paramOf(uri, 'user');
      if (!param || isTelephoneSubscriber(user) || WITHHELD.has(user.toLowerCase())) return;
      if (holdsPlaceholder(context.message, uri.user) || !isFirstInCall(context, uri.text)) return;
      const fix = { title: 'Remove user=phone', edits: [removeParam(context.message, param)] };
      context.report({ messageId: 'notANumber', at: param, data: { user }, fix });
    },
  }),
});
