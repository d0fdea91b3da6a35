import { defineRule, type HeaderField, type RuleContext } from '@siplint/core';
import { response } from '../examples/messages.js';
import {
  hasNoPlace,
  hasPlaceInAllResponses,
  requestOnlyHeaders,
  type ToleranceOptions,
  Tolerances,
  tabledHeaders,
  toleranceSchema,
} from '../shared/message/header-presence.js';
import { removeAllRows } from '../shared/message/rows.js';
import { hasMethodOfOddRequest } from '../shared/transaction/echo.js';

const ANSWERED_METHODS = ['BYE', 'CANCEL', 'INVITE', 'OPTIONS', 'REGISTER'] as const;

const messages = {
  noPlace: '{header} has no place in {status} responses to {method}: the receiver ignores it',
} as const;

export default defineRule<typeof messages, ToleranceOptions>({
  meta: {
    id: 'header-not-applicable-to-response',
    category: 'header-presence',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Send a header field only in the responses it is for',
    docs: {
      what:
        'Tables 2 and 3 of RFC 3261 tell for each of its header fields in which responses it may stand, by status ' +
        'code and by the method of the request. Unsupported, for instance, is for 420, Min-Expires for 423, ' +
        'WWW-Authenticate for 401 and 407. What later documents add is allowed; header fields and methods of other ' +
        'documents are not judged.',
      why:
        'The receiver ignores such a header field: a client does not authenticate on a challenge in a 403 and does ' +
        'not wait for the Retry-After of a 403.',
      falsePositives:
        'What nearly every stack sends and nobody minds is let pass; the option "tolerated" lists it, and the strict ' +
        'preset empties the list.',
      fixSafety: 'Unsafe: what the header field says is lost, and an extension may give it a meaning there.',
      bad: [
        response(200, 'BYE', { '<|Unsupported|>': 'foo' }),
        response(200, 'BYE', { '<|Expires|>': '60' }),
        response(404, 'REGISTER', { '<|Min-Expires|>': '60' }),
      ],
      good: [
        response(420, 'INVITE', { Unsupported: 'foo' }),
        response(183, 'INVITE', { 'Alert-Info': '<http://www.example.com/sounds/moo.wav>' }),
        response(486, 'INVITE', { Contact: '<sip:bob@192.0.2.4>' }),
        response(423, 'SUBSCRIBE', { 'Min-Expires': '60' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20' },
      { rfc: 3261, section: '13.2.2.3' },
    ],
    fixable: 'unsafe',
    options: {
      schema: toleranceSchema('response'),
      default: {
        tolerated: [
          { header: 'Accept' },
          { header: 'Accept-Encoding' },
          { header: 'Accept-Language' },
          { header: 'Allow' },
          { header: 'Contact', statuses: [100, '300-699'] },
          { header: 'Contact', methods: ['BYE'], statuses: ['200-299'] },
          { header: 'Record-Route' },
          { header: 'Supported' },
        ],
      },
      strict: { tolerated: [] },
    },
    since: '0.1.0',
    messages,
  },
  appliesTo: { kinds: ['response'], methods: ANSWERED_METHODS },
  create(ruleOptions) {
    const tolerances = new Tolerances(ruleOptions);
    const onlyInRequests = new Set(requestOnlyHeaders());
    const headers = tabledHeaders().filter(
      (header) => !onlyInRequests.has(header) && !hasPlaceInAllResponses(header, ANSWERED_METHODS),
    );
    return { headers: Object.fromEntries(headers.map((header) => [header, judge])) };

    function judge(field: HeaderField, context: RuleContext<typeof messages>): void {
      const { message } = context;
      const header = field.canonicalName;
      if (!hasNoPlace(header, message)) return;
      const { method = '', statusCode: status } = message;
      // status-code-invalid; the tables end there.
      if (!(status >= 100 && status <= 699)) return;
      if (message.field(header) !== field || isReportedElsewhere(header, method, status)) return;
      if (tolerances.pass(header, 'response', method, status) || hasMethodOfOddRequest(message, context.file)) return;
      context.report({
        messageId: 'noPlace',
        at: field.nameNode,
        data: { header, method, status },
        // A client may well wait as long as it is told with any code.
        ceiling: header === 'Retry-After' ? 'info' : undefined,
        fix: { title: `Remove ${header}`, edits: removeAllRows(message, header) },
      });
    }
  },
});

/** What register-response-has-record-route and ack-or-cancel-challenged report. */
function isReportedElsewhere(header: string, method: string, status: number): boolean {
  if (header === 'Record-Route') return method === 'REGISTER' && status >= 200 && status < 300;
  return (
    (header === 'WWW-Authenticate' || header === 'Proxy-Authenticate') && method === 'CANCEL' && isChallenge(status)
  );
}

function isChallenge(status: number): boolean {
  return status === 401 || status === 407;
}
