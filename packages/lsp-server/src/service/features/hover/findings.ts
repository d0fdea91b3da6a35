import { rules } from '@siplint/rules';
import type { SipDocument } from '../../document.js';
import { code, links, paragraphs, plain } from './markdown.js';

const RULES = new Map(rules.map((rule) => [rule.meta.id, rule.meta]));

/** Why the findings at an offset matter: the client shows what they say, and only the rule knows the reason. */
export function explainFindings(document: SipDocument, offset: number): string {
  const ids = document.result.findings
    .filter(({ start, end }) => start <= offset && offset <= end)
    .map(({ ruleId }) => ruleId);
  return paragraphs(...[...new Set(ids)].map(reasonOf));
}

function reasonOf(ruleId: string): string | undefined {
  const meta = RULES.get(ruleId);
  if (!meta?.docs) return undefined;
  return paragraphs(`${code(ruleId)} ${plain(meta.docs.why)}`, links(meta.references ?? []));
}
