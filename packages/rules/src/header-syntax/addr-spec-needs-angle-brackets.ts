import {
  defineRule,
  type Edit,
  type FixPlan,
  insertAt,
  isUriParam,
  type NameAddr,
  removeParam,
  type SyntaxIssue,
} from '@siplint/core';
import { invite } from '../examples/messages.js';
import { isEchoedIssue } from '../shared/transaction/echo.js';
import { partialAt } from '../shared/values/parsed-at.js';

/** The fields that the rule of §20 names, and Reply-To (§20.31). */
const JUDGED_FIELDS: ReadonlySet<string> = new Set(['From', 'To', 'Contact', 'Reply-To']);

export default defineRule({
  meta: {
    id: 'addr-spec-needs-angle-brackets',
    category: 'header-syntax',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Put a URI with a comma, question mark or semicolon in angle brackets',
    docs: {
      what:
        'In From, To, Contact and Reply-To a URI that holds a comma, a question mark or a semicolon stands in angle ' +
        'brackets. Without brackets a parameter behind the URI belongs to the header field, not to the URI.',
      why:
        'The receiver cuts the URI at the first of these characters. A transport or lr parameter that belongs to the URI is ' +
        'lost, so later requests go over the wrong transport or to the wrong place.',
      falsePositives:
        'A parameter such as transport outside the brackets is legal as an unknown parameter of the header field, so it is ' +
        'a warning only; a tag or an unknown parameter is what belongs there.',
      fixSafety: 'Unsafe: the parameters become part of the URI, which changes what the message says.',
      bad: [
        invite({ Contact: 'sip:alice@pc33.example.com;<|transport=tcp|>' }),
        invite({ Contact: '<|sip:alice@pc33.example.com?subject=hi|>' }),
        invite({ To: '<|sip:bob,carol@example.net|>' }),
      ],
      good: [
        invite({ From: 'sip:+12125551212@example.com;tag=9fxced76sl', To: 'sip:bob@example.net;x-user=1' }),
        invite({ Contact: '<sip:alice@pc33.example.com;transport=tcp?subject=hi>;q=0.5' }),
        invite({ Contact: 'mailto:alice@example.com;method=x' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20' },
      { rfc: 3261, section: '20.10' },
      { rfc: 3261, section: '20.20' },
      { rfc: 3261, section: '20.31' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      brackets: '{header} URI {found} holds "?" or "," without angle brackets: receivers cut it there, write <{found}>',
      parameter:
        'Parameter "{name}" stands behind a {header} URI without angle brackets, so it is none of the URI: put <> around both',
    },
  },
  create: () => ({
    syntax: {
      'addr-spec.brackets-needed'(issue, context) {
        if (isEchoedIssue(issue, context)) return;
        const header = issue.field?.canonicalName ?? '';
        const fix = { title: 'Put the URI in angle brackets', edits: enclose(issue.start, issue.end) };
        context.report({ messageId: 'brackets', at: issue, data: { header, found: String(issue.data?.found) }, fix });
      },
      'addr-spec.uri-param-outside'(issue, context) {
        const header = issue.field?.canonicalName ?? '';
        if (!JUDGED_FIELDS.has(header) || isEchoedIssue(issue, context)) return;
        const data = { header, name: String(issue.data?.name) };
        context.report({ messageId: 'parameter', at: issue, data, ceiling: 'warning', fix: enclosing(issue) });
      },
    },
  }),
});

function enclose(start: number, end: number): Edit[] {
  return [insertAt(start, '<'), insertAt(end, '>')];
}

/** Brackets around the URI and the parameters that belong to it; those that stand behind others are moved. */
function enclosing({ field, start }: SyntaxIssue): FixPlan | undefined {
  const address = field && partialAt(field, start);
  if (!field || !isBareAddress(address) || !address.uri) return undefined;
  const { params, uri } = address;
  let inside = 0;
  while (isUriParam(params[inside]?.key ?? '')) inside++;
  const moved = params.slice(inside).filter(({ key }) => isUriParam(key));
  const end = params[inside - 1]?.end ?? uri.end;
  const text = moved.map((param) => `;${field.message.sourceText(param)}`).join('');
  const edits = [insertAt(uri.start, '<'), insertAt(end, `${text}>`)];
  for (const param of moved) edits.push(removeParam(field.message, param));
  return { title: 'Put the URI with its parameters in angle brackets', edits };
}

function isBareAddress(value: unknown): value is NameAddr {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'name-addr';
}
