import { type FixPlan, insertRow, paramOf, type SipMessage } from '@siplint/core';
import { options, response } from '../examples/messages.js';
import { requireCopiedHeader } from '../factories/missing-header.js';
import { isOutsideDialog } from '../shared/message/place-in-dialog.js';
import { lastRowOf } from '../shared/message/rows.js';

export default requireCopiedHeader({
  id: 'missing-call-id',
  header: 'Call-ID',
  title: 'Give every message a Call-ID header field',
  docs: {
    what: 'Every request and every response has a Call-ID header field, in its long form or as "i".',
    why:
      'The Call-ID tells the calls of two user agents apart. A server answers 400 to a request without it or drops ' +
      'it, and no response without it finds its call.',
    falsePositives:
      'A response copies the Call-ID from its request, so it is not reported where the file holds a request that ' +
      'lacks it, and a 4xx that names Call-ID in its reason phrase or in a Warning is at most an information.',
    fixSafety:
      'Unsafe: the call gets an identifier of its own. It is made of the From tag, which is as unique as a Call-ID ' +
      'must be, and of the host of the sender, so that retransmissions and retries of the request get the same.',
    bad: [
      options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0', 'Call-ID': null }),
      response(200, 'BYE', { startLine: 'SIP/2.0 <|200|> OK', 'Call-ID': null }),
    ],
    good: [
      options({ i: 'a84b4c76e66710' }),
      response(400, 'OPTIONS', { 'Call-ID': 'a84b4c76e66710@pc33.example.com' }),
    ],
  },
  references: [
    { rfc: 3261, section: '8.1.1' },
    { rfc: 3261, section: '8.2.6.2' },
    { rfc: 3261, section: '10.2' },
    { rfc: 3261, section: '20' },
    { rfc: 3261, section: '20.8' },
  ],
  consequence: 'receivers reject or drop the message',
  fix: { safety: 'unsafe', plan: addCallId },
});

function addCallId(message: SipMessage): FixPlan | undefined {
  if (!isOutsideDialog(message)) return undefined;
  const from = message.field('From')?.value;
  const tag = from && paramOf(from, 'tag');
  const sentBy = message.field('Via')?.value?.sentBy;
  if (!tag?.value || !sentBy) return undefined;
  const identifier = message.sourceText({ start: tag.valueStart, end: tag.end });
  const row = `Call-ID: ${identifier}@${message.sourceText(sentBy.host)}`;
  return { title: `Add ${row}`, edits: [insertRow(message, row, lastRowOf(message, 'From'))] };
}
