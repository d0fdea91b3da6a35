import type { Address, Params, Uri } from './uri.js';

export interface Via {
  readonly transport: string;
  readonly host: string;
  readonly port?: number | undefined;
  readonly params: Params;
}

export interface Body {
  readonly type: string;
  readonly text: string;
}

/** A header field that no element of the simulation looks into while it forwards. */
export type OtherField = readonly [name: string, value: string];

interface Common {
  readonly vias: readonly Via[];
  readonly from: Address;
  readonly to: Address;
  readonly callId: string;
  readonly cseq: number;
  readonly method: string;
  readonly contacts: readonly Address[];
  readonly recordRoutes: readonly Address[];
  readonly others: readonly OtherField[];
  readonly body?: Body | undefined;
}

export interface Request extends Common {
  readonly kind: 'request';
  readonly uri: Uri;
  readonly maxForwards: number;
  readonly routes: readonly Address[];
  /** Where a strict router wants it sent, which is not written in it (§12.2.1.1). */
  readonly hop?: Uri | undefined;
}

export interface Response extends Common {
  readonly kind: 'response';
  readonly status: number;
  readonly reason: string;
}

export type Message = Request | Response;

export function fieldOf({ others }: Message, name: string): string | undefined {
  return others.find(([key]) => key === name)?.[1];
}

export function fieldsOf({ others }: Message, name: string): string[] {
  return others.filter(([key]) => key === name).map(([, value]) => value);
}

/** True if a list field such as Supported names a token. */
export function lists(message: Message, name: string, token: string): boolean {
  return fieldsOf(message, name).some((value) => value.split(/\s*,\s*/).includes(token));
}

/** RFC 3261 §8.2.6: what every response copies from its request. */
export function responseTo(request: Request, status: number, more: Partial<Response> = {}): Response {
  const { vias, from, to, callId, cseq, method } = request;
  const timestamp =
    status === 100 ? fieldsOf(request, 'Timestamp').map((value): OtherField => ['Timestamp', value]) : [];
  const common = { vias, from, to, callId, cseq, method, contacts: [], recordRoutes: [], others: [] };
  const response: Response = {
    ...common,
    kind: 'response',
    status,
    reason: REASONS.get(status) ?? 'Whatever',
    ...more,
  };
  return { ...response, others: [...timestamp, ...response.others] };
}

const REASONS: ReadonlyMap<number, string> = new Map([
  [100, 'Trying'],
  [180, 'Ringing'],
  [181, 'Call Is Being Forwarded'],
  [182, 'Queued'],
  [183, 'Session Progress'],
  [200, 'OK'],
  [202, 'Accepted'],
  [301, 'Moved Permanently'],
  [302, 'Moved Temporarily'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [407, 'Proxy Authentication Required'],
  [408, 'Request Timeout'],
  [412, 'Conditional Request Failed'],
  [420, 'Bad Extension'],
  [422, 'Session Interval Too Small'],
  [423, 'Interval Too Brief'],
  [480, 'Temporarily Unavailable'],
  [481, 'Call/Transaction Does Not Exist'],
  [486, 'Busy Here'],
  [487, 'Request Terminated'],
  [488, 'Not Acceptable Here'],
  [489, 'Bad Event'],
  [491, 'Request Pending'],
  [500, 'Server Internal Error'],
  [503, 'Service Unavailable'],
  [603, 'Decline'],
]);
