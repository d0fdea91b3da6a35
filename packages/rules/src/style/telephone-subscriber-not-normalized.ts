import { defineRule, replaceRange, type SipUri } from '@siplint/core';
import { invite } from '../examples/messages.js';
import {
  compareSubscriberParams,
  compareTelUriParams,
  isPhoneUri,
  isSubscriberParam,
  isTelephoneSubscriber,
  nameOf,
  type SubscriberParam,
  subscriberParams,
} from '../shared/address/telephone-subscriber.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'telephone-subscriber-not-normalized',
    category: 'style',
    level: 'SHOULD',
    severity: 'hint',
    strictSeverity: 'warning',
    presets: [],
    title: 'Write the parameters of a telephone number in lower case and in order',
    docs: {
      what:
        'In a URI with user=phone the parameters inside the user part are in lower case, and in order: isub and postd first, ' +
        'then the others by name. The order that RFC 3966 gave them later, isub or ext, then phone-context, then the others ' +
        'by name, is as good. Values of unknown parameters keep their case.',
      why:
        'A tel URL compares without case and without order, but the user part of a SIP URI compares letter by letter. One ' +
        'number written in two ways is two users to a registrar or proxy.',
      fixSafety: 'Unsafe: an element that compares the URI with its old form no longer finds it.',
      bad: [
        invite(dialled('+358-555-1234567;<|tsp=a.b;PHONE-CONTEXT=5|>')),
        invite(dialled('+358-555-1234567;<|phone-context=Example.COM|>')),
      ],
      good: [
        invite(dialled('+358-555-1234567;phone-context=5;tsp=a.b')),
        invite(dialled('+358-555-1234567;isub=1411;postd=pp22;ext=1')),
        invite(dialled('5551212;ext=1;phone-context=example.com;cic=1;x=Y')),
      ],
    },
    references: [
      { rfc: 3261, section: '19.1.6' },
      { rfc: 3966, section: '3' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      notNormalized:
        'Number parameters "{params}" would be "{normal}" in lower case and in order: as written they make another user of the number',
    },
  },
  create: () => ({
    uri({ uri }, context) {
      if (uri.kind !== 'sip' || !uri.user || uri.params.length === 0) return;
      const at = rangeOfParams(uri);
      if (!at || !isPhoneUri(uri) || !isTelephoneSubscriber(uri.user.text)) return;
      const params = subscriberParams(uri.user.text);
      // Escapes are in upper case for their own reasons.
      if (uri.user.text.includes('%') || isNormal(params)) return;
      const normal = normalized(params);
      if (!isFirstInCall(context, uri.text)) return;
      context.report({
        messageId: 'notNormalized',
        at,
        data: { params: context.message.sourceText(at), normal },
        fix: { title: 'Write the parameters in lower case and in order', edits: [replaceRange(at, normal)] },
      });
    },
  }),
});

function rangeOfParams({ user }: SipUri): { start: number; end: number } | undefined {
  const semicolon = user?.text.indexOf(';') ?? -1;
  return user && semicolon >= 0 ? { start: user.start + semicolon + 1, end: user.end } : undefined;
}

function isNormal(params: readonly SubscriberParam[]): boolean {
  if (params.some((param) => lowered(param) !== param.text)) return false;
  return isInOrder(params, compareSubscriberParams) || isInOrder(params, compareTelUriParams);
}

function isInOrder(params: readonly SubscriberParam[], compare: typeof compareSubscriberParams): boolean {
  return params.every((param, i) => {
    const before = params[i - 1];
    return !before || compare(before, param) <= 0;
  });
}

function normalized(params: readonly SubscriberParam[]): string {
  const order = isInOrder(params, compareTelUriParams) ? compareTelUriParams : compareSubscriberParams;
  return params.toSorted(order).map(lowered).join(';');
}

/** Only what is defined to compare without case: values of future extensions are not (RFC 3261 §19.1.6). */
function lowered(param: SubscriberParam): string {
  if (isSubscriberParam(param)) return param.text.toLowerCase();
  const name = nameOf(param.text);
  return name.toLowerCase() + param.text.slice(name.length);
}

function dialled(user: string) {
  const uri = `sip:${user}@gw.example.com;user=phone`;
  return {
    startLine: 'INVITE sip:+358-555-1234567@gw.example.com;user=phone SIP/2.0',
    Route: '<sip:gw.example.com;lr>',
    To: `<${uri}>`,
  };
}
