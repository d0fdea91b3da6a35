import type { Finding, Severity } from '@siplint/core';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { SipDocument } from '../document.js';

export const DIAGNOSTIC_SOURCE = 'siplint';

/** Where a rule is documented: the URI of its page. */
export type RulePages = (ruleId: string) => string | undefined;

/** What goes with a diagnostic to the client and back, so that a quick fix needs no second run. */
export type DiagnosticData = Pick<Finding, 'ruleId' | 'messageIndex'>;

/** The findings of a document, in its order. */
export function diagnosticsOf(document: SipDocument, rulePages: RulePages): Diagnostic[] {
  return document.result.findings.map((finding) => diagnosticOf(finding, document, rulePages));
}

function diagnosticOf(finding: Finding, document: SipDocument, rulePages: RulePages): Diagnostic {
  const { ruleId, message, severity, messageIndex, related } = finding;
  const href = rulePages(ruleId);
  const data: DiagnosticData = { ruleId, messageIndex };
  return {
    range: document.rangeOf(finding),
    severity: SEVERITIES[severity],
    source: DIAGNOSTIC_SOURCE,
    code: ruleId,
    ...(href !== undefined && { codeDescription: { href } }),
    message,
    ...(related.length > 0 && {
      relatedInformation: related.map((other) => ({
        message: other.message,
        location: { uri: document.uri, range: document.rangeOf(other) },
      })),
    }),
    data,
  };
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
