import { defineRule } from '@siplint/core';
import { file, invite, options, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { demandedOptions } from '../shared/transaction/offered-options.js';

export default defineRule({
  meta: {
    id: 'unsupported-lists-unrequested-option',
    category: 'header-syntax',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'List in Unsupported only options that the request demanded',
    docs: {
      what:
        'Unsupported of a 420 has only option tags that stood in Require or Proxy-Require of the request, on one of the hops in ' +
        'the file.',
      why:
        'The client takes the listed options out of its request and tries again. It has no such option to take out, so it gives ' +
        'up, or sends the same request and gets the same response.',
      falsePositives:
        'A proxy between the file and the server may have added an option to the request, though it must not demand what the ' +
        'client does not know of.',
      bad: [
        file(invite({ Require: 'timer' }), response(420, 'INVITE', { Unsupported: '<|100rel|>' }), failureAck()),
        file(options({ Supported: '100rel' }), response(420, 'OPTIONS', { Unsupported: '<|100rel|>' })),
      ],
      good: [
        file(invite({ Require: '100rel, timer' }), response(420, 'INVITE', { Unsupported: '100REL' }), failureAck()),
        file(invite({ 'Proxy-Require': '100rel' }), response(420, 'INVITE'), failureAck()),
        file(response(420, 'INVITE'), failureAck()),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.2.3' },
      { rfc: 3261, section: '16.3' },
    ],
    since: '0.1.0',
    messages: {
      unrequested:
        'Unsupported lists "{option}", which the {method} does not demand in Require or Proxy-Require: the client cannot leave it out',
    },
  },
  appliesTo: { statuses: [420] },
  create: () => ({
    transaction({ request, responses, hops }, context) {
      const response = responses.find(({ statusCode }) => statusCode === 420);
      if (!request || !response?.has('Unsupported') || response.forwards) return;
      const demanded = demandedOptions(hops);
      if (!demanded) return;
      const listed = [...response.message.valuesOf('Unsupported')];
      const [option, ...others] = listed.filter(({ text }) => !demanded.has(text.toLowerCase()));
      if (!option) return;
      context.report({
        messageId: 'unrequested',
        in: response,
        at: option,
        data: { option: option.text, method: request.method },
        related: [
          { message: 'The request', of: request, at: request.message.field('Require')?.valueRange },
          ...others.map((at) => ({ message: 'And here', of: response, at })),
        ],
      });
    },
  }),
});
