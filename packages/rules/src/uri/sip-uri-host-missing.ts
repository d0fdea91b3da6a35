import { invite, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'sip-uri-host-missing',
    category: 'uri',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give every SIP URI a host',
    docs: {
      what: 'A SIP or SIPS URI has a host wherever it stands: all its other parts are optional, the host is not.',
      why: 'A request to this URI cannot be sent anywhere. It is usually a template whose host was not filled in.',
      bad: [
        invite({ Contact: '<<|sip:alice@|>>' }),
        invite({ Route: '<<|sip:|>;lr>' }),
        options({ startLine: 'OPTIONS <|sip:|> SIP/2.0' }),
      ],
      good: [invite({ Contact: '<sip:alice@192.0.2.1>' }), invite({ Contact: '<sip:h>' })],
    },
    references: [
      { rfc: 3261, section: '19.1.1' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: { missing: 'URI "{uri}" has no host: nothing can be sent to it' },
  },
  issues: { 'sip-uri.host-missing': 'missing' },
});
