import { invite, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'header-value-control-character',
    category: 'syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Keep control characters out of header field values',
    docs: {
      what:
        'No header field value holds the octets 0x00-0x08, 0x0B, 0x0C, 0x0E-0x1F or 0x7F. Behind a backslash inside a quoted ' +
        'string or a comment they are legal; a tab is white space.',
      why:
        'Stacks written in C end the value at a NUL, so that two elements read different values of one header field; others ' +
        'reject the message. Terminals and logs act on the other characters.',
      bad: [invite({ Subject: 'lun<|\0|>ch' }), options({ 'User-Agent': 'phone/1.0 <|\x1b|>\x1b' })],
      good: [
        invite({ Subject: 'lun\tch' }),
        options({ From: '"lun\\\0ch \\\x7f" <sip:alice@example.com>;tag=a6c85cf' }),
        options({ 'User-Agent': 'phone (build \\\x07)' }),
      ],
    },
    references: [{ rfc: 3261, section: '25.1' }],
    since: '0.1.0',
    messages: {
      control:
        'Control character {name} in a header field value: receivers cut the value off here or reject the message',
    },
  },
  issues: { 'value.control-character': 'control' },
});
