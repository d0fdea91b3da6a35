import { defineRule } from '@siplint/core';
import { altered, file, invite, line, options, response } from '../examples/messages.js';
import { correctContentLength } from '../shared/message/content-length.js';

export default defineRule({
  meta: {
    id: 'content-length-exceeds-body',
    category: 'content',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Declare no more octets in Content-Length than follow',
    docs: {
      what:
        'Content-Length is not larger than the octets behind the empty line. Octets count, not characters. In a file ' +
        'stored with LF both counts pass, that of the file and that with every line end as CRLF. A number that is ' +
        'off by the last line end of the file alone is an information, since editors add and strip it.',
      why:
        'In a datagram it is an error: a request is answered with 400, a response is dropped. On a stream the ' +
        'receiver waits for the missing octets and takes the beginning of the next message for the body of this one.',
      falsePositives: 'A message that a capture cut off: take it again with a larger snap length.',
      fixSafety: 'Safe: the number is the octets that are there.',
      bad: [
        response(200, 'BYE', { 'Content-Type': 'text/plain', 'Content-Length': '<|9999|>', body: 'hi\r\n' }),
        altered(
          options({ 'Content-Type': 'text/plain', 'Content-Length': '<|4|>', body: 'hi\r\n' }),
          (text) => text.slice(0, -2),
          { isRaw: true },
        ),
      ],
      good: [
        response(200, 'BYE', { 'Content-Type': 'text/plain', 'Content-Length': '4', body: 'hi\r\n' }),
        options({ 'Content-Type': 'text/plain;charset=utf-8', 'Content-Length': '8', body: 'h€ll\r\n' }),
        file(invite(), line('---'), options({ l: '00' })),
      ],
    },
    references: [
      { rfc: 3261, section: '18.3' },
      { rfc: 3261, section: '20.14' },
    ],
    fixable: 'safe',
    fixesLast: true,
    since: '0.1.0',
    messages: {
      tooLarge:
        'Content-Length is {declared}, but {actual} octets follow: a receiver answers 400, drops the message or waits',
      finalTerminator:
        'Content-Length is {declared}, but {actual} octets follow: the file lacks the last line end of the body',
    },
  },
  create: () => ({
    headers: {
      'Content-Length'(field, context) {
        const { message } = context;
        const { lengthVerdict, declaredLength: declared, surplus, boundary, trueLength: actual } = message.body;
        if (lengthVerdict !== 'too-long' && lengthVerdict !== 'final-terminator') return;
        if (declared === undefined || surplus) return;
        // Without an empty line behind the header section the message was cut off there: missing-header-body-separator.
        if (boundary === 'no-body') return;
        // A number that is not exact any more is quoted as it stands.
        const quoted = Number.isSafeInteger(declared) ? declared : field.rawValue;
        const common = { at: field.valueRange, data: { declared: quoted, actual }, fix: correctContentLength(message) };
        if (lengthVerdict === 'too-long') context.report({ messageId: 'tooLarge', ...common });
        else context.report({ messageId: 'finalTerminator', ...common, ceiling: 'info', ceilingAlways: true });
      },
    },
  }),
});
