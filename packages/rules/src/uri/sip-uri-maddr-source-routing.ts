import { defineRule, paramOf } from '@siplint/core';
import { invite, options, register } from '../examples/messages.js';
import { isUnicastAddress } from '../shared/address/multicast.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

const MULTICAST = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds;maddr=224.0.1.75;ttl=1';

export default defineRule({
  meta: {
    id: 'sip-uri-maddr-source-routing',
    category: 'uri',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Route with Route, not with an maddr of one host',
    docs: {
      what:
        'The Request-URI and Contact have no maddr that is the address of one host. A multicast address is what maddr is for, and ' +
        'of a host name nothing can be said. It is reported once a call for each URI.',
      why:
        'Such an maddr sends the request somewhere else than its host says: the source routing of old. Proxies that do not ' +
        'follow it send the request to another place; the header field Route says the same and is followed.',
      bad: [
        invite({ startLine: 'INVITE sip:bob@example.net;<|maddr=192.0.2.9|> SIP/2.0' }),
        options({ Contact: '<sip:alice@pc33.example.com;<|maddr=[2001:db8::9]|>>' }),
      ],
      good: [
        register({ startLine: 'REGISTER sip:example.com;maddr=224.0.1.75 SIP/2.0', Via: MULTICAST }),
        invite({ Contact: '<sip:alice@pc33.example.com;maddr=sip.mcast.net>' }),
        invite({ 'Record-Route': '<sip:p1.example.com;maddr=192.0.2.9;lr>' }),
      ],
    },
    references: [{ rfc: 3261, section: '19.1.1' }],
    since: '0.1.0',
    messages: {
      unicast:
        'URI parameter maddr={maddr} routes to one host, which is discouraged and not always followed: use Route',
    },
  },
  create: () => ({
    uri({ uri, field }, context) {
      if (uri.kind !== 'sip' || uri.params.length === 0) return;
      if (field && field.canonicalName !== 'Contact') return;
      const maddr = paramOf(uri, 'maddr');
      // Beside a ttl the address is meant for multicast, and wrong.
      if (!maddr || paramOf(uri, 'ttl') || !isUnicastAddress(maddr.value) || !isFirstInCall(context, uri.text)) return;
      context.report({ messageId: 'unicast', at: maddr, data: { maddr: maddr.value ?? '' } });
    },
  }),
});
