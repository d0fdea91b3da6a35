import { bye, file, invite, ok } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { lacksToTag } from '../shared/message/place-in-dialog.js';

export default requireHeader({
  id: 'missing-allow-in-invite',
  header: 'Allow',
  level: 'SHOULD',
  severity: 'info',
  strictSeverity: 'warning',
  presets: [],
  appliesTo: { kinds: ['request'], methods: ['INVITE'] },
  title: 'List the methods you understand in every initial INVITE',
  docs: {
    what:
      'An INVITE without a To tag, which begins a call, has an Allow header field with the methods that the caller ' +
      'understands. It is reported once a call.',
    why:
      'The callee learns from it whether it can send UPDATE, INFO, REFER and others during the call. Without it the ' +
      'callee has to try, or does without.',
    falsePositives: 'Many calls work without it; even the example flows of the RFC leave it out.',
    bad: [invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0', Allow: null })],
    good: [
      invite({ Allow: 'INVITE, ACK, CANCEL, BYE, OPTIONS' }),
      invite({ To: '<sip:bob@example.net>;tag=8321234356', Allow: null }),
      file(ok('INVITE'), bye()),
    ],
  },
  references: [
    { rfc: 3261, section: '13.2.1' },
    { rfc: 3261, section: '20.5' },
  ],
  consequence: 'the callee does not know which methods it can send during the call',
  judge: (invite) => (lacksToTag(invite) ? undefined : 'silent'),
  oncePerCall: true,
});
