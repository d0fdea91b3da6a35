import { defineRule } from '@siplint/core';
import { forwarded } from '../examples/forwarded.js';
import { file, invite } from '../examples/messages.js';
import { type RouteValue, routeKey, routeValuesOf } from '../shared/dialog/route-key.js';
import { requestBefore } from '../shared/transaction/hop-before.js';

const P1 = '<sip:p1.example.com;lr>';
const P2 = '<sip:p2.example.com;lr>';
const OWN = '<sip:proxy.example.com;lr>';

export default defineRule({
  meta: {
    id: 'record-route-not-prepended',
    category: 'routing',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Put a Record-Route of a proxy in front of the others',
    docs: {
      what:
        'If a request has all Record-Route values of the hop before in their order, and further ones, the further ones stand in ' +
        'front.',
      why:
        'The order is the way that all later requests of the dialog take. With a value behind the others they come to the proxies ' +
        'in the wrong order, and go in circles or get lost.',
      falsePositives:
        'An element that keeps the Via values of the caller and writes routes of its own looks like a proxy.',
      bad: [
        file(invite({ 'Record-Route': P1 }), forwarded('INVITE', { 'Record-Route': [P1, `<|${OWN}|>`] })),
        file(invite({ 'Record-Route': [P2, P1] }), forwarded('INVITE', { 'Record-Route': `${P2}, <|${OWN}|>, ${P1}` })),
      ],
      good: [
        file(invite({ 'Record-Route': P1 }), forwarded('INVITE', { 'Record-Route': [OWN, P1] })),
        file(
          invite({ 'Record-Route': P1 }),
          forwarded('INVITE', { 'Record-Route': `${OWN}, <sip:P1.example.com:5060;lr=on>` }),
        ),
        file(invite({ 'Record-Route': P1 }), forwarded('INVITE', { 'Record-Route': OWN })),
      ],
    },
    references: [{ rfc: 3261, section: '16.6' }],
    since: '0.1.0',
    messages: {
      behind:
        'Record-Route {found} was added behind {before} of the hop before: later requests of the dialog take the proxies in the wrong order, put it in front',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction(transaction, context) {
      const { request, upstream } = transaction;
      if (!request || !upstream?.request?.recordRoutes?.length) return;
      const before = requestBefore(transaction);
      if (!before || !(request.recordRoutes && request.recordRoutes.length > (before.recordRoutes?.length ?? 0)))
        return;
      const earlier = routeValuesOf(before, 'Record-Route') ?? [];
      const values = routeValuesOf(request, 'Record-Route') ?? [];
      const added = addedBehind(values, earlier);
      const [found, first] = added ?? [];
      if (!found || !first || !context.once(`${request.callId} ${request.sentBy}`)) return;
      context.report({
        messageId: 'behind',
        in: request,
        at: found.value,
        data: { found: found.uri.text, before: first.uri.text },
        related: [{ message: 'Record-Route on the hop before', of: before, at: earlier[0]?.value }],
      });
    },
  }),
});

/**
 * The first value that was added behind one of the earlier ones, with that one; undefined if the earlier ones are at the end, or
 * are not all there in their order.
 */
function addedBehind(
  values: readonly RouteValue[],
  earlier: readonly RouteValue[],
): readonly [RouteValue, RouteValue] | undefined {
  if (earlier.every((route, i) => isSame(values[values.length - earlier.length + i], route))) return undefined;
  let matched = 0;
  let added: readonly [RouteValue, RouteValue] | undefined;
  for (const value of values) {
    const last = earlier[matched - 1];
    if (isSame(value, earlier[matched])) matched++;
    else if (last) added ??= [value, last];
  }
  return matched === earlier.length ? added : undefined;
}

function isSame(a: RouteValue | undefined, b: RouteValue | undefined): boolean {
  return a !== undefined && b !== undefined && routeKey(a.uri) === routeKey(b.uri);
}
