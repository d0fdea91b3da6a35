import { ENGINE_RULES, formatReference, type RuleMeta, referenceUrl, type Severity } from '@siplint/core';
import { loadDocumentedRules } from '../report/documented-rules.js';
import type { FormatContext } from './format.js';
import { LEVEL, messageOf } from './sarif-text.js';

const DOCUMENTED = new Map((await loadDocumentedRules()).map(({ meta }) => [meta.id, meta]));

/** The rules that a log's results name, in the order in which they first came. */
export class SarifRules {
  readonly descriptors: Readonly<Record<string, unknown>>[] = [];
  readonly #indices = new Map<string, number>();

  constructor(private readonly ruleMeta: FormatContext['ruleMeta']) {}

  indexOf(ruleId: string, severity: Severity): number {
    const known = this.#indices.get(ruleId);
    if (known !== undefined) return known;
    const meta = DOCUMENTED.get(ruleId) ?? this.ruleMeta(ruleId);
    this.descriptors.push(meta ? describeRule(ruleId, meta) : describeEngineRule(ruleId, severity));
    this.#indices.set(ruleId, this.descriptors.length - 1);
    return this.descriptors.length - 1;
  }
}

function describeRule(
  id: string,
  { title, docs, category, level, severity, references = [] }: RuleMeta,
): Record<string, unknown> {
  const helpUri = references.map(referenceUrl).find((url) => url !== undefined);
  const cited = references.map(formatReference).join(', ');
  return {
    id,
    shortDescription: messageOf(title),
    ...(docs && {
      fullDescription: messageOf(docs.what),
      help: messageOf([docs.what, docs.why, cited && `See ${cited}.`].filter(Boolean).join(' ')),
    }),
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { tags: ['sip', category], ...(level && { requirementLevel: level }) },
  };
}

function describeEngineRule(id: string, severity: Severity): Record<string, unknown> {
  const title = Object.entries(ENGINE_RULES).find(([engineId]) => engineId === id)?.[1].title ?? id;
  return { id, shortDescription: messageOf(title), defaultConfiguration: { level: LEVEL[severity] } };
}
