import { type AnyRule, exampleText, formatReference, referenceUrl } from '@siplint/core';

/** All facts of a rule, for `--json`. Examples keep the marks `<|` and `|>` around what the rule reports. */
export function ruleJson(id: string, { meta, appliesTo }: AnyRule): object {
  const { docs, references = [], options } = meta;
  return {
    id,
    category: meta.category,
    level: meta.level ?? null,
    severity: meta.severity,
    strictSeverity: meta.strictSeverity ?? meta.severity,
    presets: meta.presets ?? [],
    title: meta.title,
    fixable: meta.fixable ?? null,
    since: meta.since ?? null,
    references: references.map((reference) => ({
      text: formatReference(reference),
      ...reference,
      url: referenceUrl(reference) ?? null,
    })),
    appliesTo: appliesTo ?? {},
    options: options ?? null,
    messages: meta.messages,
    winsOver: meta.winsOver ?? [],
    docs: docs ? { ...docs, bad: docs.bad.map(exampleText), good: docs.good.map(exampleText) } : null,
  };
}
