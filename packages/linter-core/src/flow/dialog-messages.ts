import type { DialogRequest } from './dialog.js';
import type { FlowMessage } from './flow-message.js';

/** Requests that are looked at again for what they tell of an earlier one. */
const MOST_REQUESTS = 16;

/** Requests within a dialog whose Contact becomes the remote target (RFC 3261 §12.2, RFC 3311, RFC 6665, RFC 3515). */
export function isTargetRefresh(method: string): boolean {
  switch (method) {
    case 'INVITE':
    case 'UPDATE':
    case 'SUBSCRIBE':
    case 'NOTIFY':
    case 'REFER':
      return true;
    default:
      return false;
  }
}

/** True for what ends the early dialogs of an INVITE, or one of them (RFC 3261 §12.3). */
export function isRefusal(response: FlowMessage): boolean {
  return response.isFailure && response.method === 'INVITE';
}

/** True for a response that, with a To tag, creates a dialog (RFC 3261 §12.1, RFC 6665, RFC 3515). */
export function isCreating({ method, statusCode }: FlowMessage): boolean {
  if (method === 'INVITE') return statusCode > 100 && statusCode < 300;
  return (method === 'SUBSCRIBE' || method === 'REFER') && statusCode >= 200 && statusCode < 300;
}

/** True for the methods of a subscription, which goes on when the BYE has ended the session. */
export function isSubscription(method: string): boolean {
  return method === 'SUBSCRIBE' || method === 'NOTIFY' || method === 'REFER';
}

/**
 * True if a target refresh has changed the target of its receiver though it was refused: with a reliable provisional response,
 * or a request to the new target, it is done (RFC 6141 §4.6).
 */
export function wasTakenUp(refresh: FlowMessage, requests: readonly DialogRequest[]): boolean {
  const { transaction, contacts, index } = refresh;
  if (transaction?.responses.some((response) => response.isProvisional && response.has('RSeq'))) return true;
  return requests
    .slice(-MOST_REQUESTS)
    .some(({ request }) => request.index > index && contacts?.includes(request.requestUri) === true);
}
