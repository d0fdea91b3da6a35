import { invite, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';
import { bracketIPv6 } from '../shared/address/ipv6-brackets.js';

export default defineSyntaxRule({
  meta: {
    id: 'sip-uri-ipv6-not-bracketed',
    category: 'uri',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write an IPv6 address in a SIP URI in square brackets',
    docs: {
      what:
        'An IPv6 address that is the host or the maddr of a SIP or SIPS URI stands in square brackets, and what stands in ' +
        'the brackets is an IPv6 address: eight groups, or fewer with one "::".',
      why:
        'Without brackets the last group reads as a port, so requests go to another host or the URI is rejected. The Via ' +
        'parameter received is the one place that wants an IPv6 address without them.',
      falsePositives:
        'The grammar of RFC 3261 lets the number of groups open, and RFC 5954 corrects it: too many or too few groups are a ' +
        'warning.',
      fixSafety: 'Unsafe: the last group may have been meant as a port.',
      bad: [
        invite({ Contact: '<sip:alice@<|2001:db8::9:1|>>' }),
        invite({ Contact: '<sip:alice@<|[2001:db8:::1]|>:5070>' }),
        options({ startLine: 'OPTIONS sip:bob@example.net;maddr=<|2001:db8::1|> SIP/2.0' }),
      ],
      good: [
        invite({ Contact: '<sip:alice@[2001:db8::9:1]:5070>' }),
        invite({ Contact: '<sip:alice@[::ffff:192.0.2.10]>' }),
        invite({ Contact: '<sip:2001:db8@pc33.example.com:5060>' }),
      ],
    },
    references: [{ rfc: 3261, section: '25.1' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      bare: 'IPv6 address "{host}" stands without square brackets: its last group reads as a port',
      malformed: '"{host}" holds no IPv6 address: eight groups, or fewer with one "::", without a zone would be one',
    },
  },
  issues: {
    'sip-uri.ipv6-not-bracketed': 'bare',
    'sip-uri.ipv6-malformed': 'malformed',
    'sip-uri.ipv6-groups': { messageId: 'malformed', ceiling: 'warning' },
  },
  fix: bracketIPv6,
});
