import { defineRule, type HeaderField, presenceOf, type RuleContext } from '@siplint/core';
import { bye, invite, options, register } from '../examples/messages.js';
import {
  responseOnlyHeaders,
  type ToleranceOptions,
  Tolerances,
  tabledHeaders,
  toleranceSchema,
} from '../shared/message/header-presence.js';
import { removeAllRows } from '../shared/message/rows.js';

const CORE_METHODS = ['ACK', 'BYE', 'CANCEL', 'INVITE', 'OPTIONS', 'REGISTER'] as const;

/** What other rules report in a method: require-in-cancel, cancel-with-body, and those on the extensions of an ACK. */
const REPORTED_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  ACK: ['Require', 'Proxy-Require'],
  CANCEL: [
    'Require',
    'Proxy-Require',
    'Content-Disposition',
    'Content-Encoding',
    'Content-Language',
    'Content-Type',
    'MIME-Version',
  ],
};

const messages = {
  noPlace: '{header} has no place in {method} requests: the receiver ignores it',
} as const;

export default defineRule<typeof messages, ToleranceOptions>({
  meta: {
    id: 'header-not-applicable-to-method',
    category: 'header-presence',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Send a header field only with the methods it is for',
    docs: {
      what:
        'Tables 2 and 3 of RFC 3261 tell for each of its header fields which of the six core methods it may be sent ' +
        'with. Subject, Priority, In-Reply-To, Reply-To and Alert-Info, for instance, are for INVITE only, and ' +
        'Expires is for INVITE and REGISTER. Header fields and methods of other documents are not judged.',
      why:
        'The receiver ignores such a header field, so what the sender means by it does not happen: an Expires in a ' +
        'BYE ends nothing, a Subject in it reaches nobody.',
      falsePositives:
        'What nearly every stack sends and nobody minds is let pass; the option "tolerated" lists it, and the strict ' +
        'preset empties the list.',
      fixSafety: 'Unsafe: what the header field says is lost, and an extension may give it a meaning there.',
      bad: [
        bye({ '<|Subject|>': 'lunch' }),
        options({ '<|Expires|>': '60' }),
        register({ '<|Alert-Info|>': '<http://www.example.com/sounds/moo.wav>' }),
      ],
      good: [
        invite({ Subject: 'lunch', Expires: '60' }),
        bye({ 'Subject-Of-The-Day': 'lunch' }),
        register({ 'Call-Info': '<http://www.example.com/alice/>;purpose=info' }),
      ],
    },
    references: [{ rfc: 3261, section: '20' }],
    fixable: 'unsafe',
    options: {
      schema: toleranceSchema('request'),
      default: {
        tolerated: [
          { header: 'Accept', methods: ['ACK'] },
          { header: 'Accept-Encoding', methods: ['ACK'] },
          { header: 'Accept-Language', methods: ['ACK'] },
          { header: 'Allow', methods: ['ACK'] },
          { header: 'Supported', methods: ['ACK'] },
          { header: 'Call-Info' },
          { header: 'Contact' },
          { header: 'Organization' },
          { header: 'Record-Route' },
        ],
      },
      strict: { tolerated: [] },
    },
    since: '0.1.0',
    messages,
  },
  appliesTo: { kinds: ['request'], methods: CORE_METHODS },
  create(ruleOptions) {
    const tolerances = new Tolerances(ruleOptions);
    const onlyInResponses = new Set(responseOnlyHeaders());
    const isUnwanted = (header: string, method: string): boolean =>
      presenceOf(header, method) === '-' &&
      !REPORTED_ELSEWHERE[method]?.includes(header) &&
      !tolerances.pass(header, 'request', method, Number.NaN);
    const handlers = tabledHeaders()
      .filter((header) => !onlyInResponses.has(header))
      .map((header) => [header, CORE_METHODS.filter((method) => isUnwanted(header, method))] as const)
      .filter(([, methods]) => methods.length > 0)
      .map(([header, methods]) => [header, judgeIn(new Set<string>(methods))]);
    return { headers: Object.fromEntries(handlers) };
  },
});

function judgeIn(methods: ReadonlySet<string>) {
  return (field: HeaderField, context: RuleContext<typeof messages>): void => {
    const { message } = context;
    const { method = '' } = message;
    const header = field.canonicalName;
    // Several rows are one header field.
    if (!methods.has(method) || message.field(header) !== field) return;
    context.report({
      messageId: 'noPlace',
      at: field.nameNode,
      data: { header, method },
      fix: { title: `Remove ${header}`, edits: removeAllRows(message, header) },
    });
  };
}
