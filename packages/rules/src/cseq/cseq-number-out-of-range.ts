import { defineRule } from '@siplint/core';
import { bye, options, register, response } from '../examples/messages.js';
import { lacksToTag } from '../shared/message/place-in-dialog.js';
import { isEcho } from '../shared/transaction/echo.js';

const LARGEST = 2 ** 32 - 1;
const LARGEST_AT_FIRST = 2 ** 31 - 1;

export default defineRule({
  meta: {
    id: 'cseq-number-out-of-range',
    category: 'cseq',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Keep the CSeq number below 2^32, and below 2^31 at first',
    docs: {
      what:
        'The number of CSeq is at most 4294967295. In a request outside a dialog, whose To has no tag, it is at most ' +
        '2147483647.',
      why:
        'A receiver keeps it in 32 bits. A larger number overflows, so that the request is out of order or the response ' +
        'matches nothing; one that starts above 2^31 may run over within the dialog.',
      falsePositives: 'Within a dialog the number may have grown past 2^31 (erratum 3102), which is not reported.',
      bad: [
        register({ CSeq: '<|36893488147419103232|> REGISTER' }),
        options({ CSeq: '<|2147483648|> OPTIONS' }),
        response(200, 'BYE', { CSeq: '<|4294967296|> BYE' }),
      ],
      good: [
        options({ CSeq: '2147483647 OPTIONS' }),
        options({ CSeq: '000000000000000000001826 OPTIONS' }),
        bye({ CSeq: '4294967295 BYE' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.5' },
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 3261, section: '20.16' },
    ],
    since: '0.1.0',
    messages: {
      tooLarge: 'CSeq number {number} is above 4294967295 and overflows the 32 bits that receivers keep it in',
      tooLargeAtFirst: 'CSeq number {number} is above 2147483647 outside a dialog: it has to begin below 2^31',
    },
  },
  create: () => ({
    headers: {
      CSeq(field, context) {
        const cseq = field.value;
        // Rounding above 2^53 carries no number over a limit.
        if (!cseq || cseq.number === undefined || cseq.number <= LARGEST_AT_FIRST) return;
        const { message } = context;
        const isTooLarge = cseq.number > LARGEST;
        if (!isTooLarge && !(message.kind === 'request' && lacksToTag(message))) return;
        // A response, an ACK, a CANCEL and every other hop repeat the number of the request.
        if (isEcho(field, context.file)) return;
        if (!context.once(`${cseq.digits.text} ${message.field('Call-ID')?.rawValue ?? ''}`)) return;
        const data = { number: cseq.digits.text };
        context.report({ messageId: isTooLarge ? 'tooLarge' : 'tooLargeAtFirst', at: cseq.digits, data });
      },
    },
  }),
});
