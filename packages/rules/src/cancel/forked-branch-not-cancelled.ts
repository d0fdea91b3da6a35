import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { forwarded, fromBranch } from '../examples/forwarded.js';
import { ack, type Changes, cancel, file, invite, line, ok, response } from '../examples/messages.js';
import { okToProxyCancel, proxyCancel } from '../examples/proxy-cancel.js';
import { failureAck } from '../examples/refused-call.js';
import { elapsedBetween } from '../shared/transaction/elapsed.js';

/** Seconds within which the final response of a branch may have crossed the CANCEL that was due. */
const CROSSING = 0.5;

const COMPLETE = line('# siplint-set complete=yes');
const FROM_B: Changes = { To: '<sip:bob@example.net>;tag=8321234356-b' };
/** The call rings on branch a, and is answered on branch b. */
const ANSWERED_ON_B = [
  fromBranch(180, 'INVITE'),
  response(180, 'INVITE', { To: '<sip:bob@example.net>;tag=8321234356-a' }),
  fromBranch(200, 'INVITE', {}, 'b'),
  ok('INVITE', FROM_B),
  ack(FROM_B),
];

export default defineRule({
  meta: {
    id: 'forked-branch-not-cancelled',
    category: 'cancel',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: ['recommended'],
    title: 'Cancel the branches of a forked call that are still ringing',
    docs: {
      what:
        'When a proxy has forwarded a final response to an INVITE, or was told to cancel it, it sends CANCEL on each branch that ' +
        'has a provisional response and no final one.',
      why:
        'The other phones go on ringing though the call was taken or given up. Who picks up there hears nothing, or the caller ' +
        'gets a second call that has to be ended with BYE.',
      falsePositives:
        'Only files that say `# siplint-set complete=yes` are judged, by the Via values that tie a branch to the request that ' +
        'the proxy got. An INVITE with Request-Disposition (RFC 3841) may forbid CANCEL.',
      bad: [
        file(
          COMPLETE,
          invite(),
          forwarded('INVITE', { startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' }),
          forwarded('INVITE', {}, 'b'),
          ...ANSWERED_ON_B,
        ),
        file(
          COMPLETE,
          invite(),
          forwarded('INVITE', { startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' }),
          fromBranch(180, 'INVITE'),
          response(180, 'INVITE', { To: '<sip:bob@example.net>;tag=8321234356-a' }),
          cancel(),
          ok('CANCEL'),
          response(487, 'INVITE'),
          failureAck(),
        ),
      ],
      good: [
        file(
          COMPLETE,
          invite(),
          forwarded('INVITE'),
          forwarded('INVITE', {}, 'b'),
          ...ANSWERED_ON_B,
          proxyCancel(),
          okToProxyCancel(),
          fromBranch(487, 'INVITE'),
        ),
        file(invite(), forwarded('INVITE'), forwarded('INVITE', {}, 'b'), ...ANSWERED_ON_B),
        file(
          COMPLETE,
          invite({ 'Request-Disposition': 'no-cancel' }),
          forwarded('INVITE', { 'Request-Disposition': 'no-cancel' }),
          forwarded('INVITE', { 'Request-Disposition': 'no-cancel' }, 'b'),
          ...ANSWERED_ON_B,
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '16.7' },
      { rfc: 3261, section: '16.10' },
    ],
    since: '0.1.0',
    winsOver: ['request-without-final-response'],
    messages: {
      forwardedFinal:
        'Branch that the proxy does not cancel after it forwarded a {code}: it had a provisional response only, and the phone goes on ringing',
      cancelled:
        'Branch that the proxy does not cancel though it got a CANCEL: it had a provisional response only, and the phone goes on ringing',
    },
  },
  create: () => ({
    flow(flow, context) {
      if (!flow.isComplete) return;
      for (const transaction of flow.transactions) {
        if (transaction.method !== 'INVITE' || transaction.downstream.length === 0) continue;
        const due = dueAt(transaction);
        // A response with other Vias than the request is reported for that, and may be that of the branch.
        if (!due || (due.kind === 'response' && due.viaCount !== transaction.request?.viaCount)) continue;
        for (const branch of transaction.downstream) {
          const { request: invite } = branch;
          const ringing = ringingAt(due, branch);
          if (!invite || !ringing || !isNextHop(branch, transaction) || mayForbidCancel(invite)) continue;
          const facts = { in: invite, related: relatedOf(due, ringing) };
          if (due.kind === 'request') context.report({ ...facts, messageId: 'cancelled' });
          else context.report({ ...facts, messageId: 'forwardedFinal', data: { code: due.statusCode } });
        }
      }
    },
  }),
});

/** What makes a proxy cancel its branches: the CANCEL that it accepted, or the final response that it sent. */
function dueAt({ cancel, final }: Transaction): FlowMessage | undefined {
  const accepted = cancel?.final?.isSuccess ? cancel.request : undefined;
  return accepted && (!final || accepted.index < final.index) ? accepted : final;
}

/** The provisional response of a branch that was pending then and was not cancelled. */
function ringingAt(due: FlowMessage, { responses, final, cancel, misfits }: Transaction): FlowMessage | undefined {
  if (cancel || misfits.some(({ message }) => message.method === 'CANCEL' || message.isFinal)) return undefined;
  // Without times a final response behind it may have come before the CANCEL could be sent.
  if (final && (final.index < due.index || (elapsedBetween(due, final)?.least ?? 0) <= CROSSING)) return undefined;
  return responses.find(({ isProvisional, index }) => isProvisional && index < due.index);
}

function isNextHop({ request: branch }: Transaction, { request }: Transaction): boolean {
  return branch !== undefined && branch.viaCount === (request?.viaCount ?? 0) + 1;
}

/** Request-Disposition: no-cancel (RFC 3841 §9.1). */
function mayForbidCancel({ message }: FlowMessage): boolean {
  return message.has('Request-Disposition');
}

function relatedOf(due: FlowMessage, ringing: FlowMessage) {
  const what = due.kind === 'request' ? 'The CANCEL that the proxy got' : 'The response that it forwarded';
  return [
    { message: what, of: due },
    { message: 'The response on this branch', of: ringing },
  ];
}
