import { defineRule, type HeaderField, type RuleContext } from '@siplint/core';
import { cancel } from '../examples/messages.js';
import { removeAllRows } from '../shared/message/rows.js';

const MESSAGES = {
  present: 'CANCEL with {header}: the option cannot be refused with 420, and the call may go on ringing',
} as const;

export default defineRule({
  meta: {
    id: 'require-in-cancel',
    category: 'cancel',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send CANCEL without Require and Proxy-Require',
    docs: {
      what: 'A CANCEL has neither a Require nor a Proxy-Require.',
      why:
        'A proxy or server that does not know the option cannot refuse a CANCEL with 420 as it would any other request: the ' +
        'call that was to be cancelled goes on ringing.',
      fixSafety: 'Safe: a receiver has to ignore both in a CANCEL.',
      bad: [cancel({ '<|Require|>': '100rel' }), cancel({ '<|Proxy-Require|>': 'privacy' })],
      good: [cancel(), cancel({ Supported: '100rel' })],
    },
    references: [
      { rfc: 3261, section: '8.2.2.3' },
      { rfc: 3261, section: '9.1' },
      { rfc: 3261, section: '20' },
    ],
    fixable: 'safe',
    winsOver: ['header-empty-value', 'option-tag-unregistered'],
    since: '0.1.0',
    messages: MESSAGES,
  },
  appliesTo: { kinds: ['request'], methods: ['CANCEL'] },
  create: () => ({ headers: { Require: judge, 'Proxy-Require': judge } }),
});

function judge(field: HeaderField, context: RuleContext<typeof MESSAGES>): void {
  const { message } = context;
  const header = field.canonicalName;
  // Several rows are one list.
  if (message.field(header) !== field) return;
  const fix = { title: `Remove ${header}`, edits: removeAllRows(message, header) };
  context.report({ messageId: 'present', at: field.nameNode, data: { header }, fix });
}
