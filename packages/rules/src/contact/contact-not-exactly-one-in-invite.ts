import { type ContactValue, defineRule, type Edit, type HeaderField, removeRow } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { contactsOf } from '../shared/message/contacts.js';

export default defineRule({
  meta: {
    id: 'contact-not-exactly-one-in-invite',
    category: 'contact',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give an INVITE one Contact value',
    docs: {
      what: 'The Contact of an INVITE holds one value. Values of several rows and values behind a comma count together.',
      why:
        'The Contact is where the callee sends its requests of the dialog. Of several it may take any or answer 400, ' +
        'so the BYE can go to an address that does not know the call.',
      fixSafety: 'Unsafe: the first value is kept, which need not be the one that was meant.',
      bad: [
        invite({ Contact: '<sip:alice@192.0.2.4>, <|<sip:alice@192.0.2.5>|>' }),
        invite({ Contact: ['<sip:alice@192.0.2.4>', '<|<sip:alice@192.0.2.5>|>'] }),
      ],
      good: [
        invite({ Contact: '"A, B" <sip:alice@192.0.2.4>' }),
        invite({ Contact: '<sip:alice@192.0.2.4;x=a%2Cb>;+sip.instance="<urn:uuid:a,b>"' }),
      ],
    },
    references: [{ rfc: 3261, section: '8.1.1.8' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      several: 'INVITE has {count} Contact values instead of one: the callee may send its requests to the wrong one',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['INVITE'] },
  create: () => ({
    headers: {
      Contact(field, context) {
        const { message } = context;
        if (message.field('Contact') !== field || (!field.nextOfName && field.values.length < 2)) return;
        const { count, second, hasStar } = contactsOf(message);
        // A "*" is contact-star-syntax.
        if (!second || hasStar) return;
        const fix = field.value && { title: 'Keep the first Contact value', edits: keepFirst(field) };
        context.report({ messageId: 'several', at: second, data: { count }, fix });
      },
    },
  }),
});

function keepFirst(field: HeaderField<ContactValue>): Edit[] {
  const edits: Edit[] = [];
  const first = field.values[0];
  const last = field.values[field.values.length - 1];
  if (first && last && last !== first) edits.push({ start: first.end, end: last.end, text: '' });
  for (let row = field.nextOfName; row; row = row.nextOfName) edits.push(removeRow(row));
  return edits;
}
