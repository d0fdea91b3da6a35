import { response } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';

export default requireHeader({
  id: 'missing-contact-in-invite-2xx',
  header: 'Contact',
  category: 'contact',
  title: 'Give every 2xx response to INVITE a Contact',
  appliesTo: { methods: ['INVITE'], statuses: ['200-299'] },
  docs: {
    what: 'A 2xx response to an INVITE or re-INVITE has a Contact header field, in its long form or as "m".',
    why:
      'The caller sends its ACK and all further requests to the Contact of the 2xx. Without it the ACK goes astray, ' +
      'and the callee repeats its 200 until it gives up and ends the call.',
    bad: [response(200, 'INVITE', { startLine: 'SIP/2.0 <|200|> OK', Contact: null })],
    good: [response(200, 'INVITE', { m: '<sip:bob@192.0.2.4>' }), response(200, 'BYE', { Contact: null })],
  },
  references: [
    { rfc: 3261, section: '12.1.1' },
    { rfc: 3261, section: '20' },
  ],
  consequence: 'the caller does not know where to send its ACK',
});
