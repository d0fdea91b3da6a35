import { type FixPlan, insertRow, type SipMessage } from '@siplint/core';
import { options, response } from '../examples/messages.js';
import { requireCopiedHeader } from '../factories/missing-header.js';
import { isOutsideDialog } from '../shared/message/place-in-dialog.js';
import { lastRowOf } from '../shared/message/rows.js';

export default requireCopiedHeader({
  id: 'missing-to',
  header: 'To',
  title: 'Give every message a To header field',
  docs: {
    what: 'Every request and every response has a To header field, in its long form or as "t".',
    why:
      'To names the addressee and, with its tag, the callee end of the dialog. A server answers 400 to a request ' +
      'without it or drops it, and a client cannot match such a response to its dialog.',
    falsePositives:
      'A response copies To from its request, so it is not reported where the file holds a request that lacks it, ' +
      'and a 4xx that names To in its reason phrase or in a Warning is at most an information.',
    fixSafety: 'Unsafe: the addressee is taken from the Request-URI, which a proxy may have rewritten.',
    bad: [
      options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0', To: null }),
      response(200, 'BYE', { startLine: 'SIP/2.0 <|200|> OK', To: null }),
    ],
    good: [options({ To: null, t: '<sip:bob@example.net>' }), options({ To: 'sip:bob@example.net' })],
  },
  references: [
    { rfc: 3261, section: '8.1.1' },
    { rfc: 3261, section: '8.2.6.2' },
    { rfc: 3261, section: '10.2' },
    { rfc: 3261, section: '20' },
    { rfc: 3261, section: '20.39' },
  ],
  consequence: 'receivers reject or drop the message',
  fix: { safety: 'unsafe', plan: addAddressee },
});

/** The To of a REGISTER is an address of record, which the Request-URI does not tell. */
function addAddressee(message: SipMessage): FixPlan | undefined {
  const { startLine, method } = message;
  if (startLine.kind !== 'request' || method === 'REGISTER' || !isOutsideDialog(message)) return undefined;
  const uri = startLine.requestUri.value;
  if (!uri) return undefined;
  // Port and parameters of the Request-URI have no place in To (§19.1.1, Table 1).
  const end = uri.kind === 'sip' && uri.host ? uri.host.end : uri.end;
  const row = `To: <${message.sourceText({ start: uri.start, end })}>`;
  const after = lastRowOf(message, 'Max-Forwards') ?? lastRowOf(message, 'Via');
  return { title: `Add ${row}`, edits: [insertRow(message, row, after)] };
}
