import { defineRule, isIPv6OfRfc3261, readIPv4 } from '@siplint/core';
import { invite, ok } from '../examples/messages.js';
import { isTopmostVia, viaAt, viaIdentity } from '../shared/message/via.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { isEchoedIssue } from '../shared/transaction/echo.js';

export default defineRule({
  meta: {
    id: 'via-received-invalid',
    category: 'via',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write the received parameter of a Via as an IP address',
    docs: {
      what:
        'The received parameter of a Via is the IPv4 or IPv6 address that a request came from: no host name, no port. The ' +
        'grammar wants an IPv6 address without brackets; with them it is accepted, as RFC 5118 tells receivers to.',
      why: 'The response is sent to this address. An element that cannot read it drops the response, or sends it to the sent-by.',
      falsePositives:
        'Below the topmost Via it is a warning: only the element that added the Via has to use it. So are IPv4 groups above ' +
        '255 and too many or too few IPv6 groups, which the grammar of RFC 3261 had before RFC 5954.',
      bad: [
        ok('INVITE', {
          Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite;received=<|pc33.example.com|>',
        }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds;<|received|>' }),
      ],
      good: [
        ok('INVITE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite;received=2001:db8::9:255' }),
        ok('INVITE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite;received=[2001:db8::9:255]' }),
      ],
    },
    references: [
      { rfc: 3261, section: '18.2.1' },
      { rfc: 3261, section: '25.1' },
      { rfc: 5118, section: '4.5' },
    ],
    since: '0.1.0',
    messages: {
      invalid: 'Via received={value} is no IP address: elements that cannot read it drop the response',
      empty: 'Via received has no value: the IP address that the request came from belongs there',
    },
  },
  create: () => ({
    syntax: {
      'via-received.invalid'(issue, context) {
        const via = viaAt(issue);
        if (isEchoedIssue(issue, context) || (via && !isFirstInCall(context, viaIdentity(via)))) return;
        const isTopmost = issue.field !== undefined && via !== undefined && isTopmostVia(issue.field, via);
        const value = String(issue.data?.value);
        const ceiling = isTopmost && !isAddressOfRfc3261(value) ? undefined : ('warning' as const);
        const common = { at: issue, ceiling };
        if (value === '') context.report({ messageId: 'empty', ...common });
        else context.report({ messageId: 'invalid', ...common, data: { value } });
      },
    },
  }),
});

/** True of groups that RFC 3261 §25.1 had in its grammar until RFC 5954: above 255, too many, or too few. */
function isAddressOfRfc3261(value: string): boolean {
  return readIPv4(value, 0, value.length) !== undefined || isIPv6OfRfc3261(value, 0, value.length);
}
