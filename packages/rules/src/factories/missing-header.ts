import {
  type AnyRule,
  type Applicability,
  defineRule,
  type FixPlan,
  type LintFile,
  type Reference,
  type RuleDocs,
  type Severity,
  type SipMessage,
} from '@siplint/core';

interface MissingHeader {
  /** `missing-` and the name of the header field if absent. */
  readonly id?: string;
  readonly header: string;
  readonly appliesTo?: Applicability;
  readonly references: readonly Reference[];
  readonly docs: RuleDocs;
  readonly severity?: Severity;
  readonly strictSeverity?: Severity;
  readonly category?: string;
  readonly title?: string;
  /** Completes "… has no To header field: ", saying what fails without it. */
  readonly consequence: string;
  /** The severity that a case is capped at; `silent` if the absence is right. */
  readonly judge?: (message: SipMessage, file: LintFile) => Severity | 'silent' | undefined;
  readonly fix?: { readonly safety: 'safe' | 'unsafe'; readonly plan: (message: SipMessage) => FixPlan | undefined };
}

/** A rule that demands a header field: `missing-to`, `missing-via` … */
export function requireHeader(rule: MissingHeader): AnyRule {
  const { header, appliesTo, consequence, judge, fix } = rule;
  return defineRule({
    meta: {
      id: rule.id ?? `missing-${header.toLowerCase()}`,
      category: rule.category ?? 'header-presence',
      level: 'MUST',
      severity: rule.severity ?? 'error',
      ...(rule.strictSeverity && { strictSeverity: rule.strictSeverity }),
      presets: ['recommended'],
      title: rule.title ?? `Give every message a ${header}`,
      docs: rule.docs,
      references: rule.references,
      ...(fix && { fixable: fix.safety }),
      since: '0.1.0',
      messages: { missing: '{message} has no {header} header field: {consequence}' },
    },
    ...(appliesTo && { appliesTo }),
    create: () => ({
      message(message, context) {
        if (message.has(header) || message.hasUnknownFields) return;
        const ceiling = judge?.(message, context.file);
        if (ceiling === 'silent') return;
        context.report({
          messageId: 'missing',
          at: message.anchor,
          data: { message: describe(message), header, consequence },
          ceiling,
          fix: fix?.plan(message),
        });
      },
    }),
  });
}

/** `INVITE` or `180 response to INVITE`, for messages about a message as a whole. */
export function describe(message: SipMessage): string {
  const method = message.method ?? 'message';
  return message.kind === 'response' ? `${message.statusCode} response to ${method}` : `${method} request`;
}
