import { invite } from '../examples/messages.js';
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
        'A Via value is protocol name "/" version "/" transport, white space, the sent-by host with an optional port, ' +
        'and parameters behind semicolons.',
      why: 'Responses travel back along the Via values. A proxy or a server that cannot read one drops the message.',
      bad: [invite({ Via: 'SIP/2.0/<||>' })],
      good: [invite({ Via: 'SIP / 2.0 / UDP first.example.com: 4000;ttl=16;maddr=224.2.0.1 ;branch=z9hG4bKa7c6a8dlze.1' })],
    },
    references: [
      { rfc: 3261, section: '20.42' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: { protocol: 'Via "{found}" does not begin with a protocol such as "SIP/2.0/UDP"' },
  },
  issues: { 'via.protocol-malformed': 'protocol' },
});
