import type { LintFile, SipMessage } from '@siplint/core';
import { file, invite, ok, response } from '../examples/messages.js';
import { requireCapabilities } from '../factories/missing-capabilities.js';
import { hasToTag } from '../shared/message/place-in-dialog.js';

const REINVITE = invite({ To: '<sip:bob@example.net>;tag=8321234356' });

export default requireCapabilities({
  id: 'missing-allow-supported-in-invite-2xx',
  level: 'SHOULD',
  severity: 'info',
  strictSeverity: 'warning',
  title: 'Send Allow and Supported in a 2xx that accepts a call',
  docs: {
    what:
      'A success response to an initial INVITE has the header fields Allow and Supported. Supported may be empty. It is ' +
      'reported once a call; if the file shows that the INVITE was sent within a dialog, it is not.',
    why:
      'The caller learns which methods and extensions it can use during the call. Without them it has to try each one, ' +
      'or does without.',
    falsePositives:
      'If the INVITE is not in the file, the response may be to one within a dialog, which needs neither.',
    bad: [
      ok('INVITE', { startLine: 'SIP/2.0 <|200|> OK', Allow: null, Supported: null }),
      ok('INVITE', { startLine: 'SIP/2.0 <|200|> OK', Supported: null }),
    ],
    good: [
      ok('INVITE', { Supported: '' }),
      ok('INVITE', { Supported: null, k: 'timer' }),
      file(REINVITE, ok('INVITE', { Allow: null, Supported: null })),
      response(180, 'INVITE'),
    ],
  },
  references: [
    { rfc: 3261, section: '13.3.1.4' },
    { rfc: 3261, section: '20' },
  ],
  appliesTo: { methods: ['INVITE'], statuses: ['200-299'] },
  headers: ['Allow', 'Supported'],
  consequence: 'the caller does not know which methods and extensions it can use during the call',
  judge: (absent, response, file) => (isToReinvite(response, file) ? [] : absent),
});

function isToReinvite(response: SipMessage, file: LintFile): boolean {
  const request = file.requestOf(response);
  return request !== undefined && hasToTag(request);
}
