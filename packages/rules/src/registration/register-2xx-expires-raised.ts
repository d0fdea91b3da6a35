import { defineRule } from '@siplint/core';
import { file, ok, register } from '../examples/messages.js';
import { bindingsIn } from '../shared/message/bindings.js';

export default defineRule({
  meta: {
    id: 'register-2xx-expires-raised',
    category: 'registration',
    level: 'advice',
    severity: 'info',
    presets: [],
    title: 'Do not grant a binding more time than was asked for',
    docs: {
      what:
        'The expiration of a binding in a 2xx to REGISTER is not longer than the one that the request stated for it. A ' +
        'registrar may shorten the time; if it takes it for too brief it answers 423. Reported once a Contact and Call-ID.',
      why:
        'A client that asked for a minute knows why: behind a NAT, or short of battery. If it goes by its own value it is ' +
        'fine; if it goes by that of the registrar its binding outlives the way to it.',
      falsePositives: 'Many registrars raise short times to their minimum instead of sending 423, and clients cope.',
      bad: [
        file(
          register({ Expires: null, Contact: '<sip:alice@pc33.example.com>;expires=60' }),
          ok('REGISTER', { Contact: '<sip:alice@pc33.example.com>;expires=<|3600|>' }),
        ),
      ],
      good: [
        file(register(), ok('REGISTER', { Contact: '<sip:alice@pc33.example.com>;expires=60' })),
        file(register({ Expires: null }), ok('REGISTER')),
        file(
          register(),
          ok('REGISTER', { Contact: '<sip:alice@192.0.2.77>;expires=9000, <sip:alice@pc33.example.com>;expires=7200' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '10.2.1.1' },
      { rfc: 3261, section: '10.3' },
    ],
    since: '0.1.0',
    messages: {
      raised:
        'The registrar keeps "{uri}" for {granted} s, though {asked} s were asked for: it may shorten the time or answer 423, not raise it',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['REGISTER'], statuses: ['200-299'] },
  create: () => ({
    transaction({ request, responses }, context) {
      const response = responses.find(({ isSuccess }) => isSuccess);
      if (!request?.contacts?.length || !response?.contacts?.length || response.forwards) return;
      const asked = new Map(bindingsIn(request.message).map((binding) => [binding.key, binding]));
      for (const { key, uri, interval: granted } of bindingsIn(response.message)) {
        const wanted = asked.get(key)?.interval;
        if (!granted?.seconds || !wanted?.seconds || granted.seconds <= wanted.seconds) continue;
        if (!context.once(`${response.callId} ${key}`)) continue;
        context.report({
          messageId: 'raised',
          in: response,
          at: granted.at,
          data: { uri: uri.text, granted: granted.text, asked: wanted.text },
          related: [{ message: 'The interval that was asked for', of: request, at: wanted.at }],
        });
      }
    },
  }),
});
