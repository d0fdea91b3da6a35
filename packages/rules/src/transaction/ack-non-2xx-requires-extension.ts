import { defineRule } from '@siplint/core';
import { file, invite, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { failureAcks } from '../shared/transaction/failure-acks.js';
import { isForEveryRequest, removeOptions, requiredOptions } from '../shared/transaction/required-options.js';

export default defineRule({
  meta: {
    id: 'ack-non-2xx-requires-extension',
    category: 'transaction',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Send the ACK to a failure without Require and Proxy-Require',
    docs: {
      what: 'The ACK to a 300-699 response has neither Require nor Proxy-Require, but for the option tag sec-agree.',
      why:
        'An ACK cannot be refused. Who does not know the option has to ignore it, and one that drops the ACK for it all the ' +
        'same sends its response again for 32 seconds.',
      fixSafety: 'Safe: a receiver has to ignore both in such an ACK.',
      bad: [
        file(invite(), response(486, 'INVITE'), failureAck({ Require: '<|100rel|>' })),
        file(response(486, 'INVITE'), failureAck({ 'Proxy-Require': 'sec-agree, <|privacy|>' })),
      ],
      good: [
        file(invite(), response(486, 'INVITE'), failureAck({ Require: 'sec-agree', 'Proxy-Require': 'sec-agree' })),
        file(invite({ Require: '100rel' }), response(486, 'INVITE'), failureAck({ Supported: '100rel' })),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.2.3' },
      { rfc: 3329, section: '2.3.1' },
    ],
    fixable: 'safe',
    winsOver: ['option-tag-unregistered'],
    since: '0.1.0',
    messages: {
      demanded:
        '{header} with "{option}" in the ACK to a {code}: an ACK cannot be refused, so the option is ignored, or the ACK is lost on who does not know it',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['ACK'] },
  create: () => ({
    transaction(transaction, context) {
      for (const { ack, response } of failureAcks(transaction)) {
        const options = requiredOptions(ack).filter((option) => !isForEveryRequest(option));
        const [option] = options;
        if (!option) continue;
        context.report({
          messageId: 'demanded',
          in: ack,
          at: option,
          data: { header: option.field.canonicalName, option: option.text, code: response.statusCode },
          related: [
            ...options.slice(1).map((other) => ({ message: 'And here', of: ack, at: other })),
            { message: 'The response that it acknowledges', of: response },
          ],
          fix: { title: 'Remove the option', edits: removeOptions(options) },
        });
      }
    },
  }),
});
