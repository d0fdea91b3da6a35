import { defineRule, insertAt, paramOf } from '@siplint/core';
import { invite, ok } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'record-route-missing-lr',
    category: 'routing',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Give every Record-Route URI an lr',
    docs: {
      what:
        'The SIP or SIPS URI that a proxy puts into Record-Route has the parameter lr, with or without a value. It is reported ' +
        'once a file for each URI, where it is seen first.',
      why:
        'lr says that the proxy routes as RFC 3261 does. Without it user agents put this URI into the Request-URI of the ' +
        'requests that follow, and a proxy that does not expect that sends them to itself or nowhere.',
      falsePositives: 'A strict router of RFC 2543 has no lr and means it; turn the rule off where one is on the path.',
      fixSafety: 'Unsafe: the proxy may be a strict router.',
      bad: [invite({ 'Record-Route': '<<|sip:p1.example.com|>>' })],
      good: [
        invite({ 'Record-Route': '<sip:p1.example.com;lr>' }),
        ok('INVITE', { 'Record-Route': '<sip:p2.example.com;LR=on;ftag=9fxced76sl>, <sips:p1.example.com;lr>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '16.7' },
      { rfc: 3261, section: '19.1.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing:
        'Record-Route URI {uri} has no lr: user agents treat the proxy as a strict router and rewrite the Request-URI',
    },
  },
  create: () => ({
    headers: {
      'Record-Route'(field, context) {
        for (const { value: route } of field.values) {
          const uri = route?.uri;
          if (uri?.kind !== 'sip' || paramOf(uri, 'lr') || !context.once(uri.text)) continue;
          const end = uri.headersRange?.start ?? uri.end;
          const fix = { title: 'Append ;lr', edits: [insertAt(end, ';lr')] };
          context.report({ messageId: 'missing', at: uri, data: { uri: context.message.sourceText(uri) }, fix });
        }
      },
    },
  }),
});
