import { defineRule, paramOf, type SipMessage } from '@siplint/core';
import { file, invite, response } from '../examples/messages.js';
import { tagInUri } from '../shared/dialog/tags.js';
import { hasOldStyleBranch } from '../shared/message/old-style.js';

export default defineRule({
  meta: {
    id: 'from-tag-missing',
    category: 'from-to',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give every From a tag',
    docs: {
      what: 'From has a tag parameter, behind the angle brackets if there are any.',
      why:
        'Call-ID and the two tags tell which dialog a message belongs to. Without a From tag two calls with one Call-ID ' +
        'mix up, and many stacks answer 400.',
      falsePositives:
        'RFC 2543 clients had no tags, and servers have to cope with them: where the topmost Via has no "z9hG4bK" branch ' +
        'it is a warning at most. A response only copies the From of its request, so it is silent if that lacks it too.',
      bad: [
        invite({ From: '<|<sip:alice@example.com>|>' }),
        file(invite({ From: '<|sip:alice@example.com|>' }), response(180, 'INVITE', { From: 'sip:alice@example.com' })),
      ],
      good: [
        invite({ From: 'sip:alice@example.com;tag=1928301774' }),
        invite({ From: '"A" <sip:alice@example.com> ; x=1 ; TAG = 1928301774' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.3' },
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '19.3' },
    ],
    since: '0.1.0',
    messages: {
      missing: 'From has no tag: receivers cannot tell this dialog from others with the same Call-ID, or answer 400',
    },
  },
  create: () => ({
    headers: {
      From({ value: from }, context) {
        if (!from || paramOf(from, 'tag') || tagInUri(from)) return;
        const { message } = context;
        const isResponse = message.kind === 'response';
        const request = isResponse ? context.file.requestOf(message) : undefined;
        if (request && !hasFromTag(request)) return;
        // The later requests of a dialog have to copy the From of the first.
        if (!context.once(`${message.field('Call-ID')?.rawValue ?? ''} ${from.uri?.text ?? ''}`)) return;
        // Without a Via that can be read nothing shows that the sender follows RFC 3261.
        const isOld = hasOldStyleBranch(message) || !message.field('Via')?.value;
        const ceiling = isOld || isResponse ? 'warning' : undefined;
        context.report({ messageId: 'missing', at: from, ceiling, ceilingAlways: isOld });
      },
    },
  }),
});

function hasFromTag(request: SipMessage): boolean {
  const from = request.field('From')?.value;
  return from !== undefined && paramOf(from, 'tag') !== undefined;
}
