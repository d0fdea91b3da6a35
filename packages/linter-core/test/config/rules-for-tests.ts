import { type AnyRule, defineRule, type Plugin, type RuleMeta } from '@siplint/core';

interface Options {
  readonly most: number;
  readonly tolerated: readonly string[];
}

/** A rule that never fires: configurations only ask for its facts. */
export function quietRule(id: string, facts: Partial<Omit<RuleMeta, 'messages' | 'options'>> = {}): AnyRule {
  return defineRule({
    meta: {
      category: 'via',
      severity: 'error',
      presets: ['recommended'],
      title: 'Be quiet',
      ...facts,
      id,
      messages: { never: 'Never' },
    },
    create: () => ({}),
  });
}

/** Reports every message, as a rule whose severity is looked for in findings. */
export function loudRule(id: string, facts: Partial<Omit<RuleMeta, 'messages' | 'options'>> = {}): AnyRule {
  return defineRule({
    meta: {
      category: 'via',
      severity: 'warning',
      presets: ['recommended'],
      title: 'Be loud',
      ...facts,
      id,
      messages: { here: 'Here' },
    },
    create: () => ({ message: (message, context) => context.report({ messageId: 'here', at: message.anchor }) }),
  });
}

export const limitRule = defineRule<{ never: 'Never' }, Options>({
  meta: {
    id: 'limit',
    category: 'style',
    level: 'advice',
    severity: 'info',
    strictSeverity: 'warning',
    presets: ['recommended'],
    title: 'Stay within a limit',
    references: [{ rfc: 3261, section: '7.3' }],
    options: {
      schema: {
        type: 'object',
        properties: {
          most: { type: 'integer', minimum: 1, maximum: 99 },
          tolerated: { type: 'array', items: { type: 'string' } },
          mode: { enum: ['fast', 'thorough'] },
        },
        additionalProperties: false,
      },
      default: { most: 70, tolerated: ['x'] },
      strict: { most: 70, tolerated: [] },
    },
    messages: { never: 'Never' },
  },
  create: () => ({}),
});

/** One rule of each kind that presets and selectors tell apart. */
export const rules: readonly AnyRule[] = [
  quietRule('via-branch', { level: 'MUST', references: [{ rfc: 3261, section: '8.1.1.7' }], strictSeverity: 'error' }),
  quietRule('via-grammar', { level: 'grammar', references: [{ rfc: 3261, section: '25.1' }] }),
  quietRule('rack-grammar', { category: 'rack', level: 'grammar', references: [{ rfc: 3262 }] }),
  quietRule('rseq-order', { category: 'rack', severity: 'warning', references: [{ rfc: 3262 }, { rfc: 3261 }] }),
  quietRule('blank-lines', { category: 'syntax', level: 'advice', severity: 'hint', presets: ['strict'] }),
  quietRule('ims-header', { category: 'ims', severity: 'warning', presets: ['ims'], references: [{ rfc: 7315 }] }),
  limitRule,
];

export const housePlugin: Plugin = {
  meta: { name: 'house', version: '1.0.0', apiVersion: 1 },
  rules: {
    'no-fun': quietRule('no-fun', { category: 'style', severity: 'warning', references: [{ rfc: 3262 }] }),
    limit: quietRule('limit', { category: 'style', presets: [] }),
  },
  presets: { soft: { rules: { 'no-fun': 'hint', 'via-branch': 'off', 'house/limit': ['info'] } } },
};
