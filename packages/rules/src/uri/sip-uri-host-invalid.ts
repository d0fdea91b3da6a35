import { defineRule } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { isEchoedIssue } from '../shared/transaction/echo.js';

interface Options {
  readonly allowUnderscore: boolean;
}

export default defineRule({
  meta: {
    id: 'sip-uri-host-invalid',
    category: 'uri',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write the host of a SIP URI as a host name or an address',
    docs: {
      what:
        'The host of a SIP or SIPS URI, and its maddr, is a host name, four decimal groups, or an IPv6 address in brackets. ' +
        'The labels of a name are letters, digits and inner hyphens, and the last one starts with a letter; a final dot is ' +
        'fine. Escapes with "%" have no place in a host.',
      why: 'Resolvers reject such a name, and parsers the URI. A number alone is usually a user part whose "@host" is missing.',
      falsePositives:
        'Internal names often have underscores: that is a warning. The option "allowUnderscore" accepts them.',
      bad: [
        invite({ Contact: '<sip:alice@<|exa%6Dple.com|>>' }),
        options({ startLine: 'OPTIONS sip:bob@<|-host-.example.net|> SIP/2.0' }),
        invite({ To: '<sip:<|5551234|>>' }),
        invite({ Contact: '<sip:alice@<|pc_33.example.com|>>' }),
        invite({ Contact: '<sip:alice@pc33.example.com;maddr=<|192.0.2|>>' }),
      ],
      good: [
        invite({ Contact: '<sip:alice@pc-33.example.com.>' }),
        invite({ Contact: '<sip:alice@proxy>' }),
        invite({ Contact: '<sip:alice@[2001:db8::9:1]:5070>' }),
        invite({ Contact: '<sip:alice@3com.example>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '19.1.2' },
      { rfc: 3261, section: '25.1' },
    ],
    options: {
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: { allowUnderscore: { type: 'boolean', description: 'Accept underscores in host names' } },
      },
      default: { allowUnderscore: false },
    },
    since: '0.1.0',
    messages: {
      invalid: 'Host "{host}" is neither a host name nor an IP address: the URI cannot be resolved',
      number: 'Host "{host}" is a number: it reads as a user part without "@" and the host behind it',
      underscore: 'Host "{host}" has an underscore, which no host name may have: some resolvers and parsers reject it',
    },
  },
  create: ({ allowUnderscore }: Options) => ({
    syntax: {
      'sip-uri.host-invalid'(issue, context) {
        if (isEchoedIssue(issue, context)) return;
        context.report({ messageId: 'invalid', at: issue, data: { host: String(issue.data?.host) } });
      },
      'sip-uri.host-is-number'(issue, context) {
        if (isEchoedIssue(issue, context)) return;
        context.report({ messageId: 'number', at: issue, data: { host: String(issue.data?.host) } });
      },
      'sip-uri.host-underscore'(issue, context) {
        if (allowUnderscore || isEchoedIssue(issue, context)) return;
        const data = { host: String(issue.data?.host) };
        context.report({ messageId: 'underscore', at: issue, data, ceiling: 'warning' });
      },
    },
  }),
});
