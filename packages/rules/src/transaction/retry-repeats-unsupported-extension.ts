import {
  defineRule,
  type FlowMessage,
  type FlowRuleContext,
  type MediaTypeValue,
  paramOf,
  type Transaction,
} from '@siplint/core';
import { file, invite, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { isSameAddress } from '../shared/address/same-address.js';
import { requestUriOf } from '../shared/dialog/request-uri.js';
import { requiredOptions } from '../shared/transaction/required-options.js';

const MESSAGES = {
  option:
    '{header} still demands "{option}", which the 420 before says is not supported: the retry fails in the same way, leave it out',
  type: 'Body is still of type {type}, and the 415 before accepts {accepted} only: the retry fails in the same way',
} as const;

type Context = FlowRuleContext<typeof MESSAGES>;

const RETRY = { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-2', CSeq: '314160 INVITE' };

export default defineRule({
  meta: {
    id: 'retry-repeats-unsupported-extension',
    category: 'transaction',
    level: 'SHOULD',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Leave out of a retry what the server does not support',
    docs: {
      what:
        'The next request of the call behind 420 demands none of the options in Unsupported of that, and the next behind 415 ' +
        'has a body of a type in its Accept.',
      why: 'The server refuses the retry with the same response, and a client that does not learn from it tries for ever.',
      falsePositives:
        'Only the next request of the same method, sender and hop to the same address is judged. A multipart body is reported ' +
        'only if the refused request had one of the same type, since its parts may be what the server did not know.',
      bad: [
        file(
          invite({ Require: '100rel' }),
          response(420, 'INVITE'),
          failureAck(),
          invite({ ...RETRY, Require: '<|100rel|>' }),
        ),
        file(
          invite({ 'Content-Type': 'application/cpim-pidf+xml', body: '<presence/>' }),
          response(415, 'INVITE'),
          failureAck(),
          invite({ ...RETRY, 'Content-Type': '<|application/pidf+xml|>', body: '<presence />' }),
        ),
      ],
      good: [
        file(
          invite({ Require: '100rel' }),
          response(420, 'INVITE'),
          failureAck(),
          invite({ ...RETRY, Supported: '100rel' }),
        ),
        file(
          invite({ Require: '100rel, timer' }),
          response(420, 'INVITE'),
          failureAck(),
          invite({ ...RETRY, Require: 'timer' }),
        ),
        file(
          invite({ 'Content-Type': 'application/pidf+xml', body: '<presence/>' }),
          response(415, 'INVITE', { Accept: 'text/plain;q=0.1, application/*' }),
          failureAck(),
          invite(RETRY),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.3.5' },
      { rfc: 3261, section: '21.4' },
    ],
    winsOver: ['request-repeated-unmodified-after-4xx', 'option-tag-unregistered'],
    since: '0.1.0',
    messages: MESSAGES,
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction({ request, previous }, context) {
      const refusal = previous?.final;
      if (!request || (refusal?.statusCode !== 420 && refusal?.statusCode !== 415)) return;
      if (!previous || !isRetryOf(request, previous, refusal)) return;
      if (refusal.statusCode === 420) judgeOptions(request, refusal, context);
      else judgeType(request, previous, refusal, context);
    },
  }),
});

function isRetryOf(retry: FlowMessage, { request }: Transaction, refusal: FlowMessage): boolean {
  if (!request || retry.cseqNumber <= request.cseqNumber || retry.index < refusal.index) return false;
  if (retry.requestUri === request.requestUri) return true;
  // Another target may support what this one does not (RFC 3261 §8.1.3.4).
  const [uri, refused] = [requestUriOf(retry), requestUriOf(request)];
  return uri !== undefined && refused !== undefined && isSameAddress(uri, refused);
}

function judgeOptions(request: FlowMessage, refusal: FlowMessage, context: Context): void {
  const options = requiredOptions(request);
  if (options.length === 0 || !refusal.has('Unsupported')) return;
  const unsupported = new Set([...refusal.message.valuesOf('Unsupported')].map(({ text }) => text.toLowerCase()));
  const [option, ...others] = options.filter(({ key }) => unsupported.has(key));
  if (!option) return;
  context.report({
    messageId: 'option',
    in: request,
    at: option,
    data: { header: option.field.canonicalName, option: option.text },
    related: [
      { message: 'The 420', of: refusal, at: refusal.message.field('Unsupported')?.valueRange },
      ...others.map((other) => ({ message: 'And here', of: request, at: other })),
    ],
  });
}

function judgeType(request: FlowMessage, previous: Transaction, refusal: FlowMessage, context: Context): void {
  const { contentType } = request;
  if (contentType === undefined || request.body.end <= request.body.start || !refusal.has('Accept')) return;
  if (contentType.startsWith('multipart/') && contentType !== previous.request?.contentType) return;
  const { message } = refusal;
  const rows = message.fieldsNamed('Accept');
  const ranges = rows.flatMap(({ values }) => values);
  // An empty Accept, or one that did not parse, does not tell what is accepted.
  if (ranges.length === 0 || ranges.some(({ value }) => value === undefined)) return;
  if (ranges.some(({ value }) => value && accepts(value, contentType)) || isOptional(request)) return;
  const type = request.message.field('Content-Type')?.value;
  if (!type) return;
  context.report({
    messageId: 'type',
    in: request,
    at: { start: type.start, end: type.subtype.end },
    data: { type: contentType, accepted: rows.map(({ rawValue }) => rawValue).join(', ') },
    related: [{ message: 'What the 415 accepts', of: refusal, at: rows[0]?.valueRange }],
  });
}

/** True if a media range of Accept holds a type; q=0 leaves it out (RFC 2616 §3.9, §14.1). */
function accepts({ essence, type, subtype, params }: MediaTypeValue, contentType: string): boolean {
  const q = paramOf({ params }, 'q')?.value;
  if (q !== undefined && Number(q) === 0) return false;
  if (type.text === '*') return true;
  return subtype.text === '*' ? contentType.startsWith(`${type.text.toLowerCase()}/`) : essence === contentType;
}

/** True for a body that a server may ignore (§20.11). */
function isOptional(request: FlowMessage): boolean {
  if (!request.has('Content-Disposition')) return false;
  const disposition = request.message.field('Content-Disposition')?.value;
  return disposition !== undefined && paramOf(disposition, 'handling')?.value?.toLowerCase() === 'optional';
}
