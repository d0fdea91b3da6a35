import { defineRule, type FlowMessage, type SdpDocument, sdpOf, type Transaction } from '@siplint/core';
import { file, invite, ok, request, response } from '../examples/messages.js';
import { ANSWER } from '../examples/requests.js';
import { mediaDifference } from '../shared/session/media-difference.js';
import { isSameBody } from '../shared/session/same-body.js';
import { sdpPartOf } from '../shared/session/session-exchange.js';

const EARLY = { 'Content-Type': 'application/sdp', body: ANSWER };
const OTHER_PORT = ANSWER.replace('3456', '4000');

export default defineRule({
  meta: {
    id: 'answer-differs-between-18x-and-2xx',
    category: 'content',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Repeat in the 2xx the answer that a provisional response had',
    docs: {
      what:
        'If the INVITE has the offer, a session description in a provisional response is the answer, and the 2xx with the same ' +
        'To tag has the same one. Compared are the m= lines with port, protocol and formats, and the connection address.',
      why:
        'The caller goes by the first answer it gets and ignores those behind it. It keeps sending to the address and in the ' +
        'codec of the early media: one-way audio, or none.',
      falsePositives:
        'Border elements that switch from announcements to the callee do this, and many callers follow. It is right with a ' +
        'To tag of its own, or with UPDATE. Calls with a reliable provisional response, PRACK or UPDATE are not judged.',
      bad: [
        file(
          invite(),
          response(183, 'INVITE', EARLY),
          ok('INVITE', {
            body: ANSWER.replace('3456 RTP/AVP 0', '3456 RTP/AVP <|8|>')
              .replace('PCMU', 'PCMA')
              .replace('rtpmap:0', 'rtpmap:8'),
          }),
        ),
        file(invite(), response(183, 'INVITE', EARLY), ok('INVITE', { body: ANSWER.replace('3456', '<|4000|>') })),
      ],
      good: [
        file(invite(), response(183, 'INVITE', EARLY), ok('INVITE', { body: ANSWER.replace('s=-', 's=call') })),
        file(
          invite(),
          response(183, 'INVITE', {
            ...EARLY,
            To: '<sip:bob@example.net>;tag=aaaa1111',
            Contact: '<sip:a@ann.example.net>',
          }),
          ok('INVITE', { body: OTHER_PORT }),
        ),
        file(
          invite({ Supported: '100rel' }),
          response(183, 'INVITE', { ...EARLY, Require: '100rel', RSeq: '776656' }),
          request('PRACK'),
          ok('PRACK'),
          ok('INVITE', { body: OTHER_PORT }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '13.2.1' },
      { rfc: 3261, section: '13.3.1.1' },
    ],
    since: '0.1.0',
    messages: {
      differs:
        '"{found}" in the answer of the {code}, "{expected}" in that of the {early} before it: the caller keeps to the first answer, so media goes astray',
    },
  },
  appliesTo: { methods: ['INVITE'], statuses: ['200-299'] },
  create: () => ({
    transaction(transaction, context) {
      const { request: invite, responses } = transaction;
      if (invite?.session !== 'present' || responses.length < 2) return;
      const answer = responses.find(({ isSuccess, session }) => isSuccess && session === 'present');
      const early = answer && earlyAnswer(answer, transaction);
      if (!early || early.forwards || isSameBody(early.bodyText, answer.bodyText)) return;
      const description = descriptionOf(answer);
      const original = descriptionOf(early);
      const difference = description && original && mediaDifference(description, original);
      if (!difference || mayHaveNegotiated(transaction)) return;
      const { callId, cseqNumber, toTag = '' } = answer;
      if (!context.once(`${callId} ${cseqNumber} ${toTag}`)) return;
      const { at, of } = difference;
      context.report({
        messageId: 'differs',
        in: answer,
        at,
        data: {
          found: answer.text.slice(at.start, at.end),
          expected: early.text.slice(of.start, of.end),
          code: answer.statusCode,
          early: early.statusCode,
        },
        related: [{ message: 'The first answer', of: early, at: of }],
      });
    },
  }),
});

/** The first provisional response with a session description and the To tag of a 2xx. */
function earlyAnswer(answer: FlowMessage, { responses }: Transaction): FlowMessage | undefined {
  const early = responses.find(({ isProvisional, session, toTag, index }) => {
    return isProvisional && session === 'present' && toTag === answer.toTag && index < answer.index;
  });
  return early?.toTag === undefined ? undefined : early;
}

/** True if there was, or may have been, another exchange of offer and answer before the 2xx. */
function mayHaveNegotiated({ responses, flow }: Transaction): boolean {
  if (responses.some((response) => response.has('RSeq'))) return true;
  return flow.messages.some(({ method }) => method === 'PRACK' || method === 'UPDATE');
}

function descriptionOf(message: FlowMessage): SdpDocument | undefined {
  const part = sdpPartOf(message);
  return part && sdpOf(part);
}
