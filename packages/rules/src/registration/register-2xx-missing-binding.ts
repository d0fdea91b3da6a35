import { compareUris, defineRule, type FlowMessage } from '@siplint/core';
import { again, answerAgain } from '../examples/again.js';
import { file, ok, register } from '../examples/messages.js';
import { type Binding, bindingsIn, isLasting, isRemoval } from '../shared/message/bindings.js';

export default defineRule({
  meta: {
    id: 'register-2xx-missing-binding',
    category: 'registration',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'List in a 2xx to REGISTER what is bound, and nothing that was removed',
    docs: {
      what:
        'The 2xx to a REGISTER lists all current bindings: each Contact that the request asked for is among them, none that ' +
        'it removed is, and behind "Contact: *" there is none at all. Compared are user, host and port. It is an info if only ' +
        'other bindings are listed.',
      why:
        'The client learns from the list whether it is registered and until when. One that does not find itself registers ' +
        'again at once, or shows that it is offline; a binding that stays takes calls for a phone that is gone.',
      falsePositives:
        'Registrars, application-level gateways and session border controllers rewrite host and port of a Contact: then the ' +
        'client sees only what looks like a binding of others.',
      bad: [
        file(register(), ok('REGISTER', { startLine: 'SIP/2.0 <|200|> OK', Contact: null })),
        file(
          register(),
          ok('REGISTER', { startLine: 'SIP/2.0 <|200|> OK', Contact: '<sip:alice@192.0.2.77>;expires=60' }),
        ),
        file(register({ Expires: '0' }), ok('REGISTER', { Contact: '<<|sip:alice@pc33.example.com|>>;expires=60' })),
        file(
          register({ Contact: '*', Expires: '0' }),
          ok('REGISTER', { Contact: '<<|sip:alice@192.0.2.77|>>;expires=60' }),
        ),
      ],
      good: [
        file(
          register(),
          ok('REGISTER', {
            Contact: '<sip:alice@192.0.2.77>;expires=9, <sip:alice@PC33.example.com:5060;ob>;expires=60',
          }),
        ),
        file(register({ Expires: '0' }), ok('REGISTER', { Contact: '<sip:alice@192.0.2.77>;expires=60' })),
        file(register({ Expires: '0' }), ok('REGISTER', { Contact: '<sip:alice@pc33.example.com>;expires=0' })),
        file(register({ Contact: null, Expires: null }), ok('REGISTER', { Contact: null })),
        file(
          register(),
          ok('REGISTER'),
          again('REGISTER', { Contact: '*', Expires: '0' }),
          answerAgain(200, 'REGISTER', { Contact: null }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '10.2.1' },
      { rfc: 3261, section: '10.3' },
    ],
    since: '0.1.0',
    messages: {
      none: 'The 2xx lists no Contact, though the request binds "{uri}": the client cannot tell whether it is registered',
      others:
        'The 2xx lists other bindings, but not "{uri}", which the request binds: the client does not find itself in the list',
      kept: 'The 2xx lists "{uri}", which the request removed: calls still go there',
      keptByStar: 'The 2xx lists "{uri}", though the request removed all bindings with "*": calls still go there',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['REGISTER'], statuses: ['200-299'] },
  create: () => ({
    transaction({ request, responses }, context) {
      const response = responses.find(({ isSuccess }) => isSuccess);
      if (!request?.contacts || !response?.contacts || request.contacts.length === 0 || response.forwards) return;
      if (isAsAsked(request, response)) return;
      const listed = bindingsIn(response.message);
      const related = [{ message: 'The REGISTER', of: request, at: request.message.field('Contact')?.valueRange }];
      if (request.contacts.includes('*')) {
        // Others are register-star-not-answered-with-400.
        if (request.expires !== 0 || request.contacts.length > 1) return;
        for (const { uri } of listed.filter(isLasting)) {
          context.report({ messageId: 'keptByStar', in: response, at: uri, related, data: { uri: uri.text } });
        }
        return;
      }
      const asked = bindingsIn(request.message);
      for (const { uri } of keptOf(asked, listed)) {
        context.report({ messageId: 'kept', in: response, at: uri, related, data: { uri: uri.text } });
      }
      const keys = new Set(listed.map(({ key }) => key));
      const missing = asked.find((binding) => isLasting(binding) && !keys.has(binding.key));
      if (!missing) return;
      const data = { uri: missing.uri.text };
      const place = { in: response, related: [{ message: 'The binding', of: request, at: missing.uri }], data };
      if (listed.length === 0) context.report({ messageId: 'none', ...place });
      else context.report({ messageId: 'others', ...place, ceiling: 'info' });
    },
  }),
});

/** An interval of 0 in the text of a request: reason enough to read it. */
const REMOVAL = /expires\s*[=:]\s*"?0/i;

/** Contacts that are compared each with each. */
const FEW = 8;

/** True for what almost all registrations show: what is asked for is listed as it was written, and nothing is removed. */
function isAsAsked({ contacts: asked = [], text }: FlowMessage, { contacts: listed = [] }: FlowMessage): boolean {
  if (asked.length > FEW || listed.length > FEW) return false;
  return asked.every((contact) => contact !== '*' && listed.includes(contact)) && !REMOVAL.test(text);
}

/** Listed bindings that the request removed; one that differs in a parameter may be another one. */
function keptOf(asked: readonly Binding[], listed: readonly Binding[]): Binding[] {
  const others = new Set(asked.filter((binding) => !isRemoval(binding)).map(({ key }) => key));
  const removed = new Map(asked.filter(isRemoval).map((binding) => [binding.key, binding]));
  return listed.filter((binding) => {
    const gone = removed.get(binding.key);
    return gone && !others.has(binding.key) && isLasting(binding) && compareUris(gone.uri, binding.uri) === 'equal';
  });
}
