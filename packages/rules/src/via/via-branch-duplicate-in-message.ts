import { defineRule, type HeaderField, paramOf, type RuleContext, type SipMessage, type Via } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { hasMagicCookie } from '../shared/message/magic-cookie.js';
import { hasSeveralVias, viaIdentity } from '../shared/message/via.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { valueRange } from '../shared/values/quoted-param.js';

const MESSAGES = {
  sameHop: 'Branch "{branch}" stands twice for {sentBy}: responses are matched to the wrong hop, or a loop is seen',
  copied: 'Branch "{branch}" stands in another Via as well: a proxy copied it where it has to compute one of its own',
} as const;

export default defineRule({
  meta: {
    id: 'via-branch-duplicate-in-message',
    category: 'via',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give each Via of a message a branch of its own',
    docs: {
      what:
        'No two Via values of a message have the same branch. Even a request that comes by the same proxy twice gets another ' +
        'branch each time. Branches without the magic cookie are not compared.',
      why:
        'The branch names the transaction at each hop. With the same branch and sent-by a response is matched to the wrong ' +
        'hop, or the request is taken for a loop and answered 482.',
      falsePositives:
        'The same branch beside another host is a warning: such a proxy copies what it should compute, but can often do so.',
      bad: [
        invite({
          Via: [
            'SIP/2.0/UDP p1.example.com;branch=z9hG4bK776asdhds',
            'SIP/2.0/UDP P1.example.com;branch=<|z9hG4bK776ASDHDS|>;received=192.0.2.9',
          ],
        }),
        invite({
          Via: [
            'SIP/2.0/UDP p1.example.com;branch=z9hG4bK776asdhds',
            'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bK776asdhds|>;received=192.0.2.1',
          ],
        }),
      ],
      good: [
        invite({
          Via: ['SIP/2.0/UDP p1.example.com;branch=z9hG4bK2', 'SIP/2.0/UDP p1.example.com;branch=z9hG4bK776asdhds'],
        }),
        invite({ Via: 'SIP/2.0/UDP p1.example.com;branch=z9hG4bK1, SIP/2.0/UDP pc33.example.com;branch=z9hG4bK11' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.7' },
      { rfc: 3261, section: '16.6' },
    ],
    since: '0.1.0',
    messages: MESSAGES,
  },
  create: () => ({
    headers: {
      Via(field, context) {
        const { message } = context;
        if (field !== message.field('Via') || !mayRepeat(message)) return;
        const seen = new Map<string, Via>();
        let copy: Via | undefined;
        for (let row: HeaderField<Via> | undefined = field; row; row = row.nextOfName) {
          for (const { value: via } of row.values) {
            const key = via && uniqueBranch(via);
            if (!via || key === undefined) continue;
            const above = seen.get(key);
            if (!above) seen.set(key, via);
            // Hostile input has thousands of one Via: each but the first copy says nothing new.
            else if (!copy || !isSame(via, copy)) reportCopy(via, above, context);
            if (above) copy = via;
          }
        }
      },
    },
  }),
});

/** Via values up to which comparing each with each costs less than a map. */
const FEW = 8;

/** False for what nearly all messages show: one Via, or a few whose branches differ. */
function mayRepeat(message: SipMessage): boolean {
  if (!hasSeveralVias(message)) return false;
  const branches: string[] = [];
  for (let row: HeaderField<Via> | undefined = message.field('Via'); row; row = row.nextOfName) {
    for (const { value: via } of row.values) {
      const branch = via && paramOf(via, 'branch')?.value;
      if (branch === undefined) continue;
      if (branches.length === FEW || branches.some((above) => isAlike(above, branch))) return true;
      branches.push(branch);
    }
  }
  return false;
}

function isAlike(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  // Branches that differ mostly do so in the last character, which is compared without making texts.
  const last = a.length - 1;
  return (a.charCodeAt(last) | 0x20) === (b.charCodeAt(last) | 0x20) && a.toLowerCase() === b.toLowerCase();
}

/** The branch in lower case, if it has the magic cookie and so should be unique. */
function uniqueBranch(via: Via): string | undefined {
  const branch = paramOf(via, 'branch')?.value;
  return branch !== undefined && hasMagicCookie(branch) ? branch.toLowerCase() : undefined;
}

function isSame(via: Via, other: Via): boolean {
  const { host, port } = via.sentBy;
  const isSameSender = host.text === other.sentBy.host.text && port?.text === other.sentBy.port?.text;
  return isSameSender && paramOf(via, 'branch')?.value === paramOf(other, 'branch')?.value;
}

function reportCopy(via: Via, above: Via, context: RuleContext<typeof MESSAGES>): void {
  const branch = paramOf(via, 'branch');
  const original = paramOf(above, 'branch');
  if (!branch?.value || !original || !isFirstInCall(context, `${viaIdentity(above)} ${viaIdentity(via)}`)) return;
  const common = {
    at: valueRange(branch),
    related: [{ message: 'the Via above with this branch', at: valueRange(original) }],
  };
  const data = { branch: branch.value };
  if (isSameHop(via, above)) {
    const sentBy = context.message.sourceText(via.sentBy);
    context.report({ messageId: 'sameHop', ...common, data: { ...data, sentBy } });
  } else {
    context.report({ messageId: 'copied', ...common, data, ceiling: 'warning' });
  }
}

function isSameHop({ sentBy: { host, port } }: Via, { sentBy: other }: Via): boolean {
  return host.text.toLowerCase() === other.host.text.toLowerCase() && port?.value === other.port?.value;
}
