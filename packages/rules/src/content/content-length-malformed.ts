import { invite, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';
import { correctContentLength } from '../shared/message/content-length.js';

export default defineSyntaxRule({
  meta: {
    id: 'content-length-malformed',
    category: 'content',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write Content-Length in decimal digits',
    docs: {
      what: 'Content-Length is one number in decimal digits. Leading zeros do not matter.',
      why:
        'The receiver does not know where the message ends: on a stream it loses every message behind this one and ' +
        'closes the connection, in a datagram it answers 400.',
      fixSafety: 'Safe: the number is the octets that are there.',
      bad: [
        options({ 'Content-Length': '<|-999|>' }),
        invite({ 'Content-Length': '<|0x96|>' }),
        options({ 'Content-Length': '<|0, 0|>' }),
      ],
      good: [options({ l: '0000000' }), invite({ 'content-length': '0151' })],
    },
    references: [
      { rfc: 3261, section: '20.14' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    fixesLast: true,
    since: '0.1.0',
    messages: {
      malformed: 'Content-Length "{found}" is not made of digits: a receiver does not know where the message ends',
    },
  },
  issues: { 'content-length.not-digits': 'malformed' },
  fix: (_issue, message) => correctContentLength(message),
});
