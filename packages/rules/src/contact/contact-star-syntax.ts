import {
  type ContactStar,
  type ContactValue,
  defineRule,
  type Edit,
  type FixPlan,
  type HeaderField,
  insertRow,
  type Range,
  replaceRange,
  type SipMessage,
} from '@siplint/core';
import { ok, register } from '../examples/messages.js';
import { lastRowOf } from '../shared/message/rows.js';

export default defineRule({
  meta: {
    id: 'contact-star-syntax',
    category: 'contact',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write the Contact * on its own, and in REGISTER requests only',
    docs: {
      what:
        'The Contact value "*" has no parameters, no other Contact value stands beside it or in another row, and it ' +
        'is for REGISTER requests only, where it means all bindings.',
      why:
        'A registrar answers 400 and keeps the bindings, so the phone is not logged out. Elsewhere "*" is no address ' +
        'that a request could be sent to.',
      fixSafety: 'Unsafe: it asks the registrar to remove all bindings, which may not be what the sender wants.',
      bad: [
        register({ Contact: '<|*;expires=0|>' }),
        register({ Contact: '<|*|>, <sip:alice@192.0.2.4>', Expires: '0' }),
        register({ Contact: ['<sip:alice@192.0.2.4>', '<|*|>'], Expires: '0' }),
        ok('REGISTER', { Contact: '<|*|>' }),
      ],
      good: [
        register({ Contact: '*', Expires: '0' }),
        register({ m: ' * ', Expires: '0' }),
        register({ Contact: '* <sip:alice@192.0.2.4>, "*" <sip:alice@192.0.2.5>' }),
        register({ Contact: '<sip:*@192.0.2.4>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '10.2.2' },
      { rfc: 3261, section: '10.3' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      params: 'Contact "{found}" has parameters, which "*" cannot have: it takes an Expires header field instead',
      notAlone: 'Contact "*" stands beside other Contact values: a registrar answers 400 and removes no binding',
      notRegister: 'Contact "*" is for REGISTER requests only: here it is no address that a request could be sent to',
    },
    winsOver: ['register-star-without-expires-zero', 'register-2xx-contact-without-expires'],
  },
  create: () => ({
    syntax: {
      'contact-star.params'(issue, context) {
        const { message } = context;
        const fix = withoutParams(issue, message);
        if (isRegister(message))
          context.report({ messageId: 'params', at: issue, data: { found: String(issue.data?.found) }, fix });
        else context.report({ messageId: 'notRegister', at: issue });
      },
      'contact-star.not-alone'(issue, context) {
        context.report({ messageId: isRegister(context.message) ? 'notAlone' : 'notRegister', at: issue });
      },
    },
    headers: {
      Contact(field, context) {
        const { message } = context;
        if (message.field('Contact') !== field) return;
        const { star, isAlone } = findStar(field);
        if (!star) return;
        if (!isRegister(message)) context.report({ messageId: 'notRegister', at: star });
        else if (!isAlone) context.report({ messageId: 'notAlone', at: star });
      },
    },
  }),
});

function isRegister({ kind, method }: SipMessage): boolean {
  return kind === 'request' && method === 'REGISTER';
}

function withoutParams(star: Range, message: SipMessage): FixPlan {
  const edits: Edit[] = [{ start: star.start + 1, end: star.end, text: '' }];
  const expires = message.field('Expires');
  if (!expires) edits.push(insertRow(message, 'Expires: 0', lastRowOf(message, 'Contact')));
  else if (expires.value?.value !== 0) edits.push(replaceRange(expires.valueRange, '0'));
  return { title: 'Remove the parameters and ask for Expires: 0', edits };
}

/** The first star that parsed, over all rows; none if one did not, which is reported as grammar. */
function findStar(first: HeaderField<ContactValue>): { star: ContactStar | undefined; isAlone: boolean } {
  let star: ContactStar | undefined;
  let count = 0;
  for (let row: HeaderField<ContactValue> | undefined = first; row; row = row.nextOfName) {
    for (const { value, partial } of row.values) {
      count++;
      if (partial?.kind !== 'star') continue;
      if (!value) return { star: undefined, isAlone: false };
      star ??= partial;
    }
  }
  return { star, isAlone: count === 1 };
}
