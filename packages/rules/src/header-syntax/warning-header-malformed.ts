import { type FixPlan, replaceRange, type SipMessage, type SyntaxIssue } from '@siplint/core';
import { response } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

const warning = (value: string) => response(488, 'INVITE', { Warning: value });

export default defineSyntaxRule({
  meta: {
    id: 'warning-header-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write a Warning as code, agent and quoted text',
    docs: {
      what:
        'A value of Warning is three digits, a space, a host with an optional port or a token that names who warns, a space, ' +
        'and a text in quotes. Commas part several values.',
      why:
        'The warning tells a human why a call failed. A client that cannot read it shows nothing; a comma in a text ' +
        'without quotes starts another value.',
      fixSafety: 'Unsafe: where the text of one value ends and the next begins is a guess.',
      bad: [
        warning('307 isi.edu <|Session parameter not understood|>'),
        warning('<|37|> isi.edu "Session parameter not understood"'),
        warning('<|307|> "Session parameter not understood"'),
        warning('307 <|(isi)|> "Session parameter not understood"'),
        warning('307<|  |>isi.edu "Session parameter not understood"'),
        warning('<|307 isi.edu|>'),
        warning('307 isi.edu "Session parameter" <|not understood|>'),
      ],
      good: [
        warning('307 isi.edu "Session parameter \'foo\' not understood", 301 [2001:db8::1]:5060 "Incompatible, sorry"'),
        warning('399 - "Miscellaneous"'),
      ],
    },
    references: [
      { rfc: 3261, section: '20.43' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      code: 'Warning starts with "{found}": write three digits, who warns, and the text in quotes',
      agentMissing: 'Warning {found} does not name who warns: put a host or a token between code and text',
      agent: 'Warning agent "{found}" is no host with an optional port and no token',
      separator: 'Warning code and agent have other white space between them than the one space of the grammar',
      textMissing: 'Warning "{found}" has no text: write who warns behind the code, then a text in quotes',
      notQuoted: 'Warning text {found} is not in quotes: clients cannot tell where it ends and show nothing',
      trailing: '"{found}" stands behind the text of a Warning: only a comma and another value may follow there',
    },
  },
  issues: {
    'warning.code-malformed': 'code',
    'warning.agent-missing': 'agentMissing',
    'warning.agent-malformed': 'agent',
    'warning.separator': 'separator',
    'warning.text-missing': 'textMissing',
    'warning.text-not-quoted': 'notQuoted',
    'warning.trailing-text': 'trailing',
  },
  fix: quoted,
});

function quoted(issue: SyntaxIssue, { text }: SipMessage): FixPlan | undefined {
  // A quotation right behind the agent lacks the space, not the quotes.
  if (issue.code !== 'warning.text-not-quoted' || text.charAt(issue.start) === '"') return undefined;
  const escaped = text.slice(issue.start, issue.end).replace(/["\\]/g, '\\$&');
  return { title: 'Put the text in quotes', edits: [replaceRange(issue, `"${escaped}"`)] };
}
