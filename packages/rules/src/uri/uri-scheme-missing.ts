import { defineRule } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { hasSchemeByGrammar, prefixSip } from '../shared/address/sip-prefix.js';
import { isEchoedIssue } from '../shared/transaction/echo.js';

export default defineRule({
  meta: {
    id: 'uri-scheme-missing',
    category: 'uri',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Begin every address with a scheme',
    docs: {
      what:
        'The address in From, To, Contact, Route and other header fields is a URI: a scheme that begins with a letter, a ' +
        'colon and the rest. A bare "user@host" or "host:port" is none, nor is a scheme with nothing behind it.',
      why:
        'A receiver cannot tell where the address leads. It answers 400, or takes the host name for a scheme that it does not ' +
        'know.',
      falsePositives:
        'A host name and a number, "pc33:5060", count as a host with its port unless the name is a registered URI scheme. The ' +
        'grammar takes them for a URI of an unknown scheme, hence a warning.',
      fixSafety: 'Unsafe: the scheme is a guess; sips: or tel: may have been meant.',
      bad: [
        invite({ To: '<<|bob@example.net|>>' }),
        invite({ Contact: '<|pc33.example.com:5060|>' }),
        invite({ Contact: '<|<>|>' }),
        invite({ To: '<<|im:|>>' }),
        invite({ To: '<im:bob<|"|>@example.net>' }),
      ],
      good: [
        invite({ To: '<tel:+358-555-1234567>' }),
        invite({ To: '<tel:5060>' }),
        invite({ Contact: '<SIP:alice@pc33.example.com>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing: '{header} address "{found}" has no scheme such as "sip:": receivers cannot use it and answer 400',
      noRest: '{header} address "{found}" ends behind its scheme: nothing can be reached by it',
      character: '{header} address {found} holds {character}, which no URI does: receivers cut it there or answer 400',
      empty: '{header} has no URI where one should stand: receivers answer 400',
    },
  },
  create: () => ({
    syntax: {
      'uri.scheme-missing'(issue, context) {
        if (isEchoedIssue(issue, context)) return;
        const found = String(issue.data?.found);
        const header = issue.field?.canonicalName ?? '';
        if (found === '') context.report({ messageId: 'empty', at: issue, data: { header } });
        else {
          const fix = prefixSip(issue.start, found);
          const ceiling = hasSchemeByGrammar(found) ? 'warning' : undefined;
          context.report({ messageId: 'missing', at: issue, data: { header, found }, ceiling, fix });
        }
      },
      'absolute-uri.malformed'(issue, context) {
        if (isEchoedIssue(issue, context)) return;
        const found = String(issue.data?.found);
        const header = issue.field?.canonicalName ?? '';
        if (issue.end - issue.start === found.length) {
          context.report({ messageId: 'noRest', at: issue, data: { header, found } });
          return;
        }
        const character = context.message.sourceText(issue);
        context.report({ messageId: 'character', at: issue, data: { header, found, character } });
      },
    },
  }),
});
