import { type FixPlan, insertRow, type SipMessage } from '@siplint/core';
import { options, response } from '../examples/messages.js';
import { requireCopiedHeader } from '../factories/missing-header.js';
import { isOutsideDialog } from '../shared/message/place-in-dialog.js';
import { lastRowOf } from '../shared/message/rows.js';

export default requireCopiedHeader({
  id: 'missing-cseq',
  header: 'CSeq',
  title: 'Give every message a CSeq header field',
  docs: {
    what: 'Every request and every response has a CSeq header field. It has no compact form.',
    why:
      'CSeq puts the requests of a dialog in order, and its method tells a response to an INVITE from one to the ' +
      'CANCEL or BYE of the same call. A server answers 400 to a request without it, and a client drops such a ' +
      'response.',
    falsePositives:
      'A response copies CSeq from its request, so it is not reported where the file holds a request that lacks it, ' +
      'and a 4xx that names CSeq in its reason phrase or in a Warning is at most an information.',
    fixSafety: 'Unsafe: the number is invented. It may not be lower than that of an earlier request of the same call.',
    bad: [
      options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0', CSeq: null }),
      response(200, 'BYE', { startLine: 'SIP/2.0 <|200|> OK', CSeq: null }),
    ],
    good: [options({ cseq: '0 OPTIONS' }), response(200, 'BYE', { CSeq: '4711 BYE' })],
  },
  references: [
    { rfc: 3261, section: '8.1.1' },
    { rfc: 3261, section: '8.2.6.2' },
    { rfc: 3261, section: '10.2' },
    { rfc: 3261, section: '20' },
    { rfc: 3261, section: '20.16' },
  ],
  consequence: 'receivers reject or drop the message',
  fix: { safety: 'unsafe', plan: addCSeq },
});

function addCSeq(message: SipMessage): FixPlan | undefined {
  const { startLine } = message;
  if (startLine.kind !== 'request' || !isOutsideDialog(message)) return undefined;
  const row = `CSeq: 1 ${message.sourceText(startLine.method)}`;
  return { title: `Add ${row}`, edits: [insertRow(message, row, lastRowOf(message, 'Call-ID'))] };
}
