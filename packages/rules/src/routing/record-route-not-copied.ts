import { defineRule, type FlowFixPlan, type FlowMessage, insertRow, type Range, type Severity } from '@siplint/core';
import { forwarded, fromBranch } from '../examples/forwarded.js';
import { file, invite, ok, response } from '../examples/messages.js';
import { type RouteValue, routeKey, routeValuesOf } from '../shared/dialog/route-key.js';
import { lastRowOf, removeAllRows } from '../shared/message/rows.js';

const P1 = '<sip:p1.example.com;lr>';
const P2 = '<sip:p2.example.com;lr>';

export default defineRule({
  meta: {
    id: 'record-route-not-copied',
    category: 'routing',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Copy Record-Route of the INVITE into the responses that establish a dialog',
    docs: {
      what:
        'A response of 101-198 or 2xx with a To tag to an initial INVITE has all Record-Route values of it in their order. Proxies ' +
        'further on have put theirs in front, so on each hop the list of the INVITE is the end of that of the response. A ' +
        'list that is missing from a provisional response only is a warning, a single other value an info. Parameters may differ.',
      why:
        'The caller makes the route of all later requests from this list. What is missing is bypassed, and in the wrong order ' +
        'requests run in circles: ACK and BYE do not arrive, and the call cannot be ended.',
      falsePositives:
        'A proxy may write another URI of its own into the response; where several do, that is a warning.',
      fixSafety: 'Unsafe: it changes the way of all later requests of the dialog.',
      bad: [
        file(invite({ 'Record-Route': [P2, P1] }), ok('INVITE', { startLine: 'SIP/2.0 <|200|> OK' })),
        file(invite({ 'Record-Route': [P2, P1] }), ok('INVITE', { 'Record-Route': `<|${P2}|>` })),
        file(invite({ 'Record-Route': `${P2}, ${P1}` }), ok('INVITE', { 'Record-Route': `<|${P1}|>, ${P2}` })),
        file(
          invite({ 'Record-Route': P1 }),
          ok('INVITE', { 'Record-Route': '<sip:p3.example.com;lr>, <|<sip:p1.example.net;lr>|>' }),
        ),
      ],
      good: [
        file(invite({ 'Record-Route': `${P2}, ${P1}` }), ok('INVITE', { 'Record-Route': [P2, P1] })),
        file(
          invite(),
          forwarded('INVITE', { 'Record-Route': P1 }),
          fromBranch(200, 'INVITE', { 'Record-Route': `${P2}, <SIP:P1.example.com:5060;lr=on;ftag=1>` }),
          ok('INVITE', { 'Record-Route': `${P2}, ${P1}` }),
        ),
        file(invite({ 'Record-Route': P1 }), response(100, 'INVITE'), response(486, 'INVITE')),
      ],
    },
    references: [
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '13.3.1.1' },
      { rfc: 3261, section: '16.7' },
      { rfc: 6228, section: '6' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing:
        'Record-Route of the INVITE is missing from the {code}: later requests of the call bypass the proxies that asked to see them, copy all values',
      incomplete:
        'The {code} has {found} of the {expected} Record-Route values of the INVITE: later requests bypass a proxy that asked to see them, copy all values',
      order:
        'Record-Route of the {code} is in another order than that of the INVITE ("{expected}" is expected here): later requests take a way that leads in circles',
      other:
        'Record-Route "{found}" of the {code} stands where the INVITE has "{expected}": copy it, unless the proxy wrote a URI of its own',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['INVITE'], statuses: ['101-299'] },
  create: () => ({
    transaction(transaction, context) {
      const { request, responses } = transaction;
      if (!request?.recordRoutes?.length || request.toTag !== undefined) return;
      const guilty = responses.flatMap(guiltOf);
      const [first] = guilty;
      if (!first) return;
      const { response, defect } = first;
      const { kind, expected, found, severity } = defect;
      const code = response.statusCode;
      // What the 2xx lacks as well is no mere omission in a provisional response.
      const isLax = response.isProvisional && !guilty.some((other) => other.response.isSuccess);
      const place = {
        in: response,
        at: found?.value,
        related: [{ message: 'Record-Route of the INVITE', of: request, at: expected.value }],
        fix: copyRecordRoute(response, request),
      };
      const text = (of: FlowMessage, range: Range) => of.text.slice(range.start, range.end);
      const expectedText = text(request, expected.uri);
      if (kind === 'missing') {
        context.report({ messageId: kind, ...place, data: { code }, ceiling: isLax ? 'warning' : undefined });
      } else if (kind === 'incomplete') {
        const data = { code, found: defect.count, expected: request.recordRoutes.length };
        context.report({ messageId: kind, ...place, data });
      } else if (kind === 'order') {
        context.report({ messageId: kind, ...place, data: { code, expected: expectedText } });
      } else if (found) {
        const data = { code, found: text(response, found.uri), expected: expectedText };
        context.report({ messageId: kind, ...place, fix: undefined, data, ceiling: severity });
      }
    },
  }),
});

interface Defect {
  readonly kind: 'missing' | 'incomplete' | 'order' | 'other';
  /** The first value of the request, from its end on, that does not stand in its place in the response. */
  readonly expected: RouteValue;
  /** What stands there. */
  readonly found: RouteValue | undefined;
  /** Values of the response. */
  readonly count: number;
  readonly severity: Severity | undefined;
}

/** A response whose Record-Route is wrong, unless it was wrong on the hop before. */
function guiltOf(response: FlowMessage): { readonly response: FlowMessage; readonly defect: Defect }[] {
  const defect = defectOf(response);
  return !defect || (response.forwards && defectOf(response.forwards)) ? [] : [{ response, defect }];
}

/** What is wrong with Record-Route of a response that establishes a dialog, compared with the request of its hop. */
function defectOf(response: FlowMessage): Defect | undefined {
  const request = response.transaction?.request;
  if (!request || !establishesDialog(response) || !response.recordRoutes || hasSameTexts(response, request)) {
    return undefined;
  }
  const expected = routeValuesOf(request, 'Record-Route');
  const found = routeValuesOf(response, 'Record-Route');
  return expected && found && compare(expected, found);
}

/** A 199 ends an early dialog, and that of a proxy has no Record-Route (RFC 6228 §6). */
function establishesDialog({ statusCode, toTag }: FlowMessage): boolean {
  return statusCode > 100 && statusCode < 300 && statusCode !== 199 && toTag !== undefined;
}

/** True for what most responses show: the very texts of the request at the end of the list. */
function hasSameTexts({ recordRoutes: found = [] }: FlowMessage, { recordRoutes: expected }: FlowMessage): boolean {
  if (!expected || expected.length > found.length) return expected === undefined;
  const offset = found.length - expected.length;
  return expected.every((uri, i) => found[offset + i] === uri);
}

function compare(expected: readonly RouteValue[], found: readonly RouteValue[]): Defect | undefined {
  const offset = found.length - expected.length;
  const isInPlace = ({ uri }: RouteValue, i: number) => {
    const other = found[offset + i];
    return other !== undefined && routeKey(other.uri) === routeKey(uri);
  };
  const misplaced = expected.findIndex((value, i) => !isInPlace(value, i));
  const first = expected[misplaced];
  if (!first) return undefined;
  const defect = { expected: first, found: found[offset + misplaced] ?? found[0], count: found.length };
  if (found.length === 0) return { ...defect, kind: 'missing', severity: undefined };
  if (offset < 0) return { ...defect, kind: 'incomplete', severity: undefined };
  const lost = countOfLost(expected, found);
  if (lost === 0) return { ...defect, kind: 'order', severity: undefined };
  return { ...defect, kind: 'other', severity: lost === 1 ? 'info' : 'warning' };
}

/** How many values are nowhere in the response. */
function countOfLost(expected: readonly RouteValue[], found: readonly RouteValue[]): number {
  const left = new Map<string, number>();
  for (const { uri } of found) left.set(routeKey(uri), (left.get(routeKey(uri)) ?? 0) + 1);
  return expected.filter(({ uri }) => {
    const count = left.get(routeKey(uri)) ?? 0;
    left.set(routeKey(uri), count - 1);
    return count <= 0;
  }).length;
}

/** Undefined where it would take away what proxies further on have put in front. */
function copyRecordRoute(to: FlowMessage, from: FlowMessage): FlowFixPlan | undefined {
  if ((to.recordRoutes?.length ?? 0) > (from.recordRoutes?.length ?? 0)) return undefined;
  const { message } = to;
  const values = from.message.fieldsNamed('Record-Route').map(({ rawValue }) => rawValue);
  const row = insertRow(message, `Record-Route: ${values.join(', ')}`, lastRowOf(message, 'Via'));
  return { title: 'Copy Record-Route of the INVITE', edits: [...removeAllRows(message, 'Record-Route'), row] };
}
