import { defineRule, paramOf, type Severity, type SipMessage } from '@siplint/core';
import { invite, ok } from '../examples/messages.js';
import { holdsPlaceholder } from '../shared/message/placeholders.js';
import { hasSeveralVias, viaIdentity } from '../shared/message/via.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'via-branch-missing',
    category: 'via',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give every Via a branch',
    docs: {
      what: 'Each Via has a branch parameter. Every element that follows RFC 3261 gives its own Via one.',
      why:
        'The branch is the name of the transaction. Without it the next element falls back to comparing Request-URI, tags, ' +
        'Call-ID, CSeq and the whole Via, and a proxy cannot tell forks of a request apart.',
      falsePositives:
        'Elements of RFC 2543 may leave it out. It is an error only where the request has one Via, so that who wrote it wrote ' +
        'the rest too, and shows no other trait of that age: it has Max-Forwards and a From tag.',
      bad: [
        invite({ Via: 'SIP/2.0/UDP <|pc33.example.com|>' }),
        invite({
          Via: [
            'SIP/2.0/UDP p1.example.com;branch=z9hG4bK1',
            'SIP/2.0/UDP <|pc33.example.com:5060|>;received=192.0.2.1',
          ],
        }),
      ],
      good: [
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;BRANCH=z9hG4bK776asdhds' }),
        ok('INVITE', { Via: 'SIP/2.0/UDP pc33.example.com;rport=5060;branch = z9hG4bK776asdhds-invite' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.7' },
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '20.42' },
    ],
    since: '0.1.0',
    messages: {
      missing: 'Via of {sentBy} has no branch: the next element cannot match retransmissions, ACK and CANCEL by it',
    },
  },
  create: () => ({
    headers: {
      Via(field, context) {
        for (const { value: via } of field.values) {
          if (!via || paramOf(via, 'branch') || holdsPlaceholder(context.message, via)) continue;
          const { message } = context;
          if (message.kind === 'response' && context.file.requestOf(message)) continue;
          // Other hops and retransmissions show the same Via again.
          if (!isFirstInCall(context, `${viaIdentity(via)} ${message.field('CSeq')?.rawValue}`)) continue;
          const isOld = isFromOldElement(message);
          const isCertain = message.kind === 'request' && !hasSeveralVias(message) && !isOld;
          const ceiling: Severity | undefined = isCertain ? undefined : 'warning';
          const data = { sentBy: message.sourceText(via.sentBy) };
          context.report({ messageId: 'missing', at: via.sentBy, data, ceiling, ceilingAlways: isOld });
        }
      },
    },
  }),
});

/** Traits of RFC 2543, which demands neither Max-Forwards nor a From tag. */
function isFromOldElement(message: SipMessage): boolean {
  if (message.kind === 'request' && !message.has('Max-Forwards')) return true;
  const from = message.field('From')?.value;
  return from !== undefined && paramOf(from, 'tag') === undefined;
}
