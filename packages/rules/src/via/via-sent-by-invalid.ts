import { defineRule, type FixPlan, type RuleContext, type Severity, type SyntaxIssue } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { bracketIPv6 } from '../shared/address/ipv6-brackets.js';
import { viaAt, viaIdentity } from '../shared/message/via.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { isEchoedIssue } from '../shared/transaction/echo.js';

const MESSAGES = {
  noHost: 'Via has a port but no host: responses cannot be sent back',
  host: 'Via host "{value}" is neither a host name nor an IP address: responses cannot be sent back to it',
  bareIPv6: 'IPv6 address "{value}" stands in a Via without square brackets: its last group reads as a port',
  ipv6: 'Via host "{value}" holds no IPv6 address: eight groups, or fewer with one "::", without a zone would be one',
  ipv4: 'Via host "{value}" is no real IPv4 address: a group is above 255 or begins with a zero',
  underscore: 'Via host "{value}" has an underscore, which no host name may have: some elements reject the message',
  noPort: 'No port stands behind the ":" of a Via host: parsers reject the Via, leave the ":" out for the default port',
  port: 'Via port "{value}" is not made of digits: parsers reject the Via',
  noSuchPort: 'Via port {value} does not exist, ports go from 1 to 65535: responses are lost',
} as const;

type Context = RuleContext<typeof MESSAGES>;

export default defineRule({
  meta: {
    id: 'via-sent-by-invalid',
    category: 'via',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write the sent-by of a Via as a host with an optional port',
    docs: {
      what:
        'The sent-by of a Via is a host name, an IPv4 address or an IPv6 address in brackets, with a numeric port behind a ":" ' +
        'or none. White space may surround the ":". A lower Via is reported where it was first seen.',
      why: 'The response is sent there, or matched by it. A proxy that cannot read the sent-by drops request and response.',
      falsePositives:
        'An underscore, a port of 0 or above 65535, an IPv4 group above 255 or with a leading zero, and an IPv6 address with ' +
        'too many or too few groups are warnings. Names that end in ".invalid" are legal: browsers have no better one.',
      fixSafety: 'Unsafe: the last group of the address may have been meant as a port.',
      bad: [
        invite({ Via: 'SIP/2.0/UDP <|2001:db8::9:1|>;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/UDP <|:|>5060;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/UDP <|pc33-.example.com|>;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/UDP <|[2001:db8]|>:5060;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/UDP <|192.0.2.256|>;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/UDP <|pc_33|>;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com<|:|>;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com:<|sip|>;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com:<|0|>;branch=z9hG4bK776asdhds' }),
      ],
      good: [
        invite({ Via: 'SIP/2.0/UDP [2001:db8::9:1]:5060;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/WSS df7jal23ls0d.invalid;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com. : 5060 ;branch=z9hG4bK776asdhds' }),
      ],
    },
    references: [
      { rfc: 3261, section: '18.1.1' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: MESSAGES,
  },
  create: () => ({
    syntax: {
      'via.sent-by-host-missing'(issue, context) {
        if (isNew(issue, context)) context.report({ messageId: 'noHost', at: issue });
      },
      'via.sent-by-host-invalid': reportAs('host'),
      'via.sent-by-ipv6-not-bracketed': reportAs('bareIPv6', undefined, bracketIPv6),
      'via.sent-by-ipv6-malformed': reportAs('ipv6'),
      'via.sent-by-ipv6-groups': reportAs('ipv6', 'warning'),
      'via.sent-by-ipv4-invalid': reportAs('ipv4', 'warning'),
      'via.sent-by-underscore': reportAs('underscore', 'warning'),
      'via.sent-by-port-invalid'(issue, context) {
        if (issue.data?.port !== '') reportAs('port')(issue, context);
        else if (isNew(issue, context)) context.report({ messageId: 'noPort', at: issue });
      },
      'via.sent-by-port-out-of-range': reportAs('noSuchPort', 'warning'),
    },
  }),
});

type QuotingId = Exclude<keyof typeof MESSAGES, 'noHost' | 'noPort'>;

function reportAs(
  messageId: QuotingId,
  ceiling?: Severity,
  fix?: (issue: SyntaxIssue) => FixPlan | undefined,
): (issue: SyntaxIssue, context: Context) => void {
  return (issue, context) => {
    if (!isNew(issue, context)) return;
    const value = String(issue.data?.host ?? issue.data?.port);
    context.report({ messageId, at: issue, data: { value }, ceiling, fix: fix?.(issue) });
  };
}

/** True the first time that a call shows this Via: further hops show it below their own, and responses repeat it. */
function isNew(issue: SyntaxIssue, context: Context): boolean {
  if (isEchoedIssue(issue, context)) return false;
  const via = viaAt(issue);
  return via === undefined || isFirstInCall(context, `${issue.code} ${viaIdentity(via)}`);
}
