import { challenge } from '../examples/digest.js';
import { invite, register, response } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'quoted-string-unterminated',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Close every quoted string',
    docs: {
      what:
        'A double quote that opens a quoted string is followed by one that closes it, in the same value; folds do not ' +
        'end it. A quote behind a backslash is a character of the string.',
      why:
        'Everything up to the end of the value counts as the string. The URI, the tag or the other values behind the ' +
        'quote are lost, and most receivers reject the message.',
      falsePositives:
        'In Subject, Organization, Call-ID and header fields without a known grammar a quote is a plain character and is ' +
        'not looked at.',
      bad: [
        invite({ To: '<|"Mr. J. User <sip:bob@example.net>|>' }),
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ qop: '<|"auth|>' }) }),
        register({ Contact: '<|"Alice\\" <sip:alice@pc33.example.com>|>' }),
      ],
      good: [
        invite({ To: '"Mr. J. \\"User" <sip:bob@example.net>' }),
        invite({
          To: '"Mr. J.\r\n User" <sip:bob@example.net>',
          Subject: '5" disks',
          'Call-ID': 'a"b@pc33.example.com',
        }),
      ],
    },
    references: [{ rfc: 3261, section: '25.1' }],
    since: '0.1.0',
    messages: {
      open: 'The quote that opens {found} is never closed: all of the {header} value behind it is read as one string',
    },
  },
  issues: { 'quoted-string.unterminated': 'open' },
});
