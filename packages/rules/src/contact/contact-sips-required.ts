import { defineRule, insertAt, type Range, type SipMessage } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { lacksToTag } from '../shared/message/place-in-dialog.js';

const SIPS_TARGET = {
  startLine: 'INVITE sips:bob@example.net SIP/2.0',
  Via: 'SIP/2.0/TLS pc33.example.com;branch=z9hG4bK7',
};

export default defineRule({
  meta: {
    id: 'contact-sips-required',
    category: 'contact',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send a SIPS Contact with an INVITE to a SIPS URI',
    docs: {
      what: 'If the Request-URI or the topmost Route of an initial INVITE is a sips URI, its Contact is a sips URI too.',
      why:
        'The callee sends its requests of the dialog to the Contact. With a sip URI they leave the secured path, so ' +
        'a callee that takes sips seriously answers 400 or 480.',
      falsePositives:
        'Behind a proxy it is a warning only, since the proxy may have changed the Request-URI to sips on the way.',
      fixSafety: 'Unsafe: the sender has to be reachable over TLS.',
      bad: [
        invite({ ...SIPS_TARGET, Contact: '<<|sip|>:alice@192.0.2.4>' }),
        invite({ Route: '<sips:proxy.example.com;lr>', Via: SIPS_TARGET.Via, Contact: '<<|sip|>:alice@192.0.2.4>' }),
      ],
      good: [
        invite({ ...SIPS_TARGET, Contact: '<sips:alice@192.0.2.4>' }),
        invite({ To: '<sips:bob@example.net>', Contact: '<sip:alice@192.0.2.4>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.8' },
      { rfc: 3261, section: '12.1.2' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      notSips:
        '{target} is a sips URI, but Contact is not: a strict callee rejects the INVITE, a lax one answers outside the secured path',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['INVITE'] },
  create: () => ({
    headers: {
      Contact(field, context) {
        const { message } = context;
        const secured = securedTarget(message);
        if (!secured || !lacksToTag(message)) return;
        for (const { value: contact } of field.values) {
          const uri = contact?.kind === 'name-addr' ? contact.uri : undefined;
          if (uri?.kind !== 'sip' || uri.secure) continue;
          const scheme = { start: uri.start, end: uri.start + uri.scheme.length };
          context.report({
            messageId: 'notSips',
            at: scheme,
            data: { target: secured.name },
            ceiling: isForwarded(message) ? 'warning' : undefined,
            related: [{ message: 'This is what demands it', at: secured.at }],
            fix: { title: 'Make it a sips URI', edits: [insertAt(scheme.end, 's')] },
          });
          return;
        }
      },
    },
  }),
});

/** What makes the INVITE a secured one: its Request-URI, or its topmost Route. */
function securedTarget(message: SipMessage): { readonly name: string; readonly at: Range } | undefined {
  const { startLine } = message;
  const requestUri = startLine.kind === 'request' ? startLine.requestUri.value : undefined;
  if (requestUri?.kind === 'sip' && requestUri.secure) return { name: 'Request-URI', at: requestUri };
  const topmostRoute = message.field('Route')?.value?.uri;
  if (topmostRoute?.kind === 'sip' && topmostRoute.secure) return { name: 'Topmost Route', at: topmostRoute };
  return undefined;
}

/** True if a proxy has put its Via above that of the sender. */
function isForwarded(message: SipMessage): boolean {
  const via = message.field('Via');
  return via !== undefined && (via.nextOfName !== undefined || via.values.length > 1);
}
