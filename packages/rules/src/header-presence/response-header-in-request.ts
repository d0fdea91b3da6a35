import { defineRule, type Edit, type HeaderField, type RuleContext, replaceRange } from '@siplint/core';
import { bye, invite } from '../examples/messages.js';
import { responseOnlyHeaders } from '../shared/message/header-presence.js';
import { removeAllRows } from '../shared/message/rows.js';

/** SMS and IMS gateways send them. */
const HARMLESS: ReadonlySet<string> = new Set(['Server', 'Warning']);

const messages = {
  ignored: '{header} means something in responses only: the receiver ignores it in this request',
  userAgent: 'Server names the software of a response: in a request it is User-Agent',
} as const;

export default defineRule({
  meta: {
    id: 'response-header-in-request',
    category: 'header-presence',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Keep header fields of responses out of requests',
    docs: {
      what:
        'Authentication-Info, Error-Info, Min-Expires, Proxy-Authenticate, Retry-After, Server, Unsupported, Warning ' +
        'and WWW-Authenticate stand in responses only.',
      why: 'The receiver ignores them in a request, so what the sender means by them does not happen.',
      falsePositives: 'Gateways send Server and Warning in requests; they are an information by default.',
      fixSafety: 'Unsafe: what the header field says is lost; Server becomes User-Agent where there is none.',
      bad: [bye({ '<|Retry-After|>': '60' }), invite({ '<|Server|>': 'x/1' })],
      good: [invite({ 'User-Agent': 'x/1' }), bye({ Reason: 'SIP;cause=480' })],
    },
    references: [
      { rfc: 3261, section: '7.3.2' },
      { rfc: 3261, section: '20' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages,
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({ headers: Object.fromEntries(responseOnlyHeaders().map((header) => [header, judge])) }),
});

function judge(field: HeaderField, context: RuleContext<typeof messages>): void {
  const { message } = context;
  const header = field.canonicalName;
  if (message.field(header) !== field) return;
  const common = { at: field.nameNode, ceiling: HARMLESS.has(header) ? ('info' as const) : undefined };
  if (header !== 'Server') {
    const fix = { title: `Remove ${header}`, edits: removeAllRows(message, header) };
    context.report({ messageId: 'ignored', ...common, data: { header }, fix });
    return;
  }
  const isFree = !message.has('User-Agent') && !field.nextOfName;
  const edits: Edit[] = isFree ? [replaceRange(field.nameNode, 'User-Agent')] : removeAllRows(message, header);
  const title = isFree ? 'Rename Server to User-Agent' : 'Remove Server';
  context.report({ messageId: 'userAgent', ...common, fix: { title, edits } });
}
