import { defineRule, replaceRange } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { isEchoedIssue } from '../shared/transaction/echo.js';

export default defineRule({
  meta: {
    id: 'sip-uri-port-invalid',
    category: 'uri',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write the port of a SIP URI as a number from 1 to 65535',
    docs: {
      what:
        'A ":" behind the host of a SIP or SIPS URI is followed by digits. The grammar admits any number; 0 and those above ' +
        '65535 are a warning, since no port has them.',
      why: 'Parsers reject the URI, or cut the port off and send to the default port, where nobody may listen.',
      fixSafety: 'Safe: an empty port means the default port, as no port does.',
      bad: [
        invite({ Contact: '<sip:alice@pc33.example.com<|:|>>' }),
        options({ startLine: 'OPTIONS sip:bob@example.net:<|50a60|> SIP/2.0' }),
        invite({ Contact: '<sip:alice@pc33.example.com:<|65536|>>' }),
      ],
      good: [
        invite({ Contact: '<sip:alice@pc33.example.com:65535>' }),
        invite({ Contact: '<sip:alice@pc33.example.com:05060>' }),
        invite({ Contact: '<sip:alice@[2001:db8::9:1]:5070>' }),
      ],
    },
    references: [{ rfc: 3261, section: '25.1' }],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      empty:
        'No port stands behind the ":" of the host: parsers reject the URI, leave the ":" out for the default port',
      notDigits: 'Port "{port}" is not made of digits: parsers reject the URI',
      outOfRange: 'Port {port} does not exist: ports go from 1 to 65535',
    },
  },
  create: () => ({
    syntax: {
      'sip-uri.port-invalid'(issue, context) {
        if (isEchoedIssue(issue, context)) return;
        const port = String(issue.data?.port);
        if (port !== '') {
          context.report({ messageId: 'notDigits', at: issue, data: { port } });
          return;
        }
        const fix = { title: 'Remove the ":"', edits: [replaceRange(issue, '')] };
        context.report({ messageId: 'empty', at: issue, fix });
      },
      'sip-uri.port-out-of-range'(issue, context) {
        if (isEchoedIssue(issue, context)) return;
        const data = { port: String(issue.data?.port) };
        context.report({ messageId: 'outOfRange', at: issue, data, ceiling: 'warning' });
      },
    },
  }),
});
