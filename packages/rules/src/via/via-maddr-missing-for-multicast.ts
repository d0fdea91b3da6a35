import { defineRule, paramOf, type SipUri } from '@siplint/core';
import { options, register } from '../examples/messages.js';
import { isMulticastIPv4 } from '../shared/address/multicast.js';
import { holdsPlaceholder } from '../shared/message/placeholders.js';
import { hasSeveralVias } from '../shared/message/via.js';

/** All SIP servers: 224.0.1.75 (RFC 3261 §10.2.6). */
const ALL_SERVERS = 'sip.mcast.net';

export default defineRule({
  meta: {
    id: 'via-maddr-missing-for-multicast',
    category: 'via',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Repeat the multicast group of a request in the maddr of its Via',
    docs: {
      what:
        'A request that is sent to a multicast group names the group in the maddr of its Via, and for IPv4 should say ttl=1. ' +
        'It is looked for where the Request-URI leads to 224.0.0.0/4 or sip.mcast.net and nothing shows another way: one Via, ' +
        'no Route.',
      why:
        'Servers send the response to the maddr, so that all members of the group hear it and do not answer too. Without it ' +
        'the response goes to the sender alone and every server of the group answers.',
      falsePositives:
        'A request that an outbound proxy was configured for goes there by unicast, whatever its Request-URI.',
      bad: [
        register({
          startLine: 'REGISTER sip:224.0.1.75 SIP/2.0',
          Via: 'SIP/2.0/UDP <|pc33.example.com|>;branch=z9hG4bK1',
        }),
        register({
          startLine: 'REGISTER sip:sip.mcast.net SIP/2.0',
          Via: 'SIP/2.0/UDP pc33.example.com;<|maddr=224.0.1.75|>;branch=z9hG4bK1',
        }),
      ],
      good: [
        register({
          startLine: 'REGISTER sip:224.0.1.75 SIP/2.0',
          Via: 'SIP/2.0/UDP pc33.example.com;maddr=224.0.1.75;ttl=1;branch=z9hG4bK1',
        }),
        register({ startLine: 'REGISTER sip:224.0.1.75 SIP/2.0', Route: '<sip:p1.example.com;lr>' }),
        options({ startLine: 'OPTIONS sip:bob@224.0.1.75;maddr=192.0.2.1 SIP/2.0' }),
      ],
    },
    references: [
      { rfc: 3261, section: '18.1.1' },
      { rfc: 3261, section: '10.2.6' },
    ],
    since: '0.1.0',
    messages: {
      missing:
        'This request goes to the multicast group {group}, and its Via has no maddr: every server of the group answers',
      ttl: 'This Via names a multicast group without ttl=1: the response may leave the local network',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    requestLine({ requestUri: { value: uri } }, context) {
      const group = uri?.kind === 'sip' ? multicastGroupOf(uri) : undefined;
      if (group === undefined) return;
      const { message } = context;
      const via = message.field('Via')?.value;
      if (!via || hasSeveralVias(message) || message.has('Route') || holdsPlaceholder(message, via)) return;
      const maddr = paramOf(via, 'maddr');
      if (!maddr) context.report({ messageId: 'missing', at: via.sentBy, data: { group } });
      else if (Number(paramOf(via, 'ttl')?.value) !== 1) {
        context.report({ messageId: 'ttl', at: maddr, ceiling: 'warning', ceilingAlways: true });
      }
    },
  }),
});

/** The IPv4 multicast group that a request to this URI is sent to; undefined if it is none that the text shows. */
function multicastGroupOf(uri: SipUri): string | undefined {
  const target = paramOf(uri, 'maddr')?.value ?? uri.host?.text ?? '';
  return isMulticastIPv4(target) || target.toLowerCase() === ALL_SERVERS ? target : undefined;
}
