import { defineRule, type Param, paramOf, type Via } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { isFirstInCall } from '../shared/first-in-call.js';
import { valueRange } from '../shared/quoted-param.js';
import { hasSeveralVias } from '../shared/via.js';

const MAGIC_COOKIE = 'z9hg4bk';

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
            'SIP/2.0/UDP P1.example.com;branch=<|z9hG4bK776ASDHDS|>',
          ],
        }),
        invite({
          Via: [
            'SIP/2.0/UDP p1.example.com;branch=z9hG4bK776asdhds',
            'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bK776asdhds|>',
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
    messages: {
      sameHop: 'Branch "{branch}" stands twice for {sentBy}: responses are matched to the wrong hop, or a loop is seen',
      copied:
        'Branch "{branch}" stands in another Via as well: a proxy copied it where it has to compute one of its own',
    },
  },
  create: () => ({
    headers: {
      Via(field, context) {
        const { message } = context;
        if (field !== message.field('Via') || !hasSeveralVias(message)) return;
        const seen = new Map<string, { readonly via: Via; readonly branch: Param }>();
        for (const via of message.valuesOf('Via')) {
          const branch = paramOf(via, 'branch');
          const key = branch?.value?.toLowerCase();
          if (!branch || !key?.startsWith(MAGIC_COOKIE)) continue;
          const above = seen.get(key);
          if (!above) {
            seen.set(key, { via, branch });
            continue;
          }
          const isSameHop = sentByOf(above.via) === sentByOf(via);
          if (!isFirstInCall(context, `${key} ${sentByOf(above.via)} ${sentByOf(via)}`)) continue;
          const common = {
            at: valueRange(branch),
            related: [{ message: 'the Via above with this branch', at: valueRange(above.branch) }],
          };
          const data = { branch: branch.value ?? '' };
          if (!isSameHop) context.report({ messageId: 'copied', ...common, data, ceiling: 'warning' });
          else {
            const sentBy = message.sourceText(via.sentBy);
            context.report({ messageId: 'sameHop', ...common, data: { ...data, sentBy } });
          }
        }
      },
    },
  }),
});

function sentByOf({ sentBy: { host, port } }: Via): string {
  return `${host.text.toLowerCase()}:${port?.value ?? ''}`;
}
