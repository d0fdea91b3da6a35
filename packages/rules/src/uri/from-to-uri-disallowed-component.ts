import { defineRule, type RuleContext, replaceRange, type SipUri } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { disallowedComponents } from '../shared/address/uri-context.js';
import { isOutsideDialog } from '../shared/message/place-in-dialog.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

const MESSAGES = {
  disallowed:
    '"{component}" has no place in a {header} URI: receivers ignore it, or compare it and find another address',
} as const;

export default defineRule({
  meta: {
    id: 'from-to-uri-disallowed-component',
    category: 'uri',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: [],
    title: 'Keep ports, transports and other routing out of From and To URIs',
    docs: {
      what:
        'Table 1 of RFC 3261 admits no port, method, maddr, ttl, transport, lr or headers in the URI of From and To. A ' +
        'user, a password, the parameter user and unknown parameters are fine. What stands behind the angle brackets is no part ' +
        'of the URI. It is reported once a call for each URI, since later messages have to copy it.',
      why:
        'From and To say who talks to whom, not where the message goes. Elements ignore the rest, except where they compare ' +
        'the whole URI, for a registration or a permission, and find none that is equal.',
      falsePositives: 'A port or transport in From or To is frequent, and receivers rarely mind.',
      fixSafety: 'Unsafe: within a dialog both URIs have to stay as they are, so only first requests are fixed.',
      bad: [invite({ From: '<sip:alice@example.com:<|5060|>;<|transport=tcp|>>;tag=9fxced76sl' })],
      good: [
        invite({ From: '<sip:alice:x@example.com;x=1;user=ip>;tag=9fxced76sl' }),
        options({ From: '<sip:alice@example.com>;tag=9fxced76sl;transport=tcp' }),
        options({ To: 'sip:bob@example.net;transport=tcp' }),
      ],
    },
    references: [{ rfc: 3261, section: '19.1.1' }],
    fixable: 'unsafe',
    winsOver: ['sip-uri-port-invalid'],
    since: '0.1.0',
    messages: MESSAGES,
  },
  create: () => ({
    message(message, context) {
      const from = message.field('From')?.value?.uri;
      const to = message.field('To')?.value?.uri;
      // A request to oneself has one URI in both places.
      const isOne = from?.text === to?.text;
      const isNewFrom = from?.kind === 'sip' && isFaulty(from) && isFirstInCall(context, from.text);
      const isNewTo = to?.kind === 'sip' && isFaulty(to) && (isOne ? isNewFrom : isFirstInCall(context, to.text));
      if (isNewFrom) reportComponents(from, 'From', context);
      if (isNewTo) reportComponents(to, 'To', context);
    },
  }),
});

/** From and To have the same column in Table 1 (§19.1.1). */
function isFaulty(uri: SipUri): boolean {
  return disallowedComponents(uri, 'from').length > 0;
}

function reportComponents(uri: SipUri, header: 'From' | 'To', context: RuleContext<typeof MESSAGES>): void {
  const { message } = context;
  const isFixed = isOutsideDialog(message);
  for (const { at, removal } of disallowedComponents(uri, header === 'From' ? 'from' : 'to')) {
    const component = message.sourceText(at);
    const fix = { title: `Remove ${component}`, edits: [replaceRange(removal, '')] };
    context.report({ messageId: 'disallowed', at, data: { component, header }, fix: isFixed ? fix : undefined });
  }
}
