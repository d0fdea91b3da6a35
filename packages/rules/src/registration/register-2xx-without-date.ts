import { ok, response } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';

export default requireHeader({
  id: 'register-2xx-without-date',
  header: 'Date',
  category: 'registration',
  level: 'SHOULD',
  severity: 'hint',
  strictSeverity: 'warning',
  presets: [],
  appliesTo: { methods: ['REGISTER'], statuses: ['200-299'] },
  title: 'Tell the time in every 2xx to REGISTER',
  docs: {
    what: 'A success response to a REGISTER has a Date header field. It is reported once a Call-ID.',
    why:
      'Phones without a clock of their own set it by this header field. Without it they may show a wrong time, and ' +
      'cannot tell whether a certificate is still valid.',
    falsePositives: 'Clients that get the time elsewhere do not miss it.',
    bad: [ok('REGISTER', { startLine: 'SIP/2.0 <|200|> OK', Date: null })],
    good: [ok('REGISTER', { Date: 'Sat, 13 Nov 2010 23:29:00 GMT' }), response(401, 'REGISTER', { Date: null })],
  },
  references: [{ rfc: 3261, section: '10.3' }],
  consequence: 'clients without a clock do not learn the time',
  oncePerCall: true,
});
