import { defineRule, type FlowMessage, type Range } from '@siplint/core';
import { file, line, ok, register, response } from '../examples/messages.js';
import { contactsOf } from '../shared/message/contacts.js';

const accepted = ok('REGISTER', { startLine: 'SIP/2.0 <|200|> OK', Contact: null });
const notZero = line('# siplint-disable-next-message register-star-without-expires-zero -- the defect of the client');
const notAlone = line('# siplint-disable-next-message contact-star-syntax -- the defect of the client');

export default defineRule({
  meta: {
    id: 'register-star-not-answered-with-400',
    category: 'registration',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Answer 400 to a "Contact: *" that has other Contacts beside it or an interval',
    docs: {
      what:
        'A registrar answers a REGISTER with 400 if "*" is not its only Contact, or if its Expires is not 0. A 2xx to such a ' +
        'request is wrong whatever the registrar made of it.',
      why:
        '"*" removes all bindings of a user. From a request that also asks for a binding the registrar cannot know which of ' +
        'the two is meant: either the user is unreachable or devices stay bound that should be gone.',
      bad: [
        file(notZero, register({ Contact: '*', Expires: '3600' }), accepted),
        file(notAlone, register({ Contact: '*, <sip:alice@pc33.example.com>', Expires: '0' }), accepted),
      ],
      good: [
        file(register({ Contact: '*', Expires: '0' }), ok('REGISTER', { Contact: null })),
        file(
          register({ Contact: '*', Expires: '3600' }),
          response(400, 'REGISTER', { startLine: 'SIP/2.0 400 Expires Is Not 0' }),
        ),
        file(register({ Contact: '*', Expires: null }), ok('REGISTER', { Contact: null })),
      ],
    },
    references: [{ rfc: 3261, section: '10.3' }],
    since: '0.1.0',
    messages: {
      notZero:
        'This accepts a REGISTER with "Contact: *" and Expires {expires}, which asks for two things at once: the registrar has to answer 400',
      notAlone:
        'This accepts a REGISTER with "*" and other Contacts, which asks for two things at once: the registrar has to answer 400',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['REGISTER'], statuses: ['200-299'] },
  create: () => ({
    transaction({ request, responses }, context) {
      // Where a value did not parse it may be the "*" that has others beside it.
      if (!request || (request.contacts && !request.contacts.includes('*'))) return;
      const response = responses.find(({ isSuccess }) => isSuccess);
      if (!response || response.forwards) return;
      if (request.contacts?.length === 1) {
        if (!request.expires) return;
        const related = relatedTo(request, request.message.field('Expires')?.valueRange);
        context.report({ messageId: 'notZero', in: response, related, data: { expires: request.expires } });
        return;
      }
      const { hasStar, count } = contactsOf(request.message);
      if (!hasStar || count === 0) return;
      const related = relatedTo(request, request.message.field('Contact')?.valueRange);
      context.report({ messageId: 'notAlone', in: response, related });
    },
  }),
});

function relatedTo(request: FlowMessage, at: Range | undefined) {
  return [{ message: 'The REGISTER', of: request, at }];
}
