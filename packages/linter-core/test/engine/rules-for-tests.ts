import { type AnyRule, defineRule, type FixPlan, type RuleMeta, type SipMessage } from '@siplint/core';

/** A rule that reports each Subject row with a word in it, and may fix it. */
export function wordRule(
  word: string,
  fix?: (at: { start: number; end: number }, message: SipMessage) => FixPlan,
  meta: Partial<RuleMeta> = {},
): AnyRule {
  return defineRule({
    meta: {
      id: `no-${word}`,
      category: 'test',
      severity: 'warning',
      title: `Do not write ${word}`,
      messages: { found: `Found ${word}` },
      ...(fix && { fixable: 'safe' }),
      ...meta,
    } as RuleMeta<{ found: string }, undefined>,
    create: () => ({
      anyHeader(field, context) {
        for (let at = field.rawValue.indexOf(word); at >= 0; at = field.rawValue.indexOf(word, at + word.length)) {
          const range = { start: field.valueStart + at, end: field.valueStart + at + word.length };
          context.report({ messageId: 'found', at: range, fix: fix?.(range, context.message) });
        }
      },
    }),
  });
}

/** A fix that writes another word. */
export function rewrite(text: string): (at: { start: number; end: number }) => FixPlan {
  return ({ start, end }) => ({ title: `Write "${text}"`, edits: [{ start, end, text }] });
}
