import { compareHops, type Dialog, defineRule, type Flow, type FlowMessage } from '@siplint/core';
import { byAlice, byBob, toAlice } from '../examples/in-dialog.js';
import { ack, file, invite, ok, response } from '../examples/messages.js';
import { tagPlaceOf } from '../shared/transaction/places-in-flow.js';

const CALL = [invite(), ok('INVITE'), ack()];
const UNKNOWN_TO = '<sip:bob@example.net>;tag=cccc3333';

export default defineRule({
  meta: {
    id: 'dialog-tag-mismatch',
    category: 'dialog',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send requests in a dialog with the two tags of the dialog',
    docs: {
      what:
        'A request in a dialog has the tag that its sender gave itself in From and the tag that the peer gave itself in To, ' +
        'as they are in the response that created the dialog.',
      why: 'The peer knows a dialog by its tags. With others it finds none and answers 481: the call cannot be changed or ended.',
      falsePositives:
        'Judged are calls whose INVITE and response the file shows. Nothing is reported where the peer accepts the request, ' +
        'where neither tag is known, or where the call may have been forked to a peer whose response is missing.',
      bad: [
        file(...CALL, byAlice('BYE', 314160, { To: '<sip:bob@example.net>;tag=<|cccc3333|>' })),
        file(...CALL, byBob('BYE', 870, { From: '<sip:bob@example.net>;tag=<|cccc3333|>' })),
      ],
      good: [
        file(...CALL, byBob('BYE', 870)),
        file(...CALL, byAlice('INFO', 314160, { To: UNKNOWN_TO }), toAlice(200, 'INFO', 314160, { To: UNKNOWN_TO })),
        file(
          invite(),
          response(180, 'INVITE'),
          response(180, 'INVITE', { To: '<sip:bob@example.net>;tag=bbbb2222' }),
          byBob('UPDATE', 12, { From: UNKNOWN_TO }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '12' },
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '12.1.2' },
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 3261, section: '12.2.2' },
    ],
    since: '0.1.0',
    messages: {
      remote:
        'To of the {method} has tag {found}, the peer of this dialog has {expected}: it finds no dialog and answers 481, copy the tag from the response to the INVITE',
      local:
        'From of the {method} has tag {found}, its sender has {expected} in this dialog: the peer finds no dialog and answers 481',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    flow(flow, context) {
      if (flow.outsideDialogs.length === 0) return;
      const known = new KnownTags(flow);
      const reported = new Set<string>();
      for (const request of flow.outsideDialogs) {
        const key = pairOf(request.fromTag, request.toTag);
        const mismatch = reported.has(key) ? undefined : mismatchOf(request, known);
        if (!mismatch) continue;
        // Further requests with the same two tags are the same mistake, and so are other hops.
        reported.add(key);
        const { field, dialog, expected } = mismatch;
        const [created] = dialog.creatingResponses;
        context.report({
          messageId: field === 'To' ? 'remote' : 'local',
          in: request,
          at: tagPlaceOf(request, field),
          data: { method: request.method, found: (field === 'To' ? request.toTag : request.fromTag) ?? '', expected },
          related: created
            ? [{ message: 'The response that created the dialog', of: created, at: tagPlaceOf(created, 'To') }]
            : [],
        });
      }
    },
  }),
});

interface Mismatch {
  /** Where the wrong tag stands. */
  readonly field: 'From' | 'To';
  /** The dialog that is meant. */
  readonly dialog: Dialog;
  readonly expected: string;
}

/** The tags of the dialogs that the INVITEs of a flow created. Tags are tokens, so case does not count (§7.3.1). */
class KnownTags {
  readonly ofCallers = new Map<string, Dialog>();
  readonly ofCallees = new Map<string, Dialog>();
  readonly pairs = new Set<string>();
  /** Tags that anybody had in To of a response to an INVITE outside of dialogs. */
  readonly answering = new Set<string>();
  /** Those of failures, in dialogs as well. */
  readonly refusing = new Set<string>();

  constructor({ dialogs, messages }: Flow) {
    for (const dialog of dialogs) {
      this.pairs.add(pairOf(dialog.callerTag, dialog.calleeTag));
      this.pairs.add(pairOf(dialog.calleeTag, dialog.callerTag));
      if (dialog.creation?.request.method !== 'INVITE') continue;
      this.ofCallers.set(dialog.callerTag.toLowerCase(), dialog);
      this.ofCallees.set(dialog.calleeTag.toLowerCase(), dialog);
    }
    for (const { kind, method, toTag, isFailure, transaction } of messages) {
      if (kind !== 'response' || method !== 'INVITE' || toTag === undefined) continue;
      if (transaction?.request?.toTag === undefined) this.answering.add(toTag.toLowerCase());
      if (isFailure) this.refusing.add(toTag.toLowerCase());
    }
  }
}

function mismatchOf(request: FlowMessage, known: KnownTags): Mismatch | undefined {
  const { method, fromTag = '', toTag = '' } = request;
  if (method === 'NOTIFY' || method === 'SUBSCRIBE' || method === 'REFER') return undefined;
  if (known.pairs.has(pairOf(fromTag, toTag))) return undefined;
  // An ACK with the tag of a refusal belongs to that.
  if (method === 'ACK' && known.refusing.has(toTag.toLowerCase())) return undefined;
  const from = fromTag.toLowerCase();
  const to = toTag.toLowerCase();
  const byCaller = known.ofCallers.get(from);
  if (byCaller) {
    if (!isOnHopOf(request, byCaller) || mayBeOfFork(request, byCaller)) return undefined;
    return { field: 'To', dialog: byCaller, expected: byCaller.calleeTag };
  }
  const byCallee = known.ofCallees.get(from);
  if (byCallee) return { field: 'To', dialog: byCallee, expected: byCallee.callerTag };
  // An unknown tag of the sender may be that of a fork whose response is not in the file.
  if (known.answering.size > 1) return undefined;
  const toCaller = known.ofCallers.get(to);
  if (toCaller) return { field: 'From', dialog: toCaller, expected: toCaller.calleeTag };
  const toCallee = known.ofCallees.get(to);
  return toCallee && isOnHopOf(request, toCallee)
    ? { field: 'From', dialog: toCallee, expected: toCallee.callerTag }
    : undefined;
}

/**
 * An unknown tag of the peer may be that of a fork whose responses are not in the file, unless it goes to the Contact of this
 * one and no forks were seen, which may share it.
 */
function mayBeOfFork({ requestUri }: FlowMessage, { creatingResponses, flow, forks }: Dialog): boolean {
  if (flow.isComplete) return false;
  return forks.length > 1 || !creatingResponses.some(({ contacts }) => contacts?.includes(requestUri));
}

/** On another hop a session border controller may have given the dialog other tags. */
function isOnHopOf(request: FlowMessage, { creation }: Dialog): boolean {
  return creation?.transactions.some((hop) => hop.request && compareHops(request, hop.request) === 'same') === true;
}

function pairOf(fromTag = '', toTag = ''): string {
  return `${fromTag}\n${toTag}`.toLowerCase();
}
