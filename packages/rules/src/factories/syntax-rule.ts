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

/** What a rule makes of one code of the parser. */
interface IssueReport<MessageId extends string> {
  readonly messageId: MessageId;
  readonly ceiling?: Severity;
  readonly ceilingAlways?: boolean;
}

interface SyntaxRule<Messages extends MessageTemplates> {
  readonly meta: RuleMeta<Messages, undefined>;
  readonly appliesTo?: Applicability;
  /** The parser's codes that are this rule's, each with the message about it; the issue's data fills it in. */
  readonly issues: Readonly<Record<string, (keyof Messages & string) | IssueReport<keyof Messages & string>>>;
  readonly fix?: (issue: SyntaxIssue, message: SipMessage) => FixPlan | undefined;
}

/** A rule about grammar: the parser finds the defect, the rule gives it an id, a message, a severity and a fix. */
export function defineSyntaxRule<const Messages extends MessageTemplates>(rule: SyntaxRule<Messages>): AnyRule {
  const { meta, appliesTo, issues, fix } = rule;
  return defineRule<Messages>({
    meta,
    ...(appliesTo && { appliesTo }),
    create: () => ({ syntax: Object.fromEntries(Object.entries(issues).map(([code, to]) => [code, reporter(to)])) }),
  });

  function reporter(to: SyntaxRule<Messages>['issues'][string]): NonNullable<RuleHandlers<Messages>['syntax']>[string] {
    const {
      messageId,
      ceiling,
      ceilingAlways = false,
    } = typeof to === 'string' ? { messageId: to } : (to as IssueReport<string>);
    return (issue, context) => {
      const report = {
        messageId,
        at: issue,
        data: issue.data ?? {},
        ceiling,
        ceilingAlways,
        fix: fix?.(issue, context.message),
      };
      // The parser's data is as the code's description says; a test fills in each message and looks for gaps.
      context.report(report as unknown as Report<Messages>);
    };
  }
}
