import { invite } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { hasOldStyleBranch } from '../shared/message/old-style.js';
import { lacksToTag } from '../shared/message/place-in-dialog.js';

export default requireHeader({
  id: 'missing-contact-in-invite',
  header: 'Contact',
  category: 'contact',
  title: 'Give every INVITE a Contact',
  appliesTo: { kinds: ['request'], methods: ['INVITE'] },
  docs: {
    what: 'An INVITE has a Contact header field, in its long form or as "m".',
    why:
      'The callee sends the requests of the dialog, its BYE among them, to the Contact of the INVITE. Without it ' +
      'only the caller can end the call; most user agents and session border controllers answer 400.',
    falsePositives:
      'A re-INVITE is a warning only, since §12.2.1.1 leaves its Contact at SHOULD, and so is an INVITE whose ' +
      'topmost Via has no "z9hG4bK" branch, since RFC 2543 did not demand a Contact.',
    bad: [invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0', Contact: null })],
    good: [
      invite({ m: '<sip:alice@192.0.2.4>' }),
      invite({ Contact: 'Alice <sip:alice@pc33.example.com>;expires=60' }),
    ],
  },
  references: [
    { rfc: 3261, section: '8.1.1.8' },
    { rfc: 3261, section: '12.1.2' },
    { rfc: 3261, section: '20' },
  ],
  consequence: 'the callee cannot send requests back, and many servers answer 400',
  judge: (message) => (lacksToTag(message) && !hasOldStyleBranch(message) ? undefined : { ceiling: 'warning' }),
});
