import { type FixPlan, replaceRange, type SyntaxIssue } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'language-tag-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write language tags as groups of up to eight letters with hyphens between',
    docs: {
      what:
        'A tag of Content-Language or a range of Accept-Language is groups of one to eight letters with "-" between; ' +
        'Accept-Language also has "*". Digits behind the first group, as in es-419, are accepted: later standards for ' +
        'language tags brought them.',
      why:
        'Software that knows locales such as en_US writes them as they are. The receiver finds no language of that name ' +
        'and picks another, or rejects the message.',
      fixSafety: 'Safe: an underscore where a hyphen belongs means the same.',
      bad: [
        options({ 'Accept-Language': 'da, <|en_US|>;q=0.8' }),
        invite({ 'Content-Language': '<|fr-|>' }),
        options({ 'Accept-Language': '<|en gb|>' }),
      ],
      good: [
        options({ 'Accept-Language': 'da, en-gb;q=0.8, *;q=0.1' }),
        invite({ 'Content-Language': 'es-419, zh-Hant-TW, i-klingon' }),
        options({ 'Accept-Language': '' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.3' },
      { rfc: 3261, section: '20.13' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      malformed: '"{found}" in {header} is no language tag: write groups of up to eight letters with "-", as in en-gb',
    },
  },
  issues: { 'language-tag.malformed': 'malformed' },
  fix: withHyphens,
});

const LANGUAGE_TAG = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;

function withHyphens(issue: SyntaxIssue): FixPlan | undefined {
  const tag = String(issue.data?.found).replaceAll('_', '-');
  return LANGUAGE_TAG.test(tag) ? { title: `Write ${tag}`, edits: [replaceRange(issue, tag)] } : undefined;
}
