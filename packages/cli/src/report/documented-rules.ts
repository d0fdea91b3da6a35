import type { AnyRule } from '@siplint/core';

/** siplint's own rules with their documentation, which the bundle keeps apart from what linting needs. */
export async function loadDocumentedRules(): Promise<readonly AnyRule[]> {
  const { rules } = await import('@siplint/rules');
  return rules;
}
