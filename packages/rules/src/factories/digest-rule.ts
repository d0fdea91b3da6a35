import type { AnyRule, AuthValue, MessageTemplates, RuleContext, RuleMeta } from '@siplint/core';
import { type AuthRole, defineAuthRule } from './auth-rule.js';

interface DigestRule<Messages extends MessageTemplates> {
  readonly meta: RuleMeta<Messages, undefined>;
  readonly roles: readonly AuthRole[];
  readonly judge: (digest: AuthValue, context: RuleContext<Messages>, role: AuthRole) => void;
}

/** A rule about the parameters of the Digest scheme (RFC 3261 §22.4); values of other schemes are not its business. */
export function defineDigestRule<const Messages extends MessageTemplates>(rule: DigestRule<Messages>): AnyRule {
  const { meta, roles, judge } = rule;
  return defineAuthRule<Messages>({
    meta,
    roles,
    judge(row, context, role) {
      for (const { value } of row.values) if (value && isDigest(value, role)) judge(value, context, role);
    },
  });
}

/** Authentication-Info names no scheme: it is Digest's own (RFC 2617 §3.2.3). */
function isDigest({ scheme }: AuthValue, role: AuthRole): boolean {
  return role === 'info' || scheme.text === 'Digest' || scheme.text.toLowerCase() === 'digest';
}
