import { response } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';

export default requireHeader({
  id: 'missing-retry-after-in-temporary-failure',
  header: 'Retry-After',
  level: 'advice',
  severity: 'hint',
  presets: [],
  appliesTo: { statuses: [413, 503] },
  title: 'Say in a 413 or 503 when to try again',
  docs: {
    what:
      'A 413 or 503 response whose cause will pass has a Retry-After header field. It is reported once a call, whichever ' +
      'hops the response passes.',
    why:
      'A client that gets a 503 without Retry-After treats it as a 500. With Retry-After it leaves the server alone ' +
      'for that time and tries another one.',
    falsePositives: 'A failure that will not pass has no Retry-After, and the message does not tell which it is.',
    bad: [
      response(503, 'INVITE', { startLine: 'SIP/2.0 <|503|> Service Unavailable', 'Retry-After': null }),
      response(413, 'MESSAGE', { startLine: 'SIP/2.0 <|413|> Request Entity Too Large', 'Retry-After': null }),
    ],
    good: [
      response(503, 'OPTIONS', { 'Retry-After': '120 (restarting)' }),
      response(486, 'INVITE', { 'Retry-After': null }),
    ],
  },
  references: [
    { rfc: 3261, section: '20.33' },
    { rfc: 3261, section: '21.4.11' },
    { rfc: 3261, section: '21.5.4' },
  ],
  consequence: 'if the failure will pass, clients do not learn when to try again',
  oncePerCall: true,
});
