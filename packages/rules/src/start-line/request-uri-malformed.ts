import { defineRule } from '@siplint/core';
import { invite, options, register } from '../examples/messages.js';
import { hasSchemeByGrammar, prefixSip } from '../shared/address/sip-prefix.js';

export default defineRule({
  meta: {
    id: 'request-uri-malformed',
    category: 'start-line',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Address a request to a URI with its scheme',
    docs: {
      what:
        'The Request-URI is a SIP or SIPS URI or another absolute URI: a scheme, a colon and a rest of URI characters. Any ' +
        'scheme will do here.',
      why: 'A server cannot route what is no URI: it answers 400, or 416 where it takes the start of it for a scheme.',
      falsePositives:
        'A host name and a number, "example.com:5060", count as a host with its port unless the name is a registered URI ' +
        'scheme. The grammar takes them for a URI of an unknown scheme, hence a warning.',
      fixSafety: 'Unsafe: the scheme is a guess; sips: or tel: may have been meant.',
      bad: [
        invite({ startLine: 'INVITE <|bob@example.net|> SIP/2.0' }),
        register({ startLine: 'REGISTER <|example.com:5060|> SIP/2.0' }),
        options({ startLine: 'OPTIONS <|*|> SIP/2.0' }),
        options({ startLine: 'OPTIONS<| |>SIP/2.0' }),
        options({ startLine: 'OPTIONS <|im:|> SIP/2.0' }),
        options({ startLine: 'OPTIONS im:bob<|"|>@example.net SIP/2.0' }),
      ],
      good: [
        invite({ startLine: 'INVITE tel:+358-555-1234567 SIP/2.0' }),
        options({ startLine: 'OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0' }),
        options({ startLine: 'OPTIONS urn:service:sos SIP/2.0' }),
      ],
    },
    references: [
      { rfc: 3261, section: '7.1' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing: 'Request line has no Request-URI between method and version: the request cannot be routed',
      noScheme: 'Request-URI "{found}" has no scheme such as "sip:": servers answer 400 or 416',
      noRest: 'Request-URI "{found}" ends behind its scheme: the request cannot be routed',
      character: 'Request-URI "{found}" holds {character}, which no URI does: servers answer 400',
    },
  },
  create: () => ({
    syntax: {
      'request-uri.malformed'(issue, context) {
        const found = String(issue.data?.found);
        if (found === '') context.report({ messageId: 'missing', at: issue });
        else if (issue.end - issue.start < found.length) {
          const character = context.message.sourceText(issue);
          context.report({ messageId: 'character', at: issue, data: { found, character } });
        } else if (found.endsWith(':')) context.report({ messageId: 'noRest', at: issue, data: { found } });
        else {
          const ceiling = hasSchemeByGrammar(found) ? 'warning' : undefined;
          const fix = prefixSip(issue.start, found);
          context.report({ messageId: 'noScheme', at: issue, data: { found }, ceiling, fix });
        }
      },
    },
  }),
});
