import {
  defineRule,
  type FixPlan,
  type HeaderField,
  insertAt,
  type NameAddr,
  type Param,
  paramOf,
  type RuleContext,
  removeParam,
} from '@siplint/core';
import { invite, ok } from '../examples/messages.js';
import { tagInUri } from '../shared/dialog/tags.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { isEcho } from '../shared/transaction/echo.js';
import { isToken } from '../shared/values/token.js';

const messages = {
  inside: 'Tag "{tag}" stands inside the angle brackets of {header}, so peers see no tag: move it behind ">"',
} as const;

export default defineRule({
  meta: {
    id: 'tag-inside-uri',
    category: 'from-to',
    level: 'advice',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Write the tag behind the angle brackets',
    docs: {
      what: 'The tag of From and To is a parameter of the header field. Inside the angle brackets it belongs to the URI.',
      why:
        'A URI may have a parameter of that name, but it identifies no dialog: for the receiver the header field has no ' +
        'tag, and the dialog is never matched.',
      fixSafety: 'Unsafe: the URI and the header field both change.',
      bad: [
        invite({ From: '<sip:alice@example.com;<|tag=1928301774|>>' }),
        ok('OPTIONS', { To: '"Bob" <sip:bob@example.net;<|tag=a6c85cf|>;user=ip>' }),
      ],
      good: [
        invite({ From: '<sip:alice@example.com>;tag=1928301774' }),
        invite({ From: '<sip:alice@example.com;tag=1>;tag=1928301774' }),
        invite({ Contact: '<sip:alice@pc33.example.com;tag=1>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20' },
      { rfc: 3261, section: '20.10' },
      { rfc: 3261, section: '19.3' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages,
  },
  create: () => ({ headers: { From: judge, To: judge } }),
});

function judge(field: HeaderField<NameAddr>, context: RuleContext<typeof messages>): void {
  const { value: address } = field;
  const tag = address?.bracketed && tagInUri(address);
  if (!tag || paramOf(address, 'tag') || isEcho(field, context.file)) return;
  if (!isFirstInCall(context, address.uri?.text ?? '')) return;
  context.report({
    messageId: 'inside',
    at: tag,
    data: { tag: tag.value ?? '', header: field.canonicalName },
    fix: moved(tag, address, field),
  });
}

function moved(tag: Param, { uri }: NameAddr, { message }: HeaderField): FixPlan | undefined {
  if (!uri || !isToken(tag.value ?? '')) return undefined;
  const behindBracket = uri.end + 1;
  const edits = [removeParam(message, tag), insertAt(behindBracket, `;${message.sourceText(tag)}`)];
  return { title: 'Move the tag behind ">"', edits };
}
