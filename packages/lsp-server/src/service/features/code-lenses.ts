import type { SipMessage } from '@siplint/core';
import { type CodeLens, Command } from 'vscode-languageserver-types';
import { APPLY_FIX, SHOW_CALL_FLOW } from '../commands.js';
import type { SipDocument } from '../document.js';
import { labelOf } from '../outline.js';

/** The rules that know how long a body is. */
const LENGTH_RULES: readonly string[] = ['content-length-exceeds-body', 'content-length-mismatch'];

/** Above each request how it was answered, and above a message with a wrong length what mends it. */
export function codeLensesOf(document: SipDocument, canShowFlow: boolean): CodeLens[] {
  const wrongLengths = new Map(
    document.result.findings
      .filter(({ ruleId, fix }) => fix !== undefined && LENGTH_RULES.includes(ruleId))
      .map(({ messageIndex, ruleId }) => [messageIndex, ruleId]),
  );
  return document.messages.flatMap((message) => {
    const range = document.rangeIn(message, message.startLine);
    const lenses: CodeLens[] = [];
    if (canShowFlow && message.kind === 'request') {
      const title = `${summaryOf(document, message)} · show call flow`;
      lenses.push({ range, command: Command.create(title, SHOW_CALL_FLOW, document.uri, message.index) });
    }
    const rule = wrongLengths.get(message.index);
    if (rule !== undefined) {
      const command = Command.create('recompute Content-Length', APPLY_FIX, document.uri, rule, message.index);
      lenses.push({ range, command });
    }
    return lenses;
  });
}

function summaryOf(document: SipDocument, request: SipMessage): string {
  const { length } = document.responsesTo(request);
  const responses = length === 0 ? 'no response' : length === 1 ? '1 response' : `${length} responses`;
  return `${labelOf(request)}, ${responses}`;
}
