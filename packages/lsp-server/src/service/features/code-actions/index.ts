import { type CodeAction, type CodeActionContext, CodeActionKind } from 'vscode-languageserver-types';
import type { SipDocument } from '../../document.js';
import { DIAGNOSTIC_SOURCE } from '../diagnostics.js';
import { disableActions } from './disable-actions.js';
import { FIX_ALL, fixAllAction } from './fix-all.js';
import { quickFixes, type ShownFinding } from './quick-fixes.js';
import { type RuleActionOptions, ruleActions } from './rule-actions.js';

export { fixOf } from './quick-fixes.js';
export type { RuleActionOptions } from './rule-actions.js';

export const CODE_ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL];

/** What can be done about the diagnostics that the client has somewhere, and about the document as a whole. */
export function codeActionsOf(
  document: SipDocument,
  context: CodeActionContext,
  options: RuleActionOptions,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (isAsked(CodeActionKind.QuickFix, context)) {
    const shown = shownFindings(document, context);
    actions.push(
      ...quickFixes(document, shown),
      ...disableActions(document, shown),
      ...ruleActions(document, shown, options),
    );
  }
  // Fixing all is what people ask for by its name, or an editor on save; it is no answer to a light bulb.
  if (context.only?.some((kind) => isWithin(FIX_ALL, kind))) {
    const action = fixAllAction(document);
    if (action) actions.push(action);
  }
  return actions;
}

function isAsked(kind: string, { only }: CodeActionContext): boolean {
  return only === undefined || only.some((asked) => isWithin(kind, asked));
}

/** Kinds are hierarchies: who asks for `source.fixAll` wants `source.fixAll.siplint`. */
function isWithin(kind: string, asked: string): boolean {
  return kind === asked || kind.startsWith(`${asked}.`);
}

/** The findings of this version that the diagnostics show: a client may still show those of an older one. */
function shownFindings(document: SipDocument, { diagnostics }: CodeActionContext): ShownFinding[] {
  return diagnostics.flatMap((diagnostic) => {
    if (diagnostic.source !== DIAGNOSTIC_SOURCE) return [];
    const { start, end } = document.offsetsOf(diagnostic.range);
    const finding = document.result.findings.find(
      (found) => found.ruleId === diagnostic.code && found.start === start && found.end === end,
    );
    return finding ? [{ diagnostic, finding }] : [];
  });
}
