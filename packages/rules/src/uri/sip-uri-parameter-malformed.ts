import { type FixPlan, replaceRange, type SyntaxIssue } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'sip-uri-parameter-malformed',
    category: 'uri',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write URI parameters as name or name=value',
    docs: {
      what:
        'A parameter of a SIP or SIPS URI is a name, or a name, "=" and a value that is not empty; quotes have no place. ' +
        'transport, user and method need a token, maddr a host, ttl a number from 0 to 255. What follows a "?" are pairs of ' +
        'name and value.',
      why:
        'Parsers reject the URI or drop the parameter. Without its transport or maddr a request goes to the wrong place, or ' +
        'over the wrong transport.',
      falsePositives:
        'A ttl of three digits above 255 is a warning: the production has it, and only its comment bounds it.',
      fixSafety: 'Unsafe: the name of a parameter may be missing rather than its ";" too many.',
      bad: [
        invite({ Contact: '<sip:alice@pc33.example.com;<|transport=|>;ob>' }),
        invite({ Contact: '<sip:alice@pc33.example.com<|;|>>' }),
        options({ startLine: 'OPTIONS sip:bob@example.net;maddr=239.255.255.1;ttl=<|300|> SIP/2.0' }),
        invite({ Contact: '<sip:alice@pc33.example.com;x=<|"a"|>>' }),
        invite({ Contact: '<sip:alice@pc33.example.com;<|=tcp|>>' }),
        options({ Contact: '<sip:alice@pc33.example.com?<|Subject|>>' }),
        options({ Contact: '<sip:alice@pc33.example.com?Subject=lunch<|&|>>' }),
      ],
      good: [
        invite({ Contact: '<sip:alice@pc33.example.com;transport=tcp;ob>' }),
        invite({ Contact: '<sip:alice;@pc33.example.com;x=%22a%22>' }),
        options({ Contact: '<sip:alice@pc33.example.com?Subject=>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '19.1.1' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      empty: 'A ";" stands without a URI parameter behind it: strict parsers reject the URI, delete the ";"',
      noName: 'URI parameter "{found}" has no name before its "=": parsers reject the URI',
      noValue: 'URI parameter "{name}" has no value: parsers reject it, give it one or leave it out',
      value: 'Value {value} does not fit URI parameter "{name}": parsers reject or ignore it',
      noHeader: 'A "?" or "&" stands without a header behind it: strict parsers reject the URI, delete it',
      header: '"{found}" behind the "?" of a URI is no pair of a header field name and a value: parsers reject the URI',
    },
  },
  issues: {
    'sip-uri.param-empty': 'empty',
    'sip-uri.param-name-missing': 'noName',
    'sip-uri.param-value-missing': 'noValue',
    'sip-uri.param-value-malformed': (issue) => ({
      messageId: 'value',
      ceiling: isTtlAbove255(issue) ? 'warning' : undefined,
    }),
    'sip-uri.header-malformed': ({ data }) => (data?.found === '' ? 'noHeader' : 'header'),
  },
  fix,
});

/** True of a ttl that is 1*3DIGIT, of which a comment of the grammar only says that it ends at 255. */
function isTtlAbove255({ data }: SyntaxIssue): boolean {
  return String(data?.name).toLowerCase() === 'ttl' && /^\d{3}$/.test(String(data?.value));
}

function fix(issue: SyntaxIssue): FixPlan | undefined {
  if (issue.code !== 'sip-uri.param-empty') return undefined;
  return { title: 'Delete the ";"', edits: [replaceRange(issue, '')] };
}
