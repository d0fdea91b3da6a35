import assert from 'node:assert/strict';
import { type AnyRule, defineRule, type FixOptions, fixSource, SourceText } from '@siplint/core';
import { strictConfig } from '@siplint/core/testing';
import { rewrite, wordRule } from './rules-for-tests.js';

const subject = (value: string): string => `OPTIONS sip:b@example.com SIP/2.0\r\nSubject: ${value}\r\n\r\n`;

function fix(text: string, rules: readonly AnyRule[], options: Partial<FixOptions> = {}) {
  const source = SourceText.fromString(text, 'utf-8');
  return fixSource(source, 'a.sip', strictConfig(rules), { safety: 'safe', isNamed: true, ...options });
}

const ids = (findings: readonly { readonly ruleId: string }[]): string[] => findings.map(({ ruleId }) => ruleId);

describe('fixer', () => {
  it('applies all fixes that do not overlap, and lints again', () => {
    const { source, result, fixed } = fix(subject('a b a'), [wordRule('a', rewrite('x')), wordRule('b')]);
    assert.equal(source.text, subject('x b x'));
    assert.deepEqual(ids(fixed), ['no-a', 'no-a']);
    assert.deepEqual(ids(result.findings), ['no-b']);
  });

  it('applies an overlapping fix in the next pass', () => {
    const { source } = fix(subject('abc'), [wordRule('ab', rewrite('xb')), wordRule('bc', rewrite('bz'))]);
    assert.equal(source.text, subject('xbz'));
  });

  it('applies a plan all or none', () => {
    const both = wordRule('b', ({ start, end }, message) => ({
      title: 'two places',
      edits: [
        { start, end, text: 'y' },
        { start: message.startLine.start, end: message.startLine.start, text: '' },
      ],
    }));
    assert.equal(fix(subject('b'), [both]).source.text, subject('y'));
  });

  it('leaves unsafe fixes to those who ask for them', () => {
    const rule = wordRule('a', rewrite('x'), { fixable: 'unsafe' });
    assert.equal(fix(subject('a'), [rule]).source.text, subject('a'));
    assert.equal(fix(subject('a'), [rule], { safety: 'unsafe' }).source.text, subject('x'));
  });

  it('fixes what the filter picks', () => {
    const rules = [wordRule('a', rewrite('x')), wordRule('b', rewrite('y'))];
    const { source } = fix(subject('a b'), rules, { filter: ({ ruleId }) => ruleId === 'no-b' });
    assert.equal(source.text, subject('a y'));
  });

  it('lets the fixes that come last wait for the others of their message', () => {
    const last = wordRule('a', rewrite('l'), { fixesLast: true });
    const { fixed } = fix(subject('a b') + subject('a'), [last, wordRule('b', rewrite('y'))]);
    assert.deepEqual(
      fixed.map(({ ruleId, messageIndex }) => `${ruleId} ${messageIndex}`),
      ['no-b 0', 'no-a 1', 'no-a 0'],
    );
  });

  it('fixes every copy of what is reported once a file', () => {
    const once = defineRule({
      meta: { ...wordRule('a', rewrite('x')).meta, id: 'no-a-once', messages: { found: 'Found a' } },
      create: () => ({
        anyHeader({ rawValue, valueRange }, context) {
          if (rawValue !== 'a' || !context.once(rawValue)) return;
          context.report({ messageId: 'found', at: valueRange, fix: rewrite('x')(valueRange) });
        },
      }),
    });
    const { source, result, fixed } = fix(subject('a').repeat(20), [once]);
    assert.equal(source.text, subject('x').repeat(20));
    assert.equal(fixed.length, 20);
    assert.deepEqual(result.findings, []);
    assert.equal(fix(subject('a').repeat(3), [once], { filter: () => false }).result.findings.length, 1);
  });

  it('names the rules that undo each other', () => {
    const rules = [wordRule('a', rewrite('b')), wordRule('b', rewrite('a')), wordRule('c', rewrite('d'))];
    const { result } = fix(subject('c a'), rules);
    const report = result.findings.find(({ ruleId }) => ruleId === 'fixes-unsettled');
    assert.equal(report?.data.rules, 'no-a, no-b');
  });

  it('names the rules whose fixes never end', () => {
    const { source, result } = fix(subject('a'), [wordRule('a', rewrite('aa'))]);
    assert.equal(result.findings.find(({ ruleId }) => ruleId === 'fixes-unsettled')?.data.rules, 'no-a');
    assert.ok(source.text.length > subject('a').length);
  });

  it('undoes a fix that breaks a message, reports its rule and keeps the other fixes', () => {
    const breaking = wordRule('a', (_at, message) => ({
      title: 'break the Via',
      edits: [{ start: message.startLine.end, end: message.startLine.end, text: '\r\nVia: /' }],
    }));
    const { source, result } = fix(subject('a b'), [breaking, wordRule('b', rewrite('y'))]);
    assert.equal(source.text, subject('a y'));
    assert.deepEqual(ids(result.findings), ['fix-rolled-back', 'no-a']);
    assert.deepEqual(ids(result.crashes), ['no-a']);
  });

  it('only warns where an unsafe fix brought something to light', () => {
    const renaming = wordRule('a', (_at, message) => {
      const { start, nameEnd } = message.field('subject_') ?? { start: 0, nameEnd: 0 };
      return { title: 'Write Via', safety: 'unsafe', edits: [{ start, end: nameEnd, text: 'Via' }] };
    });
    const text = subject('a').replace('Subject: a', 'Subject: a\r\nSubject_: /');
    const { source, result } = fix(text, [renaming], { safety: 'unsafe' });
    assert.equal(source.text, text);
    assert.deepEqual(
      result.findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`),
      ['fix-rolled-back warning', 'no-a warning'],
    );
    assert.deepEqual(result.crashes, []);
  });

  it('lets a rule with thousands of breaking fixes rest behind the first', () => {
    const breaking = wordRule('a', ({ start, end }) => ({
      title: 'break',
      edits: [{ start, end, text: '\r\nVia: /\r\nX: ' }],
    }));
    const text = Array.from({ length: 300 }, () => subject('a b')).join('');
    const { source } = fix(text, [breaking, wordRule('b', rewrite('y'))]);
    assert.equal(source.text, text.replaceAll('a b', 'a y'));
  });

  it('reports edits that overlap themselves or leave the file', () => {
    const outside = wordRule('a', () => ({ title: 'outside', edits: [{ start: 0, end: 9999, text: '' }] }));
    const { source, result } = fix(subject('a'), [outside]);
    assert.equal(source.text, subject('a'));
    assert.ok(ids(result.findings).includes('fix-rolled-back'));
  });

  it('keeps octets that are no UTF-8, and leaves out a fix that needs other characters', () => {
    const source = SourceText.fromBytes(Uint8Array.from(Buffer.from(subject('\xff a b'), 'latin1')));
    const rules = [wordRule('a', rewrite('x')), wordRule('b', rewrite('€'))];
    const outcome = fixSource(source, 'a.sip', strictConfig(rules), { safety: 'safe', isNamed: true });
    assert.equal(outcome.source.encoding, 'bytes');
    assert.equal(outcome.source.text, subject('\xff x b'));
  });
});
