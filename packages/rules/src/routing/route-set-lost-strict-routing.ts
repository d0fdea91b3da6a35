import { defineRule, paramOf } from '@siplint/core';
import { bye, file, invite, line, ok } from '../examples/messages.js';
import { placeOf, placesOfCall } from '../shared/address/seen-uris.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

const RECORDED = '<sip:p1.example.com;lr>';

export default defineRule({
  meta: {
    id: 'route-set-lost-strict-routing',
    category: 'routing',
    level: 'advice',
    severity: 'info',
    presets: [],
    title: 'Keep the target of a request for a strict router in its Route',
    docs: {
      what:
        'A request within a dialog whose Request-URI has lr was written for a strict router, and the last Route says where it ' +
        'is to go. Reported is one without any Route, if the Request-URI is a Record-Route of the call, or if the file holds ' +
        'Contacts of the peer and it is none of them.',
      why: 'The proxy that finds itself in the Request-URI takes the target from the last Route. There is none, so it answers itself or drops the request.',
      falsePositives:
        'A user agent may write lr into its own Contact. Where that Contact is in the file, the rule is silent.',
      bad: [
        file(
          ok('INVITE', { 'Record-Route': RECORDED }),
          line('---'),
          bye({ startLine: 'BYE <|sip:p1.example.com;lr|> SIP/2.0' }),
        ),
      ],
      good: [
        file(
          ok('INVITE', { 'Record-Route': RECORDED }),
          line('---'),
          bye({ startLine: 'BYE sip:p1.example.com;lr SIP/2.0', Route: '<sip:bob@client.example.net>' }),
        ),
        file(
          ok('INVITE', { Contact: '<sip:bob@client.example.net;lr>' }),
          line('---'),
          bye({ startLine: 'BYE sip:bob@client.example.net;lr SIP/2.0' }),
        ),
        file(invite(), line('---'), bye({ startLine: 'BYE sip:p1.example.com;lr SIP/2.0' })),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.1' },
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 3261, section: '16.4' },
      { rfc: 3261, section: '16.12' },
    ],
    since: '0.1.0',
    messages: {
      lost: 'Request-URI {uri} is that of a proxy, and no Route says where the request is to go: the target is lost',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    requestLine({ requestUri: { value: uri } }, context) {
      if (uri?.kind !== 'sip' || !paramOf(uri, 'lr')) return;
      const { message } = context;
      if (message.has('Route') || message.hasUnknownFields) return;
      const to = message.field('To')?.value;
      const peerTag = to && paramOf(to, 'tag')?.value;
      const places = peerTag === undefined ? undefined : placesOfCall(context.file, message);
      if (peerTag === undefined || !places) return;
      const place = placeOf(uri);
      const contacts = places.contacts.get(peerTag);
      if (contacts ? contacts.has(place) : !places.recordRoutes.has(place)) return;
      if (isFirstInCall(context, uri.text)) context.report({ messageId: 'lost', at: uri, data: { uri: uri.text } });
    },
  }),
});
