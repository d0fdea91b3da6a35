import { defineRule } from '@siplint/core';
import { again, answerAgain } from '../examples/again.js';
import { file, line, ok, register } from '../examples/messages.js';
import { isForkOf } from '../shared/auth/answered-challenge.js';
import { bindingsIn, isLasting } from '../shared/message/bindings.js';

const at = (seconds: number) => line(`# siplint-set time=${seconds}`);
const GRANTED = [at(10), register(), at(10.5), ok('REGISTER', { Contact: '<sip:alice@pc33.example.com>;expires=60' })];

export default defineRule({
  meta: {
    id: 'register-refresh-after-expiry',
    category: 'registration',
    level: 'advice',
    severity: 'info',
    presets: [],
    title: 'Refresh a binding before it expires',
    docs: {
      what:
        'With time stamps: the REGISTER that refreshes a binding is sent before the interval is over that the last 2xx gave ' +
        'it.',
      why: 'Between the end of the binding and the REGISTER nobody can call the user, and voice mail answers instead.',
      falsePositives:
        'A device that was switched off or had no network in between does nothing wrong. REGISTERs with numbers in between ' +
        'that are not in the file make the rule silent.',
      bad: [
        file(
          ...GRANTED,
          at(75),
          again('REGISTER', { Contact: '<<|sip:alice@pc33.example.com|>>', Expires: '60' }),
          answerAgain(200, 'REGISTER', { Contact: '<sip:alice@pc33.example.com>;expires=60' }),
        ),
      ],
      good: [
        file(...GRANTED, at(60), again('REGISTER')),
        file(...GRANTED, at(75), again('REGISTER', { Contact: '<sip:alice@192.0.2.7>' })),
        file(...GRANTED, at(75), again('REGISTER', { Expires: '0' })),
        file(...GRANTED, at(75), again('REGISTER', {}, 2)),
      ],
    },
    references: [{ rfc: 3261, section: '10.2.4' }],
    since: '0.1.0',
    messages: {
      late: 'The binding "{uri}" ran out {late} s before this REGISTER: the user could not be called in between, refresh it earlier',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['REGISTER'] },
  create: () => ({
    transaction({ request, previous, upstream }, context) {
      const granted = previous?.responses.find(({ isSuccess }) => isSuccess);
      const before = previous?.request;
      if (!request?.has('Contact') || !granted || !before || upstream || request.method !== 'REGISTER') return;
      if (request.time === undefined || granted.time === undefined || request.cseqNumber !== before.cseqNumber + 1)
        return;
      const elapsed = request.time - granted.time;
      if (elapsed <= 0 || isForkOf(request, before)) return;
      const refreshed = new Map(bindingsIn(request.message).map((binding) => [binding.key, binding]));
      const own = new Set(bindingsIn(before.message).map(({ key }) => key));
      for (const { key, interval } of bindingsIn(granted.message)) {
        const binding = refreshed.get(key);
        if (!interval?.seconds || interval.seconds >= elapsed || !own.has(key) || !binding || !isLasting(binding))
          continue;
        const late = (elapsed - interval.seconds).toFixed(1).replace('.0', '');
        context.report({
          messageId: 'late',
          in: request,
          at: binding.uri,
          data: { uri: binding.uri.text, late },
          related: [{ message: `The 2xx that gave it ${interval.text} s`, of: granted, at: interval.at }],
        });
      }
    },
  }),
});
