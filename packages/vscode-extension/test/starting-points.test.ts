import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '@siplint/rules';
import { TEMPLATES } from '../src/templates.js';

const RECOMMENDED = resolveConfig([], rules).forFile('a.sip');

/** What siplint says of a text, as `severity rule`. */
function findingsOf(text: string): string[] {
  const { findings, messages } = lintSource(SourceText.fromString(text), 'a.sip', RECOMMENDED);
  assert.equal(messages, 1);
  return findings.map(({ severity, ruleId }) => `${severity} ${ruleId}`);
}

describe('templates of new files', () => {
  for (const { label, content } of TEMPLATES) {
    it(`${label} has nothing to be found`, () => assert.deepEqual(findingsOf(content), []));
  }
});

describe('snippets', () => {
  const snippets: Record<string, { body: string | readonly string[] }> = JSON.parse(
    readFileSync(new URL('../snippets/sip.json', import.meta.url), 'utf8'),
  );

  for (const name of ['Request', 'Request in a dialog', 'Response', 'Failure']) {
    const { body } = snippets[name] ?? { body: '' };
    const text = [body].flat().join('\r\n');
    for (const choice of choicesOf(text)) {
      it(`${name} ${choice} has no error`, () => {
        const errors = findingsOf(expanded(text, choice)).filter((finding) => finding.startsWith('error'));
        assert.deepEqual(errors, []);
      });
    }
  }
});

function choicesOf(snippet: string): string[] {
  return /\$\{1\|([^|]*)\|\}/.exec(snippet)?.[1]?.split(',') ?? [];
}

/** The text of a snippet as it is when all its blanks are filled: the first with a choice, others with what they suggest. */
function expanded(snippet: string, choice: string): string {
  const filled = new Map([
    ['0', ''],
    ['1', choice],
  ]);
  const withVariables = snippet.replaceAll('$RANDOM_HEX', '3f9a0c').replaceAll('$RANDOM', '482913');
  const blank = /\$\{(\d+)(?::([^}]*)|\|([^,|]*)[^|]*\|)?\}|\$(\d+)/g;
  return withVariables.replace(blank, (_, number = '', suggested, first, again = '') => {
    const known = filled.get(number || again);
    const value = known ?? suggested ?? first ?? 'filled-in';
    filled.set(number || again, value);
    return value;
  });
}
