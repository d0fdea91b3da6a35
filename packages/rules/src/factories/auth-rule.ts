import {
  type AnyRule,
  type AuthValue,
  defineRule,
  type HeaderField,
  type MessageTemplates,
  type RuleContext,
  type RuleMeta,
} from '@siplint/core';

/** What parameters of authentication stand in: credentials of a request, a challenge, or Authentication-Info. */
export type AuthRole = 'credentials' | 'challenge' | 'info';

interface AuthRule<Messages extends MessageTemplates> {
  readonly meta: RuleMeta<Messages, undefined>;
  /** Where it looks; a rule about challenges alone sees responses only, one about credentials alone requests only. */
  readonly roles: readonly AuthRole[];
  readonly judge: (row: HeaderField<AuthValue>, context: RuleContext<Messages>, role: AuthRole) => void;
}

/** A rule about the rows of the header fields for authentication (RFC 3261 §22). */
export function defineAuthRule<const Messages extends MessageTemplates>(rule: AuthRule<Messages>): AnyRule {
  const { meta, roles, judge } = rule;
  const isOnlyFor = (role: AuthRole): boolean => roles.every((other) => other === role);
  return defineRule<Messages>({
    meta,
    ...(isOnlyFor('credentials') && { appliesTo: { kinds: ['request'] } }),
    ...(isOnlyFor('challenge') && { appliesTo: { kinds: ['response'] } }),
    create: () => ({
      headers: {
        ...(roles.includes('credentials') && {
          Authorization: judgeAs('credentials'),
          'Proxy-Authorization': judgeAs('credentials'),
        }),
        ...(roles.includes('challenge') && {
          'WWW-Authenticate': judgeAs('challenge'),
          'Proxy-Authenticate': judgeAs('challenge'),
        }),
        ...(roles.includes('info') && { 'Authentication-Info': judgeAs('info') }),
      },
    }),
  });

  function judgeAs(role: AuthRole): (row: HeaderField<AuthValue>, context: RuleContext<Messages>) => void {
    return (row, context) => judge(row, context, role);
  }
}
