import {
  type AnyRule,
  type Applicability,
  defineRule,
  type FixPlan,
  type MessageTemplates,
  type Report,
  type RuleHandlers,
  type RuleMeta,
  type Severity,
  type SipMessage,
  type SyntaxIssue,
} from '@siplint/core';
import { isEchoedIssue } from '../shared/transaction/echo.js';

/** What a rule makes of one code of the parser. */
interface IssueReport<MessageId extends string> {
  readonly messageId: MessageId;
  readonly ceiling?: Severity;
  readonly ceilingAlways?: boolean;
}

type Outcome<MessageId extends string> = MessageId | IssueReport<MessageId>;

interface SyntaxRule<Messages extends MessageTemplates> {
  readonly meta: RuleMeta<Messages, undefined>;
  readonly appliesTo?: Applicability;
  /** Canonical names of the header fields that it judges, where others have the same codes. */
  readonly fields?: ReadonlySet<string>;
  /**
   * The parser's codes that are this rule's, each with the message about it; the issue's data fills it in, and `header`, the
   * canonical name of the header field.
   */
  readonly issues: Readonly<
    Record<string, Outcome<keyof Messages & string> | ((issue: SyntaxIssue) => Outcome<keyof Messages & string>)>
  >;
  readonly fix?: (issue: SyntaxIssue, message: SipMessage) => FixPlan | undefined;
}

/**
 * A rule about grammar: the parser finds the defect, the rule gives it an id, a message, a severity and a fix. What a response
 * only repeats from its request is reported there.
 */
export function defineSyntaxRule<const Messages extends MessageTemplates>(rule: SyntaxRule<Messages>): AnyRule {
  const { meta, appliesTo, fields, issues, fix } = rule;
  return defineRule<Messages>({
    meta,
    ...(appliesTo && { appliesTo }),
    create: () => ({ syntax: Object.fromEntries(Object.entries(issues).map(([code, to]) => [code, reporter(to)])) }),
  });

  function reporter(to: SyntaxRule<Messages>['issues'][string]): NonNullable<RuleHandlers<Messages>['syntax']>[string] {
    return (issue, context) => {
      const header = issue.field?.canonicalName ?? '';
      if ((fields && !fields.has(header)) || isEchoedIssue(issue, context)) return;
      const outcome = typeof to === 'function' ? to(issue) : to;
      const {
        messageId,
        ceiling,
        ceilingAlways = false,
      } = typeof outcome === 'string' ? { messageId: outcome } : (outcome as IssueReport<string>);
      const report = {
        messageId,
        at: issue,
        data: { header, ...issue.data },
        ceiling,
        ceilingAlways,
        fix: fix?.(issue, context.message),
      };
      // The parser's data is as the code's description says; a test fills in each message and looks for gaps.
      context.report(report as unknown as Report<Messages>);
    };
  }
}
