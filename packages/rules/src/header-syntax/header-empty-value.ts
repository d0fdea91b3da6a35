import { defineRule, type FixPlan, type HeaderField, removeRow } from '@siplint/core';
import { invite, options, response } from '../examples/messages.js';
import { RFC_3261_FIELDS } from '../shared/message/rfc3261-fields.js';
import { isEcho } from '../shared/transaction/echo.js';

/** Lists that may as well be absent. */
const DISPENSABLE: ReadonlySet<string> = new Set(['Require', 'Proxy-Require', 'Unsupported', 'Route', 'Record-Route']);

/** Fields that nobody parses. */
const PRODUCTS: ReadonlySet<string> = new Set(['Server', 'User-Agent']);

export default defineRule({
  meta: {
    id: 'header-empty-value',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Leave no header field empty that needs a value',
    docs: {
      what:
        'A header field of RFC 3261 has a value. Only Accept, Accept-Encoding, Accept-Language, Allow, Supported, ' +
        'Organization and Subject may be empty.',
      why:
        'A receiver that parses the field by the grammar answers 400 or drops the message; others read nothing where they ' +
        'need a value, and the call fails later for no visible reason.',
      falsePositives:
        'Extension header fields are not judged. In User-Agent and Server the finding is an info at most.',
      fixSafety:
        'Unsafe: an empty list of required extensions or routes asks for nothing, but it was perhaps meant to name some.',
      bad: [
        invite({ '<|Require|>': '' }),
        invite({ '<|User-Agent|>': '' }),
        response(420, 'OPTIONS', { Unsupported: '100rel', rows: ['<|Unsupported|>:'] }),
      ],
      good: [invite({ Supported: '', Subject: '', Organization: '' }), options({ Accept: '', 'X-Note': '' })],
    },
    references: [
      { rfc: 3261, section: '20.1' },
      { rfc: 3261, section: '20.2' },
      { rfc: 3261, section: '20.37' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: { empty: '{header} has no value: strict receivers reject the message, give it one or leave the row out' },
  },
  create: () => ({
    message({ fields }, context) {
      for (const field of fields) {
        if (!field.isEmpty || field.isCut || !needsValue(field) || isEcho(field, context.file)) continue;
        const { canonicalName, definition } = field;
        // What stands behind the first row of a field that may stand once is header-field-repeated.
        if (definition?.multiplicity === 'single' && field.isRepeat) continue;
        context.report({
          messageId: 'empty',
          at: field.nameNode,
          data: { header: canonicalName },
          ceiling: PRODUCTS.has(canonicalName) ? 'info' : undefined,
          fix: removal(field),
        });
      }
    },
  }),
});

function needsValue({ definition, canonicalName }: HeaderField): boolean {
  return definition !== undefined && !definition.mayBeEmpty && RFC_3261_FIELDS.has(canonicalName);
}

function removal(field: HeaderField): FixPlan | undefined {
  if (!DISPENSABLE.has(field.canonicalName)) return undefined;
  // A 420 has to have it: missing-unsupported-in-420.
  if (field.canonicalName === 'Unsupported' && field.message.statusCode === 420) return undefined;
  return { title: 'Delete the empty row', edits: [removeRow(field)] };
}
