import { defineRule } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'record-route-not-sip-uri',
    category: 'routing',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Put SIP or SIPS URIs into Record-Route',
    docs: {
      what: 'The URI that a proxy puts into Record-Route has the scheme sip or sips. It is reported once a call.',
      why: 'Later requests of the dialog are sent to this URI. Another scheme names no proxy that a request can be sent to.',
      bad: [invite({ 'Record-Route': '<sip:p2.example.com;lr>, <<|tel:+358-555-1234567|>>' })],
      good: [
        invite({ 'Record-Route': '<sips:p1.example.com;lr>' }),
        invite({ Route: '<sip:p1.example.com;lr>', 'Record-Route': '"tel:1" <SIP:p1.example.com;lr>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '16.7' },
    ],
    winsOver: ['uri-scheme-unregistered'],
    since: '0.1.0',
    messages: {
      other:
        'Record-Route URI {uri} is neither a sip: nor a sips: URI: later requests of the dialog cannot be sent to it',
    },
  },
  create: () => ({
    headers: {
      'Record-Route'(field, context) {
        for (const { value: route } of field.values) {
          const uri = route?.uri;
          if (!uri || uri.kind === 'sip' || !isFirstInCall(context, uri.text)) continue;
          context.report({ messageId: 'other', at: uri, data: { uri: context.message.sourceText(uri) } });
        }
      },
    },
  }),
});
