import { file, invite, response } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { hasToTag } from '../shared/message/place-in-dialog.js';

export default requireHeader({
  id: 'missing-contact-in-early-dialog-response',
  header: 'Contact',
  category: 'contact',
  severity: 'warning',
  strictSeverity: 'error',
  title: 'Give a provisional response with a To tag a Contact',
  appliesTo: { methods: ['INVITE'], statuses: ['101-198'] },
  docs: {
    what:
      'A response from 101 to 198 to an initial INVITE that has a To tag sets up an early dialog, and then has a ' +
      'Contact header field. A 199 ends one, and that of a proxy should have no Contact.',
    why: 'The caller sends PRACK, UPDATE or a BYE of the early dialog to this Contact. Without it these requests cannot be sent.',
    falsePositives:
      'Table 2 of RFC 3261 marks Contact as optional in a 1xx, and a caller that sends nothing within the early ' +
      'dialog does not miss it. Without the To tag there is no early dialog and nothing to report.',
    bad: [response(180, 'INVITE', { startLine: 'SIP/2.0 <|180|> Ringing', Contact: null })],
    good: [
      response(180, 'INVITE', { Contact: '<sip:bob@192.0.2.4>' }),
      response(180, 'INVITE', { Contact: null, To: '<sip:bob@example.net>' }),
      file(
        invite({ To: '<sip:bob@example.net>;tag=8321234356', startLine: 'INVITE sip:bob@client.example.net SIP/2.0' }),
        response(180, 'INVITE', { Contact: null }),
      ),
    ],
  },
  references: [
    { rfc: 3261, section: '12.1.1' },
    { rfc: 3261, section: '13.3.1.1' },
    { rfc: 6228, section: '6' },
  ],
  consequence: 'the caller can send no request in this early dialog',
  judge(message, file) {
    const request = hasToTag(message) ? file.requestOf(message) : undefined;
    return !hasToTag(message) || (request && hasToTag(request)) ? 'silent' : undefined;
  },
});
