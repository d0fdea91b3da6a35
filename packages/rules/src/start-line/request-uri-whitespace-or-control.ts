import { defineRule, type Edit, type FixPlan, type Range } from '@siplint/core';
import { invite } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'request-uri-whitespace-or-control',
    category: 'start-line',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Escape white space in the Request-URI',
    docs: {
      what: 'The Request-URI holds no white space and no control characters; both are written as escapes such as %20.',
      why:
        'Parsers split the request line at its spaces. They take the second half of the URI for the version and answer 400 ' +
        'or 505, or read a URI that ends too early.',
      fixSafety: 'Unsafe: the space may have slipped in, in which case it is to be deleted and not escaped.',
      bad: [
        invite({ startLine: 'INVITE sip:bob@example.net;<| |>transport=udp SIP/2.0' }),
        invite({ startLine: 'INVITE sip:bob<| |>smith@example.net SIP/2.0' }),
        invite({ startLine: 'INVITE sip:bob<|\x07|>@example.net SIP/2.0' }),
      ],
      good: [
        invite({ startLine: 'INVITE sip:bob%20smith@example.net;transport=udp SIP/2.0' }),
        invite({ startLine: 'INVITE sip:bob%07@example.net SIP/2.0' }),
      ],
    },
    references: [
      { rfc: 3261, section: '7.1' },
      { rfc: 3261, section: '19.1.2' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      whiteSpace: 'White space in the Request-URI "{uri}": servers split the line here and answer 400',
      control: 'Control character {name} in the Request-URI: servers reject the request or read only half of the URI',
    },
  },
  create: () => ({
    syntax: {
      'request-uri.white-space'(issue, context) {
        const { text } = context.message;
        const uri = String(issue.data?.uri);
        const runs = blankRuns(text, issue);
        const [at = issue] = runs;
        context.report({ messageId: 'whiteSpace', at, data: { uri }, fix: escapeBlanks(text, issue, runs) });
      },
      'request-uri.control-character'(issue, context) {
        context.report({ messageId: 'control', at: issue, data: { name: String(issue.data?.name) } });
      },
    },
  }),
});

/** The stretches of SP and HTAB in a URI. */
function blankRuns(text: string, { start, end }: Range): Range[] {
  const runs: Range[] = [];
  for (let at = start; at < end; at++) {
    if (!isBlank(text[at])) continue;
    const from = at;
    while (at < end && isBlank(text[at])) at++;
    runs.push({ start: from, end: at });
  }
  return runs;
}

/** Deletes blanks next to a separator and escapes those of the user part; undefined if any stands elsewhere. */
function escapeBlanks(text: string, uri: Range, runs: readonly Range[]): FixPlan | undefined {
  const colon = text.indexOf(':', uri.start);
  const userEnd = text.lastIndexOf('@', uri.end - 1);
  const edits: Edit[] = [];
  for (const { start, end } of runs) {
    const isNextToSeparator = isSeparator(text[start - 1]) || isSeparator(text[end]);
    if (!isNextToSeparator && !(colon >= 0 && colon < start && end <= userEnd)) return undefined;
    const escaped = text.slice(start, end).replaceAll(' ', '%20').replaceAll('\t', '%09');
    edits.push({ start, end, text: isNextToSeparator ? '' : escaped });
  }
  return { title: 'Escape or delete the white space', edits };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isSeparator(character: string | undefined): boolean {
  return character === ';' || character === '=';
}
