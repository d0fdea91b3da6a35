import { defineRule, paramOf, removeParam, type SipUri } from '@siplint/core';
import { options, register } from '../examples/messages.js';
import { mayBeMulticast } from '../shared/address/multicast.js';
import { isDisallowed, uriContextOf } from '../shared/address/uri-context.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'sip-uri-ttl-without-multicast-maddr',
    category: 'uri',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Use ttl only with a multicast maddr and UDP',
    docs: {
      what:
        'A ttl parameter of a SIP or SIPS URI stands beside an maddr that is a multicast address, and the transport is UDP. Of ' +
        'an maddr that is a host name nothing can be said.',
      why:
        'The time to live is that of multicast packets. Elsewhere it has no effect, or makes packets die on the way where a ' +
        'stack applies it all the same.',
      falsePositives:
        'Where no ttl may stand at all, as in From, To, Route and the Contact of a dialog, this rule is silent: there the ttl ' +
        'itself is the defect.',
      fixSafety: 'Unsafe: the maddr may be what is missing.',
      bad: [
        register({ Contact: '<sip:alice@pc33.example.com;<|ttl=15|>>' }),
        register({ Contact: '<sip:alice@pc33.example.com;maddr=192.0.2.1;<|ttl=15|>>' }),
        options({ Contact: '<sip:alice@pc33.example.com;maddr=239.255.255.1;<|ttl=15|>;transport=tcp>' }),
      ],
      good: [
        register({ Contact: '<sip:alice@pc33.example.com;maddr=239.255.255.1;ttl=15>' }),
        register({ Contact: '<sip:alice@pc33.example.com;ttl=1;transport=UDP;maddr=[ff02::1]>' }),
        register({ Contact: '<sip:alice@pc33.example.com;maddr=sip.mcast.net;ttl=1>' }),
      ],
    },
    references: [{ rfc: 3261, section: '19.1.1' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      noMaddr: 'URI parameter ttl={ttl} has no maddr with a multicast address beside it: it has no meaning on its own',
      notMulticast:
        'URI parameter ttl={ttl} stands beside the maddr {maddr}, which is no multicast address: it has no meaning',
      notUdp: 'URI parameter ttl={ttl} stands in a URI for {transport}: multicast packets go over UDP only',
    },
  },
  create: () => ({
    uri(occurrence, context) {
      const { uri } = occurrence;
      if (uri.kind !== 'sip' || uri.params.length === 0) return;
      const ttl = paramOf(uri, 'ttl');
      if (!ttl) return;
      const place = uriContextOf(occurrence);
      if (place && isDisallowed('ttl', place)) return;
      const maddr = paramOf(uri, 'maddr');
      const isForMulticast = maddr !== undefined && mayBeMulticast(maddr.value);
      const transport = transportOf(uri);
      if ((isForMulticast && transport === 'udp') || !isFirstInCall(context, uri.text)) return;
      const report = {
        at: ttl,
        fix: { title: 'Remove the ttl', edits: [removeParam(context.message, ttl)] },
      };
      const data = { ttl: ttl.value ?? '' };
      if (!maddr) context.report({ messageId: 'noMaddr', ...report, data });
      else if (!isForMulticast) {
        context.report({ messageId: 'notMulticast', ...report, data: { ...data, maddr: maddr.value ?? '' } });
      } else context.report({ messageId: 'notUdp', ...report, data: { ...data, transport } });
    },
  }),
});

/** The transport as the URI has it or implies (RFC 3261 §19.1.1, Table 1). */
function transportOf(uri: SipUri): string {
  return paramOf(uri, 'transport')?.value?.toLowerCase() ?? (uri.secure ? 'tcp' : 'udp');
}
