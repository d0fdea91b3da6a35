import {
  compareHops,
  defineRule,
  type FlowMessage,
  type FlowRuleContext,
  type Range,
  replaceRange,
  type Transaction,
} from '@siplint/core';
import { forwarded, fromBranch } from '../examples/forwarded.js';
import { cancel, file, invite, response } from '../examples/messages.js';
import { proxyCancel } from '../examples/proxy-cancel.js';
import { hasMagicCookie } from '../shared/message/magic-cookie.js';
import { branchPlaceOf } from '../shared/transaction/branch-place.js';

const MESSAGES = {
  branch:
    'Branch "{found}" of the CANCEL is not "{expected}" of its INVITE: the server finds nothing to cancel, answers 481, and the call goes on ringing',
  several:
    'CANCEL with more than one Via: who sends it puts in only the topmost Via of the request, so the next element takes it for forwarded',
} as const;

type Context = FlowRuleContext<typeof MESSAGES>;

export default defineRule({
  meta: {
    id: 'cancel-via-mismatch',
    category: 'cancel',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give a CANCEL the topmost Via of its request, and no other',
    docs: {
      what:
        'A CANCEL has one Via, and that is the topmost Via of the request with its branch. Further Vias are an info only ' +
        'where the request may have passed the same proxies.',
      why:
        'The server finds what to cancel by the branch and the sent-by. With another one it answers 481, and the call that ' +
        'was to be cancelled goes on ringing.',
      falsePositives:
        'A proxy without state adds a Via of its own to a CANCEL, as it does to the INVITE: where the file shows the CANCEL on ' +
        'the hop before, nothing is reported. The CANCEL of a proxy may belong to a branch that was not captured, and one behind ' +
        'a final response to another try.',
      fixSafety: 'Unsafe: the branch of the INVITE may have been meant to be another.',
      bad: [
        file(
          invite(),
          response(180, 'INVITE'),
          cancel({ Via: 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bK776asdhds-cancel|>' }),
        ),
        file(
          invite(),
          response(180, 'INVITE'),
          cancel({
            Via: [
              'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite',
              '<|SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1d32hash4|>',
            ],
          }),
        ),
      ],
      good: [
        file(
          invite(),
          response(180, 'INVITE'),
          cancel({ Via: 'SIP/2.0/UDP PC33.example.com;branch=z9hG4bK776asdhds-invite' }),
        ),
        file(forwarded('INVITE'), fromBranch(180, 'INVITE'), proxyCancel()),
        file(
          invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=1' }),
          response(180, 'INVITE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=1;received=192.0.2.1' }),
          cancel({ Via: 'SIP/2.0/UDP pc33.example.com;branch=2' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '9.1' },
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '16.10' },
      { rfc: 3261, section: '17.2.3' },
    ],
    winsOver: ['request-without-final-response'],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: MESSAGES,
  },
  appliesTo: { kinds: ['request'], methods: ['CANCEL', 'INVITE'] },
  create: () => ({
    transaction(transaction, context) {
      if (transaction.method === 'CANCEL') judgeCount(transaction, context);
      else if (transaction.misfits.length > 0) judgeBranch(transaction, context);
    },
  }),
});

function judgeCount({ request: cancel, cancelled, upstream }: Transaction, context: Context): void {
  if (!cancel || cancel.viaCount < 2 || !cancel.isViaSound || upstream) return;
  const original = cancelled?.request;
  // A stateless proxy on the way adds as many to the one as to the other.
  const mayBeForwarded = !original || original.viaCount === cancel.viaCount;
  context.report({
    messageId: 'several',
    in: cancel,
    at: secondVia(cancel),
    related: original ? [{ message: `The ${original.method}`, of: original }] : [],
    ...(mayBeForwarded && { ceiling: 'info', ceilingAlways: true }),
  });
}

function judgeBranch({ request: invite, misfits, final }: Transaction, context: Context): void {
  const cancel = misfits.find(({ message }) => message.method === 'CANCEL')?.message;
  if (!invite || !cancel || !invite.isViaSound || !cancel.isViaSound) return;
  // Behind a final response it may be about another try that was not captured (§8.1.3.4, RFC 3263 §4.3).
  if (cancel.index < invite.index || (final && final.index < cancel.index)) return;
  // The CANCEL of a proxy has fewer Vias than its INVITE.
  if (invite.viaCount === 1 && compareHops(cancel, invite) === 'different') return;
  const found = branchPlaceOf(cancel);
  const expected = branchPlaceOf(invite);
  if (!found || !expected || !hasMagicCookie(expected.text)) return;
  context.report({
    messageId: 'branch',
    in: cancel,
    at: found,
    data: { found: found.text, expected: expected.text },
    related: [{ message: 'The branch of the INVITE', of: invite, at: expected }],
    fix: { title: 'Copy the branch of the INVITE', edits: [replaceRange(found, expected.text)] },
  });
}

function secondVia({ message }: FlowMessage): Range | undefined {
  const row = message.field('Via');
  return row?.values[1] ?? row?.nextOfName?.values[0];
}
