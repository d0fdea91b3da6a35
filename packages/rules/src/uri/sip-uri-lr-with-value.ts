import { defineRule, type HeaderField, type NameAddr, paramOf, replaceRange, type SipMessage } from '@siplint/core';
import { invite, ok, options } from '../examples/messages.js';
import { isDisallowed, uriContextOf } from '../shared/address/uri-context.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'sip-uri-lr-with-value',
    category: 'uri',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Write lr without a value',
    docs: {
      what:
        'The parameter lr of a SIP or SIPS URI is a flag. With a value, as in lr=on, the URI is still valid, and siplint takes it ' +
        'for loose routing as receivers do. It is reported once a call for each URI.',
      why:
        'Some elements lose a flag on the way and keep a parameter with a value, which is why proxies write lr=on. Others ' +
        'compare the whole URI with the one they recorded, and no longer recognise it.',
      falsePositives: 'As a workaround for such elements it is deliberate; turn the rule off there.',
      fixSafety:
        'Unsafe: the proxy has to recognise its own URI later on. It is offered for the topmost Record-Route of a request ' +
        'only, which its sender wrote.',
      bad: [
        invite({ 'Record-Route': '<sip:p1.example.com;lr<|=on|>>' }),
        invite({ Route: '<sip:p1.example.com;lr<|=true|>;ftag=1>' }),
      ],
      good: [
        invite({ 'Record-Route': '<sip:p1.example.com;lr>' }),
        ok('INVITE', { 'Record-Route': '<sip:p2.example.com;LR;x=on>' }),
        options({ Contact: '<sip:lr=on@pc33.example.com>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '19.1.1' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      value:
        'URI parameter lr is a flag, "{param}" gives it a value: it means the same, but elements may not recognise it',
    },
  },
  create: () => ({
    uri(occurrence, context) {
      const { uri, field, nameAddr, message } = occurrence;
      if (uri.kind !== 'sip' || uri.params.length === 0) return;
      const lr = paramOf(uri, 'lr');
      if (lr?.value === undefined) return;
      const place = uriContextOf(occurrence);
      if ((place && isDisallowed('lr', place)) || !isFirstInCall(context, uri.text)) return;
      const at = { start: lr.nameEnd, end: lr.end };
      const fix = { title: `Remove "${message.sourceText(at)}"`, edits: [replaceRange(at, '')] };
      context.report({
        messageId: 'value',
        at,
        data: { param: message.sourceText(lr) },
        fix: isOwnRecordRoute(message, field, nameAddr) ? fix : undefined,
      });
    },
  }),
});

/** True for the Record-Route that the sender of a request put before the others. */
function isOwnRecordRoute(
  message: SipMessage,
  field: HeaderField | undefined,
  nameAddr: NameAddr | undefined,
): boolean {
  if (message.kind !== 'request' || field !== message.field('Record-Route')) return false;
  return nameAddr !== undefined && field?.values[0]?.value === nameAddr;
}
