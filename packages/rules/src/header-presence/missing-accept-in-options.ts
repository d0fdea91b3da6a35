import { insertRow } from '@siplint/core';
import { ok, options } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { lastRowOf } from '../shared/message/rows.js';

export default requireHeader({
  id: 'missing-accept-in-options',
  header: 'Accept',
  level: 'SHOULD',
  severity: 'info',
  strictSeverity: 'warning',
  presets: [],
  appliesTo: { kinds: ['request'], methods: ['OPTIONS'] },
  title: 'Say in every OPTIONS request which body you want back',
  docs: {
    what:
      'An OPTIONS request has an Accept header field that names the body types which the answer may have. Mostly that ' +
      'is application/sdp. It is reported once a Call-ID.',
    why:
      'The answer describes what the server can do in a body of one of these types. Without Accept it may have a ' +
      'session description, or none.',
    falsePositives:
      'OPTIONS requests that only keep a connection open or ask whether a server is alive leave it out, and nobody ' +
      'reads the body of the answer. Turn the rule off for such traffic.',
    fixSafety: 'Unsafe: which types the sender can read is for its makers to say.',
    bad: [options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0', Accept: null })],
    good: [options({ Accept: 'application/sdp' }), options({ Accept: '' }), ok('OPTIONS', { Accept: null })],
  },
  references: [
    { rfc: 3261, section: '11.1' },
    { rfc: 3261, section: '20' },
  ],
  consequence: 'the server does not know which body the sender can read',
  oncePerCall: true,
  fix: {
    safety: 'unsafe',
    plan: (options) => ({
      title: 'Add Accept: application/sdp',
      edits: [insertRow(options, 'Accept: application/sdp', lastRowOf(options, 'CSeq'))],
    }),
  },
});
