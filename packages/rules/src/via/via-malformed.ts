import { invite, ok } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'via-malformed',
    category: 'via',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write a Via as protocol, transport, sent-by and parameters',
    docs: {
      what:
        'A Via value is protocol name "/" version "/" transport, white space, the sent-by host with an optional port, and ' +
        'parameters behind semicolons. White space around "/" and around the ":" of the port is legal.',
      why: 'Responses travel back along the Via values. A proxy or a server that cannot read one drops the message.',
      bad: [
        invite({ Via: '<|SIP/2.0|> pc33.example.com;branch=z9hG4bK776asdhds' }),
        invite({ Via: '<|SIP/2.0/UDP|>;branch=z9hG4bK776asdhds' }),
        invite({ Via: '<|SIP/2.0/UDP[2001:db8::9:1]|>;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com <|branch=z9hG4bK776asdhds|>' }),
      ],
      good: [
        invite({ Via: 'SIP / 2.0 / UDP first.example.com: 4000;ttl=16;maddr=224.2.0.1 ;branch=z9hG4bKa7c6a8dlze.1' }),
        ok('OPTIONS', { Via: 'SIP/2.0/UDP pc33.example.com;received=2001:db8::9:1;branch=z9hG4bK776asdhds-options' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.42' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: {
      protocol: 'Via "{found}" does not begin with a protocol such as "SIP/2.0/UDP": servers drop the message',
      sentBy: 'Via "{found}" has no host behind its protocol: responses cannot be sent back',
      whiteSpace: 'Via "{found}" has no space between transport and host: parsers cannot tell them apart',
      trailing: '"{found}" stands behind the host of a Via without ";" or ",": parsers reject the Via',
    },
  },
  issues: {
    'via.protocol-malformed': 'protocol',
    'via.sent-by-missing': 'sentBy',
    'via.white-space-missing': 'whiteSpace',
    'via.trailing-text': 'trailing',
  },
});
