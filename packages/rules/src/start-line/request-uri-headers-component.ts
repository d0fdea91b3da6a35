import { defineRule, replaceRange } from '@siplint/core';
import { invite } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'request-uri-headers-component',
    category: 'start-line',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Turn the headers of a URI into header fields before sending a request to it',
    docs: {
      what:
        'A SIP or SIPS Request-URI ends before a "?name=value" part. That part of a URI tells which header fields to put into ' +
        'the request that is built from it.',
      why: 'Servers ignore it or answer 400, and what it said (a Subject, a Replaces) does not reach the other side.',
      falsePositives: 'A "?" before the "@" is part of the user part and legal.',
      fixSafety: 'Unsafe: what the part said is lost unless it is written as header fields.',
      bad: [invite({ startLine: 'INVITE sip:bob@example.net<|?Subject=lunch|> SIP/2.0' })],
      good: [
        invite({ startLine: 'INVITE sip:bob?x=y@example.net SIP/2.0' }),
        invite({ startLine: 'INVITE im:bob@example.net?subject=lunch SIP/2.0' }),
        invite({ Contact: '<sip:alice@pc33.example.com?Subject=lunch>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '19.1.1' },
      { rfc: 3261, section: '8.1.3.4' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      headers:
        'Request-URI ends in "{headers}": this part has to be sent as header fields, servers ignore or reject it here',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    requestLine({ requestUri }, context) {
      const uri = requestUri.value;
      if (uri?.kind !== 'sip' || !uri.headersRange) return;
      const at = uri.headersRange;
      const fix = { title: 'Remove the headers of the URI', edits: [replaceRange(at, '')] };
      context.report({ messageId: 'headers', at, data: { headers: context.message.sourceText(at) }, fix });
    },
  }),
});
