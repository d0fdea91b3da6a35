import type { Dialog, DialogSide, FlowMessage } from '@siplint/core';
import { oncePer } from '../once/once-per.js';
import { reachedSender } from './received-by.js';
import { type RouteValue, routeHost, routeValuesOf } from './route-key.js';

/** The route set of one side of a dialog (RFC 3261 §12.1), with the message that it was taken from. */
export interface RouteSet {
  readonly routes: readonly RouteValue[];
  readonly of: FlowMessage;
}

/** Route sets of a side that are told apart; only hostile files have more. */
const MOST_SETS = 8;

/**
 * The route sets that the sender of a request may have, as the messages that reached it say: several where 18x and 2xx differ.
 * Empty if the file does not tell.
 */
export function routeSetsFor(request: FlowMessage, sender: DialogSide, dialog: Dialog): readonly RouteSet[] {
  const isOfCaller = sender === 'caller' || !dialog.creation;
  return isOfCaller ? setsOfCaller(request, dialog) : setsOfCallee(dialog).filter(({ of }) => of.index < request.index);
}

/** Record-Route of a response that created the dialog, in reverse order (§12.1.2). */
function setsOfCaller(request: FlowMessage, dialog: Dialog): RouteSet[] {
  const sets = new Map<string, RouteSet>();
  for (const response of dialog.creation ? dialog.creatingResponses : laterResponsesOf(dialog)) {
    const { recordRoutes, fromTag, index } = response;
    if (fromTag !== request.fromTag || index > request.index || !recordRoutes) continue;
    if (!reachedSender(response, request)) continue;
    const key = recordRoutes.join('\n');
    if (sets.has(key) || sets.size === MOST_SETS) continue;
    const values = routeValuesOf(response, 'Record-Route');
    if (values) sets.set(key, { routes: values.toReversed(), of: response });
  }
  return [...sets.values()];
}

/**
 * The responses to INVITEs of a dialog that began before the file. Proxies record themselves in re-INVITEs too, in the same order,
 * though not all of them do.
 */
const laterResponsesOf: (dialog: Dialog) => readonly FlowMessage[] = oncePer(({ messages }) => {
  return messages.filter(({ kind, method, statusCode }) => {
    return kind === 'response' && method === 'INVITE' && statusCode > 100 && statusCode < 300;
  });
});

/**
 * Record-Route of the INVITE in order (§12.1.1), on the hop nearest to the callee, if the responses there have no more of it:
 * then no proxy between there and the callee has put in another.
 */
const setsOfCallee: (dialog: Dialog) => readonly RouteSet[] = oncePer(({ creation, creatingResponses }) => {
  const lastHops = creation?.transactions.filter(({ downstream }) => downstream.length === 0) ?? [];
  return lastHops.slice(0, MOST_SETS).flatMap((hop) => {
    const { request: of } = hop;
    const answers = creatingResponses.filter(({ transaction }) => transaction === hop);
    const routes = of && answers.length > 0 ? routeValuesOf(of, 'Record-Route') : undefined;
    return of && routes && answers.every((answer) => isRecordedIn(answer, routes)) ? [{ routes, of }] : [];
  });
});

function isRecordedIn(response: FlowMessage, values: readonly RouteValue[]): boolean {
  const recorded = routeValuesOf(response, 'Record-Route');
  return recorded !== undefined && isSameWay(recorded, values);
}

/** True if two lists lead over the same hosts and ports in the same order. */
export function isSameWay(a: readonly RouteValue[], b: readonly RouteValue[]): boolean {
  return a.length === b.length && a.every(({ uri }, i) => b[i] !== undefined && routeHost(uri) === routeHost(b[i].uri));
}
