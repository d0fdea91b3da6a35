import { defineRule } from '@siplint/core';
import { again, answerAgain } from '../examples/again.js';
import { file, register, response } from '../examples/messages.js';
import { isForkOf } from '../shared/auth/answered-challenge.js';
import { bindingsIn } from '../shared/message/bindings.js';

const REFUSED = [register({ Expires: '30' }), response(423, 'REGISTER', { 'Min-Expires': '60' })];
const CONTACT = '<sip:alice@pc33.example.com>';

export default defineRule({
  meta: {
    id: 'register-retry-below-min-expires',
    category: 'registration',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Raise all intervals to Min-Expires when a REGISTER is sent again behind a 423',
    docs: {
      what:
        'The REGISTER that follows a 423 asks for no interval between zero and the Min-Expires of that response. Removals, ' +
        'which ask for zero, stay as they are. Reported once a Call-ID.',
      why: 'The registrar refuses it with 423 again: the client does not get registered, however often it tries.',
      bad: [
        file(...REFUSED, again('REGISTER', { Expires: '<|30|>' })),
        file(...REFUSED, again('REGISTER', { Contact: `${CONTACT};expires=<|59|>`, Expires: '60' })),
      ],
      good: [
        file(
          ...REFUSED,
          again('REGISTER', { Expires: '60' }),
          answerAgain(200, 'REGISTER', { Contact: `${CONTACT};expires=60` }),
        ),
        file(
          ...REFUSED,
          again('REGISTER', { Contact: `${CONTACT};expires=60, <sip:alice@192.0.2.7>;expires=0`, Expires: '30' }),
        ),
        file(...REFUSED, again('REGISTER', { Expires: null })),
      ],
    },
    references: [
      { rfc: 3261, section: '10.2.8' },
      { rfc: 3261, section: '20.23' },
    ],
    since: '0.1.0',
    messages: {
      below:
        'This REGISTER asks for {interval} s, though the 423 before it has Min-Expires {minimum}: the registrar refuses it again, ask for more',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['REGISTER'] },
  create: () => ({
    transaction({ request, previous, upstream }, context) {
      const refusal = previous?.final;
      if (refusal?.statusCode !== 423 || refusal.method !== 'REGISTER' || !request || upstream) return;
      if (refusal.index > request.index || (previous?.request && isForkOf(request, previous.request))) return;
      const field = refusal.message.field('Min-Expires');
      const minimum = field?.value?.value;
      if (minimum === undefined) return;
      const brief = bindingsIn(request.message).find(({ interval }) => interval?.seconds && interval.seconds < minimum);
      if (!brief?.interval || !context.once(request.callId)) return;
      context.report({
        messageId: 'below',
        in: request,
        at: brief.interval.at,
        data: { interval: brief.interval.text, minimum },
        related: [{ message: 'The 423 before it', of: refusal, at: field?.valueRange }],
      });
    },
  }),
});
