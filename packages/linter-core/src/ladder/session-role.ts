import type { SessionRole } from './ladder.js';
import type { Row } from './row.js';

/**
 * What a session description is in the exchange of offer and answer (RFC 3261 §13.2.1, RFC 3262 §5, RFC 3311 §5.2); undefined
 * where there is none. What the file does not decide is `sdp`.
 */
export function sessionRoleOf(row: Row): SessionRole | undefined {
  if (row.session !== 'present') return undefined;
  if (row.kind === 'request') return roleInRequest(row);
  if (row.kind === 'response') return roleInResponse(row);
  return 'sdp';
}

function roleInRequest({ method, exchange }: Row): SessionRole {
  switch (method) {
    case 'INVITE':
    case 'UPDATE':
      return 'offer';
    case 'ACK':
      // That to a failure belongs to the exchange of its INVITE, and carries no session.
      return exchange?.request?.method === 'ACK' ? 'answer' : 'sdp';
    default:
      // A PRACK may bring either one.
      return 'sdp';
  }
}

function roleInResponse({ method, status = 0, exchange }: Row): SessionRole {
  const request = exchange?.request;
  if (!request || status <= 100 || status > 299) return 'sdp';
  if (method !== 'INVITE' && method !== 'UPDATE' && method !== 'PRACK') return 'sdp';
  if (request.session === 'present') return 'answer';
  return request.session === 'absent' && method === 'INVITE' && status >= 200 ? 'offer' : 'sdp';
}
