import { bodyOf, type LintFile, partsOf, type SipMessage } from '@siplint/core';
import { file, invite, response } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';

export default requireHeader({
  id: 'missing-warning-in-488',
  header: 'Warning',
  level: 'SHOULD',
  severity: 'info',
  strictSeverity: 'warning',
  presets: [],
  appliesTo: { methods: ['INVITE'], statuses: [488, 606] },
  title: 'Explain in a Warning why an offer is refused',
  docs: {
    what:
      'A 488 response to an INVITE with an offer has a Warning header field that says what is wrong with the offer. For 606 ' +
      'it is only allowed, so there it is a hint.',
    why:
      'The codes of Warning tell a missing codec from a bandwidth that is too high. Without one the caller cannot make ' +
      'a better offer, and whoever reads the trace has to guess.',
    falsePositives:
      'Without the request in the file nobody knows whether it held an offer. If it is there and has no session ' +
      'description, the response is not judged.',
    bad: [
      response(488, 'INVITE', { startLine: 'SIP/2.0 <|488|> Not Acceptable Here', Warning: null }),
      file(invite(), response(606, 'INVITE', { startLine: 'SIP/2.0 <|606|> Not Acceptable', Warning: null })),
    ],
    good: [
      response(488, 'INVITE', { Warning: '305 client.example.net "Incompatible media format"' }),
      file(invite({ body: null }), response(488, 'INVITE', { Warning: null })),
      response(488, 'UPDATE', { Warning: null }),
    ],
  },
  references: [
    { rfc: 3261, section: '13.3.1.3' },
    { rfc: 3261, section: '14.2' },
    { rfc: 3261, section: '21.6.4' },
  ],
  consequence: 'the caller does not learn what to change in its offer',
  judge(response, file) {
    if (hasNoOffer(response, file)) return 'silent';
    return response.statusCode === 606 ? { ceiling: 'hint', ceilingAlways: true } : undefined;
  },
  oncePerCall: true,
});

/** True if the request is in the file and offers no session. */
function hasNoOffer(response: SipMessage, file: LintFile): boolean {
  const request = file.requestOf(response);
  if (!request) return false;
  if (request.body.start === request.body.end) return true;
  for (const part of partsOf(bodyOf(request))) {
    if (part.essence === 'application/sdp' || (part.isOpaque && !part.isMultipart)) return false;
  }
  return !bodyOf(request).isOpaque;
}
