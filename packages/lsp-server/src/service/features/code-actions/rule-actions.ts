import { type CodeAction, CodeActionKind, Command } from 'vscode-languageserver-types';
import { DISABLE_IN_CONFIG, OPEN_RULE_PAGE } from '../../commands.js';
import type { SipDocument } from '../../document.js';
import type { RulePages } from '../diagnostics.js';
import type { ShownFinding } from './quick-fixes.js';

/** What is done about a rule elsewhere: turn it off in the configuration, read its page. Each rule is offered once. */
export function ruleActions(
  document: SipDocument,
  shown: readonly ShownFinding[],
  { canConfigure, rulePages }: RuleActionOptions,
): CodeAction[] {
  const byRule = new Map(shown.map((one) => [one.finding.ruleId, one]));
  return [...byRule].flatMap(([ruleId, { diagnostic }]) => {
    const action = (title: string, name: string, ...args: readonly string[]): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      command: Command.create(title, name, ...args),
    });
    const disable = `Disable ${ruleId} in the configuration`;
    return [
      ...(canConfigure ? [action(disable, DISABLE_IN_CONFIG, document.uri, ruleId)] : []),
      ...(rulePages(ruleId) === undefined ? [] : [action(`Read about ${ruleId}`, OPEN_RULE_PAGE, ruleId)]),
    ];
  });
}

export interface RuleActionOptions {
  /** True where configurations can be written. */
  readonly canConfigure: boolean;
  readonly rulePages: RulePages;
}
