import { defineRule } from '@siplint/core';
import { forwarded, fromBranch } from '../examples/forwarded.js';
import { file, invite, options, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { responseBefore } from '../shared/transaction/hop-before.js';

const UPSTREAM = { To: '<sip:bob@example.net>;tag=8321234356-a' };
const OPTIONS_UPSTREAM = { To: '<sip:bob@example.net>;tag=1410948204-options-a' };

export default defineRule({
  meta: {
    id: 'proxy-forwarded-503',
    category: 'routing',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Do not pass a 503 on as a proxy',
    docs: {
      what: 'A proxy that gets 503 and no better response sends 500 back, not the 503. The first proxy that passes it on is reported.',
      why:
        'The 503 says that a server is overloaded or down. Whoever gets it from the proxy takes the proxy for that server, and ' +
        'sends nothing to it any more for the time in Retry-After, although it could serve other calls.',
      falsePositives: 'A proxy may pass it on if it knows that it can serve no other request either.',
      bad: [
        file(
          options(),
          forwarded('OPTIONS'),
          fromBranch(503, 'OPTIONS'),
          response(503, 'OPTIONS', { ...OPTIONS_UPSTREAM, startLine: 'SIP/2.0 <|503|> Service Unavailable' }),
        ),
      ],
      good: [
        file(
          invite(),
          forwarded('INVITE'),
          fromBranch(503, 'INVITE'),
          response(500, 'INVITE', UPSTREAM),
          failureAck(UPSTREAM),
        ),
        file(options(), forwarded('OPTIONS'), fromBranch(503, 'OPTIONS'), response(503, 'OPTIONS')),
      ],
    },
    references: [
      { rfc: 3261, section: '16.7' },
      { rfc: 3261, section: '21.5.4' },
    ],
    since: '0.1.0',
    messages: {
      passedOn:
        'The proxy passes the 503 of the server behind it on: the client takes the proxy itself for overloaded and avoids it, send 500 instead',
    },
  },
  appliesTo: { statuses: [503] },
  create: () => ({
    transaction({ responses, request }, context) {
      for (const response of responses) {
        if (response.statusCode !== 503) continue;
        const before = responseBefore(response);
        // The next proxy on the way back gets it from this one.
        if (!before || responseBefore(before)) continue;
        context.report({
          messageId: 'passedOn',
          in: response,
          related: [
            { message: 'The 503 that the proxy got', of: before },
            ...(request ? [{ message: 'The request', of: request }] : []),
          ],
        });
        return;
      }
    },
  }),
});
