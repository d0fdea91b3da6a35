import type { SipMessage } from '../syntax/message.js';
import type { Finding } from './finding.js';
import { fillTemplate } from './message-template.js';
import type { Severity } from './severity.js';

/** What the engine itself reports: ids that no rule may take. */
export const ENGINE_RULES = {
  'internal-rule-crash': {
    title: 'Report a rule that threw',
    severity: 'error',
    message: 'Rule "{rule}" crashed and was skipped for the rest of this file: {error}',
  },
  'limit-reached': {
    title: 'Say where a limit cut the work short',
    severity: 'warning',
    message: '{what} reached the limit of {limit}; what is beyond it was not judged',
  },
} as const satisfies Record<string, { title: string; severity: Severity; message: string }>;

export type EngineRuleId = keyof typeof ENGINE_RULES;

export function crashFinding(rule: string, error: unknown, message: SipMessage | undefined): Finding {
  const text = error instanceof Error ? error.message : String(error);
  return engineFinding('internal-rule-crash', { rule, error: text }, message);
}

export function limitFinding(rule: string, limit: number): Finding {
  return engineFinding('limit-reached', { what: `Rule "${rule}"`, limit }, undefined);
}

function engineFinding(
  ruleId: EngineRuleId,
  data: Readonly<Record<string, string | number>>,
  message: SipMessage | undefined,
): Finding {
  const { severity, message: template } = ENGINE_RULES[ruleId];
  const at = message ? { start: message.offset + message.anchor.start, end: message.offset + message.anchor.end } : undefined;
  return {
    ruleId,
    messageId: 'default',
    data,
    message: fillTemplate(template, data),
    severity,
    start: at?.start ?? 0,
    end: at?.end ?? 0,
    messageIndex: message?.index,
    references: [],
    related: [],
    fix: undefined,
  };
}
