import {
  type AnyRule,
  type Applicability,
  defineRule,
  type FixPlan,
  type FixSafety,
  type LintFile,
  type Reference,
  type RequirementLevel,
  type RuleDocs,
  type Severity,
  type SipMessage,
} from '@siplint/core';
import { hasBrokenLine } from '../shared/message/broken-line.js';
import { standsBehindEmptyLine } from '../shared/message/early-empty-line.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { answeredRequest } from '../shared/transaction/answered-request.js';

/** How an absence is taken: no finding where it is right, or one that a case makes milder. */
export type Absence = 'silent' | { readonly ceiling: Severity; readonly ceilingAlways?: boolean } | undefined;

interface RequiredHeader {
  readonly id: string;
  readonly header: string;
  readonly category?: string;
  readonly level?: RequirementLevel;
  readonly severity?: Severity;
  readonly strictSeverity?: Severity;
  /** `recommended` if absent. */
  readonly presets?: readonly string[];
  readonly appliesTo?: Applicability;
  readonly title: string;
  readonly docs: RuleDocs;
  readonly references: readonly Reference[];
  /** Completes "… has no To header field: ", saying what fails without it. */
  readonly consequence: string;
  readonly judge?: (message: SipMessage, file: LintFile) => Absence;
  /** True if the first message of a call that lacks it speaks for the others. */
  readonly oncePerCall?: boolean;
  readonly fix?: { readonly safety: FixSafety; readonly plan: (message: SipMessage) => FixPlan | undefined };
  /** See `RuleMeta`. */
  readonly fixesLast?: boolean;
}

/** A rule that demands a header field: `missing-max-forwards`, `missing-allow-in-405` … */
export function requireHeader(rule: RequiredHeader): AnyRule {
  const { id, header, category = 'header-presence', level = 'MUST', severity = 'error', strictSeverity } = rule;
  const { presets = ['recommended'], appliesTo, title, docs, references, consequence, judge, fix } = rule;
  const { oncePerCall = false, fixesLast = false } = rule;
  return defineRule({
    meta: {
      id,
      category,
      level,
      severity,
      ...(strictSeverity && { strictSeverity }),
      presets,
      title,
      docs,
      references,
      ...(fix && { fixable: fix.safety }),
      ...(fixesLast && { fixesLast }),
      since: '0.1.0',
      messages: { missing: `{message} has no ${header} header field: ${consequence}` as const },
    },
    ...(appliesTo && { appliesTo }),
    create: () => ({
      message(message, context) {
        if (message.has(header) || message.hasUnknownFields || hasBrokenLine(message, header)) return;
        if (standsBehindEmptyLine(message, header)) return;
        const absence = judge?.(message, context.file);
        if (absence === 'silent' || (oncePerCall && !isFirstInCall(context, header))) return;
        context.report({
          messageId: 'missing',
          at: message.anchor,
          data: { message: describe(message) },
          ceiling: absence?.ceiling,
          ceilingAlways: absence?.ceilingAlways ?? false,
          fix: fix?.plan(message),
        });
      },
    }),
  });
}

/**
 * A rule that demands one of the header fields that a response copies from its request (RFC 3261 §8.2.6.2). A response cannot
 * copy what its request lacks, and a 400 that says so is right.
 */
export function requireCopiedHeader(rule: Omit<RequiredHeader, 'judge'>): AnyRule {
  const { header } = rule;
  // "To" and "From" are words of a phrase as well, but not with a capital in the middle of it.
  const name = new RegExp(`\\b${header}\\b`, header.length > 4 ? 'i' : '');
  return requireHeader({
    ...rule,
    judge(message, file) {
      if (message.kind !== 'response') return undefined;
      if (answeredRequest(message, file)?.has(header) === false) return 'silent';
      return isRejection(message) && names(message, name) ? { ceiling: 'info' } : undefined;
    },
  });
}

function isRejection({ statusCode }: SipMessage): boolean {
  return statusCode >= 400 && statusCode < 500;
}

/** True if the reason phrase or a Warning holds a name. */
function names(message: SipMessage, name: RegExp): boolean {
  const { startLine } = message;
  if (startLine.kind === 'response' && name.test(startLine.reasonPhrase.text)) return true;
  for (const warning of message.valuesOf('Warning')) if (name.test(warning.text.text)) return true;
  return false;
}

/** `INVITE request` or `180 response to INVITE`, for messages about a message as a whole. */
export function describe(message: SipMessage): string {
  const { method } = message;
  if (message.kind === 'request') return `${method} request`;
  return method === undefined ? `${message.statusCode} response` : `${message.statusCode} response to ${method}`;
}
