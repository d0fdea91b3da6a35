import {
  defineRule,
  type HeaderField,
  type LintFile,
  type NameAddr,
  type Param,
  paramOf,
  type RuleContext,
  type SipMessage,
} from '@siplint/core';
import { bye, file, invite, ok, response } from '../examples/messages.js';
import { isOutsideDialog } from '../shared/message/place-in-dialog.js';
import { holdsPlaceholder } from '../shared/message/placeholders.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { perFile } from '../shared/once/per-file.js';
import { valueRange } from '../shared/values/quoted-param.js';

/** A character of a token, of which 49 differ where case does not count, has less than 6 bits: 32 of them need six. */
const SHORTEST_TAG = 6;

/** Failures that say how to try again (RFC 3261 §8.1.3.5); redirections do as well. */
const AGAIN: ReadonlySet<number> = new Set([401, 407, 413, 415, 416, 420]);

const messages = {
  short: 'The tag {tag} holds less than 32 random bits: two calls may get the same tag, and others can guess it',
  reused: 'The tag {tag} of this From stood in another call before: tags must be random for every call',
} as const;

export default defineRule({
  meta: {
    id: 'tag-too-short',
    category: 'from-to',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Make tags of 32 random bits or more',
    docs: {
      what:
        'A tag of From and To is globally unique and holds at least 32 random bits. Fewer than six characters cannot hold ' +
        'them. Nor is it random if the same From URI uses it in another call, with another Call-ID. Each tag is reported ' +
        'once a call.',
      why:
        'The tags tell the dialogs of one call apart. If two callees that a call forks to pick the same tag, the caller ' +
        'mixes up their dialogs. A tag that can be guessed lets others send a BYE into the call.',
      falsePositives:
        'Test tools and the examples of the RFC itself use short tags. Two legs of one call, which a back-to-back user ' +
        'agent connects, may share the tag in one file. A request that follows up a challenge or redirection keeps its tag: ' +
        'what is wrong there is the other Call-ID.',
      bad: [
        invite({ From: '<sip:alice@example.com>;tag=<|a48s|>' }),
        ok('INVITE', { To: '<sip:bob@example.net>;tag=<|1|>' }),
        file(
          invite({ 'Call-ID': '1@pc33.example.com', From: '<sip:alice@example.com>;tag=1928301774' }),
          invite({ 'Call-ID': '2@pc33.example.com', From: '<sip:alice@example.com>;tag=<|1928301774|>' }),
        ),
      ],
      good: [
        invite({ From: '<sip:alice@example.com>;tag=a48smh' }),
        file(invite(), ok('INVITE'), bye()),
        file(
          invite({ 'Call-ID': '1@pc33.example.com', From: '<sip:alice@example.com>;tag=1928301774' }),
          invite({ 'Call-ID': '2@pc33.example.com', From: '<sip:alice@example.com>;tag=1928301775' }),
        ),
        file(
          invite({ 'Call-ID': '1@pc33.example.com', From: '<sip:alice@example.com>;tag=1928301774' }),
          response(302, 'INVITE', { 'Call-ID': '1@pc33.example.com', From: '<sip:alice@example.com>;tag=1928301774' }),
          invite({ 'Call-ID': '2@pc33.example.com', From: '<sip:alice@example.com>;tag=1928301774' }),
        ),
      ],
    },
    references: [{ rfc: 3261, section: '19.3' }],
    since: '0.1.0',
    messages,
  },
  create: () => ({
    headers: {
      From(field, context) {
        const tag = tagOf(field);
        if (!tag) return;
        if (isShort(tag)) reportShort(tag, context);
        else if (isReused(field, tag, context)) {
          context.report({ messageId: 'reused', at: valueRange(tag), data: { tag: tag.value ?? '' } });
        }
      },
      To(field, context) {
        const tag = tagOf(field);
        if (tag && isShort(tag)) reportShort(tag, context);
      },
    },
  }),
});

function tagOf({ value }: HeaderField<NameAddr>): Param | undefined {
  return value && paramOf(value, 'tag');
}

function isShort({ value }: Param): boolean {
  return value !== undefined && value.length < SHORTEST_TAG;
}

function reportShort(tag: Param, context: RuleContext<typeof messages>): void {
  const value = tag.value ?? '';
  if (isFirstInCall(context, value)) context.report({ messageId: 'short', at: valueRange(tag), data: { tag: value } });
}

/** Senders, each with its tag, that were asked to try again and have not yet. */
const asked = perFile((_: LintFile) => new Set<string>());

/** True for the first request of a call whose From URI had the tag in a call before. */
function isReused(field: HeaderField<NameAddr>, tag: Param, context: RuleContext<typeof messages>): boolean {
  const { message } = context;
  const callId = message.field('Call-ID');
  if (!field.value?.uri || !callId) return false;
  const side = `${field.value.uri.text} ${tag.value}`;
  if (asksAgain(message)) asked(context.file).add(side);
  if (!isOutsideDialog(message)) return false;
  if (message.placeholders.length > 0 && (holdsPlaceholder(message, field) || holdsPlaceholder(message, callId))) {
    return false;
  }
  // It has to keep its tag, and retry-identifiers-changed has what it did not keep (RFC 3261 §8.1.3.5).
  const isRetry = asked(context.file).delete(side);
  return isFirstInCall(context, side) && !context.once(side) && !isRetry;
}

function asksAgain({ statusCode }: SipMessage): boolean {
  return (statusCode >= 300 && statusCode < 400) || AGAIN.has(statusCode);
}
