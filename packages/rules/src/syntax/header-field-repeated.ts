import { defineRule, type HeaderField, removeRow } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { isEcho } from '../shared/transaction/echo.js';

export default defineRule({
  meta: {
    id: 'header-field-repeated',
    category: 'syntax',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write a header field that holds one value once only',
    docs: {
      what:
        'A header field whose value is no comma-separated list stands once in a message, under its long or its compact ' +
        'name. Each further row is reported, and judged by no other rule.',
      why:
        'One element reads the first row, another the last: transactions and dialogs no longer match, or a filter sees ' +
        'another caller than the phone behind it. Many receivers answer 400.',
      falsePositives:
        'Authorization, Proxy-Authorization, WWW-Authenticate and Proxy-Authenticate may be repeated, and so may lists ' +
        'and header fields that are not registered.',
      fixSafety: 'Safe: only a row whose value is the same as the first one is removed.',
      bad: [
        options({ rows: ['<|Call-ID|>: a84b4c76e66710@pc33.example.com'] }),
        options({ rows: ['<|Max-Forwards|>: 70', '<|Max-Forwards|>: 69'] }),
      ],
      good: [
        options({ Supported: '100rel', k: 'timer' }),
        invite({ rows: ['Allow-Events: refer', 'Allow-Events: dialog', 'X-Trace: 1', 'X-Trace: 2'] }),
      ],
    },
    references: [
      { rfc: 3261, section: '7.3.1' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      repeated:
        'Another {header} in the same message: it may stand once only, and receivers differ on which one counts',
    },
  },
  create: () => ({
    message(message, context) {
      for (const field of message.fields) {
        if (field.nextOfName === undefined || field.definition?.multiplicity !== 'single') continue;
        if (message.field(field.canonicalName) !== field) continue;
        for (let row: HeaderField | undefined = field.nextOfName; row; row = row.nextOfName) {
          if (isEcho(row, context.file)) continue;
          const isSame = row.rawValue === field.rawValue;
          const fix = isSame
            ? { title: `Remove the repeated ${field.canonicalName}`, edits: [removeRow(row)] }
            : undefined;
          context.report({ messageId: 'repeated', at: row.nameNode, data: { header: field.canonicalName }, fix });
        }
      }
    },
  }),
});
