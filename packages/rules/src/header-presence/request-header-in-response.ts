import { defineRule, type HeaderField, type RuleContext } from '@siplint/core';
import { credentials } from '../examples/digest.js';
import { response } from '../examples/messages.js';
import { requestOnlyHeaders } from '../shared/message/header-presence.js';
import { removeAllRows } from '../shared/message/rows.js';

const CREDENTIALS: ReadonlySet<string> = new Set(['Authorization', 'Proxy-Authorization']);

const messages = {
  ignored: '{header} means something in requests only: the receiver ignores it in this response',
  credentials: '{header} means something in requests only: this response shows the credentials to everyone on its way',
} as const;

export default defineRule({
  meta: {
    id: 'request-header-in-response',
    category: 'header-presence',
    level: 'MUST',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Keep header fields of requests out of responses',
    docs: {
      what:
        'Authorization, In-Reply-To, Max-Forwards, Priority, Proxy-Authorization, Proxy-Require, Route and Subject ' +
        'stand in requests only.',
      why:
        'The receiver ignores them in a response. Mostly they show that a server copied its request as a whole; with ' +
        'credentials it sends them back through proxies that should not see them. All others are at most an ' +
        'information.',
      fixSafety: 'Safe: the receiver ignores the header field.',
      bad: [
        response(200, 'BYE', { '<|Max-Forwards|>': '70' }),
        response(200, 'BYE', { '<|Authorization|>': credentials() }),
      ],
      good: [
        response(200, 'BYE', { 'User-Agent': 'x/1' }),
        response(200, 'BYE', { 'X-Route': '<sip:p1.example.com;lr>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '7.3.2' },
      { rfc: 3261, section: '20' },
    ],
    fixable: 'safe',
    winsOver: ['option-tag-unregistered'],
    since: '0.1.0',
    messages,
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({ headers: Object.fromEntries(requestOnlyHeaders().map((header) => [header, judge])) }),
});

function judge(field: HeaderField, context: RuleContext<typeof messages>): void {
  const { message } = context;
  const header = field.canonicalName;
  if (message.field(header) !== field) return;
  const common = {
    at: field.nameNode,
    data: { header },
    fix: { title: `Remove ${header}`, edits: removeAllRows(message, header) },
  };
  if (CREDENTIALS.has(header)) context.report({ messageId: 'credentials', ...common });
  else context.report({ messageId: 'ignored', ...common, ceiling: 'info', ceilingAlways: true });
}
