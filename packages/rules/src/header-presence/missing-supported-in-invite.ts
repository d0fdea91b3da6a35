import { insertRow } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { lacksToTag } from '../shared/message/place-in-dialog.js';
import { lastRowOf } from '../shared/message/rows.js';

export default requireHeader({
  id: 'missing-supported-in-invite',
  header: 'Supported',
  level: 'SHOULD',
  severity: 'info',
  strictSeverity: 'warning',
  presets: [],
  appliesTo: { kinds: ['request'], methods: ['INVITE'] },
  title: 'List the extensions you understand in every initial INVITE',
  docs: {
    what:
      'An INVITE without a To tag, which begins a call, has a Supported header field, in its long form or as "k", with ' +
      'the extensions that the caller understands. It may be empty. It is reported once a call.',
    why:
      'Extensions such as 100rel, timer and replaces come into use only where the other side says that it has them. ' +
      'An absent list does not tell a caller without extensions from one that forgot it.',
    falsePositives: 'Callers without extensions often leave it out, and their calls work.',
    fixSafety: 'Unsafe: an empty list denies the extensions that the caller may have.',
    bad: [invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0', Supported: null })],
    good: [invite({ Supported: null, k: '' }), invite({ To: '<sip:bob@example.net>;tag=8321234356', Supported: null })],
  },
  references: [
    { rfc: 3261, section: '8.1.1.9' },
    { rfc: 3261, section: '13.2.1' },
    { rfc: 3261, section: '20' },
  ],
  consequence: 'the callee cannot use any extension, even one that the caller has',
  judge: (invite) => (lacksToTag(invite) ? undefined : 'silent'),
  oncePerCall: true,
  fix: {
    safety: 'unsafe',
    plan: (invite) => ({
      title: 'Add an empty Supported',
      edits: [insertRow(invite, 'Supported:', lastRowOf(invite, 'CSeq'))],
    }),
  },
});
