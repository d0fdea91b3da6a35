import { defineRule } from '@siplint/core';
import { altered, file, invite, options, response } from '../examples/messages.js';
import { correctContentLength } from '../shared/message/content-length.js';

export default defineRule({
  meta: {
    id: 'content-length-mismatch',
    category: 'content',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Declare all octets of the body in Content-Length',
    docs: {
      what:
        'Content-Length is not smaller than what follows the empty line. White space and line ends alone behind the ' +
        'body are a hint only, and the last line end of the file, which editors add, is an information. What is the ' +
        'next message of the file is no surplus.',
      why:
        'In a datagram the receiver throws the surplus away, so the end of the body is lost. On a stream it takes ' +
        'the surplus for the start of the next message and loses step with the sender.',
      falsePositives: 'In a packet of a capture it is an information only: receivers are told to discard the surplus.',
      fixSafety: 'Unsafe: the surplus becomes part of the body, which it may not be meant to be.',
      bad: [
        response(200, 'BYE', { 'Content-Type': 'text/plain', 'Content-Length': '<|0|>', body: 'hello\r\n' }),
        response(200, 'BYE', { 'Content-Type': 'text/plain', 'Content-Length': '<|2|>', body: 'hi\r\n \r\n\t\r\n' }),
        altered(
          options({ 'Content-Type': 'text/plain', 'Content-Length': '<|2|>', body: 'hi' }),
          (text) => `${text}\r\n`,
          { isRaw: true },
        ),
      ],
      good: [
        response(200, 'BYE', { 'Content-Type': 'text/plain', 'Content-Length': '7', body: 'hello\r\n' }),
        file(options(), invite(), options()),
      ],
    },
    references: [
      { rfc: 3261, section: '18.3' },
      { rfc: 3261, section: '20.14' },
    ],
    fixable: 'unsafe',
    fixesLast: true,
    since: '0.1.0',
    messages: {
      tooSmall: 'Content-Length is {declared}, but {actual} octets follow: a receiver discards the rest or fails on it',
      whiteSpace: 'Content-Length is {declared}, but {actual} octets follow: white space stands behind the body',
      finalTerminator:
        'Content-Length is {declared}, but {actual} octets follow: the file has one line end more behind the body',
    },
  },
  create: () => ({
    headers: {
      'Content-Length'(field, context) {
        const { message } = context;
        const { lengthVerdict, declaredLength: declared, surplus, surplusKind, trueLength: actual } = message.body;
        if (declared === undefined || !surplus) return;
        const common = {
          at: field.valueRange,
          data: { declared, actual },
          related: [{ message: 'This is beyond the declared length', at: surplus }],
          fix: correctContentLength(message),
        };
        if (lengthVerdict === 'final-terminator') {
          context.report({ messageId: 'finalTerminator', ...common, ceiling: 'info', ceilingAlways: true });
          return;
        }
        if (surplusKind === 'white-space') context.report({ messageId: 'whiteSpace', ...common, ceiling: 'hint' });
        // Two messages in one packet are multiple-messages-in-datagram.
        else if (!message.origin.isPacket) context.report({ messageId: 'tooSmall', ...common });
        else if (surplusKind !== 'message') {
          context.report({ messageId: 'tooSmall', ...common, ceiling: 'info', ceilingAlways: true });
        }
      },
    },
  }),
});
