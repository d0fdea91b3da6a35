import {
  type AnyRule,
  type Applicability,
  defineRule,
  type LintFile,
  type Reference,
  type RequirementLevel,
  type RuleDocs,
  type Severity,
  type SipMessage,
} from '@siplint/core';
import { hasBrokenLine } from '../shared/message/broken-line.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { describe } from './missing-header.js';

interface CapabilitiesRule {
  readonly id: string;
  readonly level: RequirementLevel;
  readonly severity: Severity;
  readonly strictSeverity: Severity;
  readonly appliesTo: Applicability;
  readonly title: string;
  readonly docs: RuleDocs;
  readonly references: readonly Reference[];
  /** The header fields that tell what the sender can do. */
  readonly headers: readonly string[];
  /** Completes "… has no Allow: ", saying what fails without it. */
  readonly consequence: string;
  /** Which of the absent ones a message should have. */
  readonly judge: (absent: readonly string[], message: SipMessage, file: LintFile) => readonly string[];
}

/** A rule of no preset that asks a response for header fields about its sender: one finding, once a call, names the absent ones. */
export function requireCapabilities(rule: CapabilitiesRule): AnyRule {
  const { headers, consequence, judge, appliesTo, ...facts } = rule;
  return defineRule({
    meta: {
      ...facts,
      category: 'header-presence',
      presets: [],
      since: '0.1.0',
      messages: { missing: `{message} has no {missing}: ${consequence}` as const },
    },
    appliesTo,
    create: () => ({
      message(message, context) {
        if (message.hasUnknownFields || headers.every((header) => message.has(header))) return;
        const absent = headers.filter((header) => !message.has(header) && !hasBrokenLine(message, header));
        const missing = judge(absent, message, context.file);
        if (missing.length === 0 || !isFirstInCall(context, '')) return;
        const data = { message: describe(message), missing: enumerated(missing) };
        context.report({ messageId: 'missing', at: message.anchor, data });
      },
    }),
  });
}

/** `Allow, Accept or Supported`. */
function enumerated(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
