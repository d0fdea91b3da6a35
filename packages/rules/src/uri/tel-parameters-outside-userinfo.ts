import { defineRule, type FixPlan, insertAt, type Param, type SipUri, type TextNode } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import {
  isPhoneUri,
  isSubscriberParam,
  isTelephoneSubscriber,
  subscriberParams,
} from '../shared/address/telephone-subscriber.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { otherPlaces } from '../shared/values/other-places.js';

/** What may stand in a URI parameter, but not in a user part (RFC 3261 §25.1). */
const NOT_IN_USER = /[[\]:]/;

export default defineRule({
  meta: {
    id: 'tel-parameters-outside-userinfo',
    category: 'uri',
    level: 'advice',
    severity: 'info',
    presets: [],
    title: 'Write the parameters of a telephone number before the @',
    docs: {
      what:
        'When a tel URI is put into a SIP or SIPS URI, its parameters phone-context, isub, ext, postd and tsp go into the user ' +
        'part with the number. Reported is a URI with user=phone that has them behind the host, once a call.',
      why:
        'Behind the host they are parameters of the SIP URI, which nobody knows there: the gateway dials the number without its ' +
        'context, its extension or the digits to send afterwards.',
      fixSafety: 'Unsafe: the user part changes, and URIs compare by it.',
      bad: [
        options({ Contact: '<sip:+358-555-1234567@gw.example.com;<|postd=pp22|>;user=phone>' }),
        invite({ 'Reply-To': '<sip:5551212@gw.example.com;user=phone;<|phone-context=example.com|>;ext=17>' }),
      ],
      good: [
        options({ Contact: '<sip:+358-555-1234567;postd=pp22@gw.example.com;user=phone>' }),
        options({ Contact: '<sip:+358-555-1234567@gw.example.com;user=phone;transport=tcp>' }),
        options({ Contact: '<sip:alice@pc33.example.com;ext=17>' }),
      ],
    },
    references: [{ rfc: 3261, section: '19.1.6' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      outside:
        '{names} behind the host is no part of the number "{user}": gateways dial without it, write it before the "@"',
    },
  },
  create: () => ({
    uri({ uri, message }, context) {
      if (uri.kind !== 'sip' || !uri.user || uri.params.length < 2) return;
      if (!isPhoneUri(uri) || !uri.params.some(isSubscriberParam) || !isTelephoneSubscriber(uri.user.text)) return;
      const outside = paramsOutside(uri, uri.user);
      const [first] = outside;
      if (!first || !isFirstInCall(context, uri.text)) return;
      context.report({
        messageId: 'outside',
        at: first,
        data: { names: outside.map(({ name }) => name).join(', '), user: uri.user.text },
        related: otherPlaces(outside),
        fix: moveInto(uri.user, outside, (param) => message.sourceText(param)),
      });
    },
  }),
});

/** The parameters of the number behind the host that its user part does not have as well. */
function paramsOutside({ params }: SipUri, user: TextNode): Param[] {
  const inside = new Set(subscriberParams(user.text).map(({ key }) => key));
  return params.filter((param) => isSubscriberParam(param) && !inside.has(param.key));
}

function moveInto(user: TextNode, params: readonly Param[], textOf: (param: Param) => string): FixPlan | undefined {
  const moved = params.map((param) => `;${textOf(param)}`).join('');
  if (NOT_IN_USER.test(moved)) return undefined;
  const removals = params.map(({ start, end }) => ({ start: start - 1, end, text: '' }));
  return { title: 'Move into the user part', edits: [insertAt(user.end, moved), ...removals] };
}
