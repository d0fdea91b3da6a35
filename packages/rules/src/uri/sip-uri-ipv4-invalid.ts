import { invite } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'sip-uri-ipv4-invalid',
    category: 'uri',
    level: 'advice',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Keep each group of an IPv4 address between 0 and 255, without leading zeros',
    docs: {
      what:
        'The grammar lets each of the four groups of an IPv4 address have one to three digits. In the host and the maddr of a ' +
        'SIP or SIPS URI a group above 255, or one with a leading zero, makes no real address.',
      why:
        'Nothing can be sent to a group above 255. A leading zero makes some resolvers read the group as octal, so the same ' +
        'URI leads to different hosts.',
      bad: [
        invite({ Contact: '<sip:alice@<|192.0.2.256|>>' }),
        invite({ Contact: '<sip:alice@pc33.example.com;maddr=<|192.0.002.1|>>' }),
      ],
      good: [
        invite({ Contact: '<sip:alice@192.0.2.255>' }),
        invite({ Contact: '<sip:192.0.2.256@192.0.2.0>' }),
        invite({ Contact: '<sip:alice@192.0.2.256.example.com>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '25.1' },
      { rfc: 5954, section: '4.1' },
    ],
    since: '0.1.0',
    messages: { invalid: '"{host}" is no real IPv4 address: a group is above 255 or begins with a zero' },
  },
  issues: { 'sip-uri.ipv4-invalid': 'invalid' },
});
