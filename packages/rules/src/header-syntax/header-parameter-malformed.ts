import { type FixPlan, insertAt, replaceRange, type SyntaxIssue } from '@siplint/core';
import { invite, ok } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';
import { RFC_3261_FIELDS } from '../shared/message/rfc3261-fields.js';

/** Parameters that need a value, and whose grammar has no quoted string: quotes would not mend them. */
const NEEDING_TOKEN: ReadonlySet<string> = new Set(['branch', 'maddr', 'received', 'purpose']);

export default defineSyntaxRule({
  meta: {
    id: 'header-parameter-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write a parameter as name, or as name=value with a token, a host or a quoted string',
    docs: {
      what:
        'A parameter of Via, From, To, Contact, Route, Record-Route, Reply-To, Alert-Info, Call-Info, Error-Info, ' +
        'Retry-After, Accept, Accept-Encoding or Accept-Language is a token, or a token, "=" and a token, a host or a ' +
        'quoted string. White space around ";" and "=" is fine.',
      why:
        'Strict receivers answer 400 or drop the message. Lenient ones guess where the value ends, so that a part of it ' +
        'becomes another parameter or gets lost.',
      fixSafety:
        'Unsafe: whether the receiver knows a value in quotes is not certain, nor that the parameter is to go.',
      bad: [
        invite({ From: '<sip:alice@example.com>;tag=9fxced76sl;<|foo=|>' }),
        invite({ To: '<sip:bob@example.net><|;|>;user-type=desk' }),
        invite({ Contact: '<sip:alice@pc33.example.com>;note=<|a/b|>' }),
        invite({ Contact: '<sip:alice@pc33.example.com>;<|@home|>' }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bK@776a|>' }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;<|branch|>' }),
      ],
      good: [
        invite({ From: '<sip:alice@example.com> ; tag = 9fxced76sl ; foo="a;b"' }),
        ok('OPTIONS', { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-options;received=2001:db8::9:1' }),
        invite({ Contact: '<sip:alice@pc33.example.com>;a=%;b;c=[2001:db8::1]' }),
      ],
    },
    references: [{ rfc: 3261, section: '25.1' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      empty: '{header} has a ";" without a parameter behind it: strict parsers reject the header field, delete the ";"',
      name: '"{found}" is no parameter of {header}: what stands before "=" or ";" has to be one token',
      valueMissing: 'Parameter "{name}" of {header} has "=" but no value: give it one, or leave out the "="',
      valueNeeded:
        'Parameter "{name}" of {header} has no value: it means nothing without one, receivers reject or ignore it',
      value: 'Value "{value}" of parameter "{name}" is no token, host or quoted string: put it in quotes',
      bare: 'Value "{value}" of parameter "{name}" is no token: write letters, digits and - . ! % * _ + only, quotes do not help',
    },
  },
  fields: RFC_3261_FIELDS,
  issues: {
    'param.empty': 'empty',
    'param.name-malformed': 'name',
    'param.value-missing': (issue) => (needsToken(issue) ? 'valueNeeded' : 'valueMissing'),
    'param.value-malformed': (issue) => (needsToken(issue) ? 'bare' : 'value'),
  },
  fix,
});

function needsToken({ data }: SyntaxIssue): boolean {
  return NEEDING_TOKEN.has(String(data?.name).toLowerCase());
}

function fix(issue: SyntaxIssue): FixPlan | undefined {
  const { code, start, end, data } = issue;
  if (code === 'param.empty') return { title: 'Delete the ";"', edits: [replaceRange(issue, '')] };
  const value = String(data?.value);
  if (code !== 'param.value-malformed' || value.includes('"') || needsToken(issue)) return undefined;
  const edits = value.includes('\\')
    ? [replaceRange(issue, `"${value.replaceAll('\\', '\\\\')}"`)]
    : [insertAt(start, '"'), insertAt(end, '"')];
  return { title: 'Put the value in quotes', edits };
}
