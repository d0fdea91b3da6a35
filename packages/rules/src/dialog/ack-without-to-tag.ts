import { defineRule, paramOf } from '@siplint/core';
import { ack, file, invite, ok, response } from '../examples/messages.js';
import { tagInUri } from '../shared/dialog/tags.js';
import { wasRefusedOrUntagged } from '../shared/transaction/answered-invites.js';

export default defineRule({
  meta: {
    id: 'ack-without-to-tag',
    category: 'dialog',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Give the To of an ACK the tag of the response',
    docs: {
      what:
        'An ACK copies the To of the response that it acknowledges, or, to a 2xx, has the tag of the dialog: its To has a ' +
        'tag either way.',
      why:
        'The server does not find the dialog or the transaction of the ACK. It sends its response again and again, and in ' +
        'the end hangs up.',
      falsePositives:
        'A server of RFC 2543 gives no tag, and then the ACK has none: nothing is reported where the file shows its 2xx. The ACK ' +
        'to a failure in the file is compared with that.',
      bad: [
        ack({ To: '<|<sip:bob@example.net>|>' }),
        file(invite(), ok('INVITE'), ack({ To: '<|<sip:bob@example.net>|>' })),
      ],
      good: [
        ack(),
        file(response(486, 'INVITE', { To: '<sip:bob@example.net>' }), ack({ To: '<sip:bob@example.net>' })),
      ],
    },
    references: [
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 3261, section: '13.2.2.4' },
      { rfc: 3261, section: '17.1.1.3' },
    ],
    since: '0.1.0',
    messages: {
      toTagMissing: 'To of the ACK has no tag: the server does not match it, repeats its response and then hangs up',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['ACK'] },
  create: () => ({
    headers: {
      To(field, context) {
        const to = field.value;
        // A tag inside the angle brackets is tag-inside-uri.
        if (!to || paramOf(to, 'tag') || tagInUri(to)) return;
        if (wasRefusedOrUntagged(context.file, context.message)) return;
        context.report({ messageId: 'toTagMissing', at: to });
      },
    },
  }),
});
