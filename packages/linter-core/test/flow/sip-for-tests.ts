import {
  DEFAULT_INPUT_SETTINGS,
  type Flow,
  FlowBuilder,
  type FlowLimits,
  type FlowMessage,
  readSipFile,
  SourceText,
  type Transaction,
} from '@siplint/core';

/** What a message of a test says; the rest is as in every call between a and b. */
export interface Written {
  /** Default `INVITE`, or the method that a response answers. */
  readonly method?: string;
  /** Makes it a response. */
  readonly status?: number;
  readonly uri?: string;
  readonly callId?: string;
  readonly cseq?: number;
  /** `branch@host`, from the topmost on; a lone word is a branch of host `a`. */
  readonly via?: string;
  /** Empty for none. */
  readonly from?: string;
  readonly to?: string;
  readonly contact?: string;
  readonly rows?: readonly string[];
  readonly body?: string;
}

export function sip(written: Written): string {
  const { method = 'INVITE', status, uri = 'sip:b@example.com', callId = 'c1', cseq = 1 } = written;
  const { via = '1', from = 'A', to = '', contact, rows = [], body = '' } = written;
  const vias = via.split(' ').map((value) => {
    const [branch = '', host = 'a'] = value.split('@');
    return `Via: SIP/2.0/UDP ${host}.example.com;branch=${branch.startsWith('!') ? branch.slice(1) : `z9hG4bK${branch}`}`;
  });
  return [
    status === undefined ? `${method} ${uri} SIP/2.0` : `SIP/2.0 ${status} Reason`,
    ...vias,
    `From: <sip:a@example.com>${from && `;tag=${from}`}`,
    `To: <sip:b@example.com>${to && `;tag=${to}`}`,
    `Call-ID: ${callId}`,
    `CSeq: ${cseq} ${method}`,
    ...(contact ? [`Contact: <sip:${contact}>`] : []),
    ...rows,
    ...(body ? ['Content-Type: application/sdp'] : []),
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}

export interface Built {
  readonly flows: readonly Flow[];
  /** By index; undefined for those without a place. */
  readonly messages: readonly (FlowMessage | undefined)[];
}

/** The flows of a file, each told by `tell` as it closes, since its messages let go of each other behind that. */
export function flowsOf<Told>(
  messages: readonly (Written | string)[],
  tell: (flow: Flow) => Told,
  options: { readonly isComplete?: boolean; readonly limits?: Partial<FlowLimits> } = {},
): Told[] {
  const text = messages.map((message) => (typeof message === 'string' ? message : sip(message))).join('\r\n');
  const told: Told[] = [];
  const limits = { messages: 1000, messagesOfFlow: 1000, rest: 1000, restOfEnded: 1000, ...options.limits };
  const builder = new FlowBuilder((flow) => told.push(tell(flow)), limits);
  for (const message of readSipFile(SourceText.fromString(text), DEFAULT_INPUT_SETTINGS).messages) builder.add(message);
  builder.end(options.isComplete === true);
  return told;
}

/**
 * A transaction in a line: method, index of the request, responses, and what else it has.
 * `INVITE 0: 180@1 200@2x1` had a 180 in message 1 and a 200 in message 2, which was retransmitted once.
 */
export function tellTransaction(transaction: Transaction): string {
  const { method, request, responses, acks, misfits, cancelled, sharesBranchWith, upstream, downstream } = transaction;
  const parts = [`${method} ${tellMessage(request)}:`];
  for (const response of responses) parts.push(`${response.statusCode}@${tellMessage(response)}`);
  for (const ack of acks) parts.push(`ACK@${tellMessage(ack)}`);
  for (const { message, differsIn } of misfits) parts.push(`${differsIn}?${message.index}`);
  if (cancelled) parts.push(`cancels ${cancelled.request?.index ?? '-'}`);
  if (sharesBranchWith) parts.push(`reuses ${sharesBranchWith.request?.index ?? '-'}`);
  if (upstream) parts.push(`from ${upstream.request?.index}`);
  if (downstream.length > 0) parts.push(`to ${downstream.map((hop) => hop.request?.index).join()}`);
  return parts.join(' ');
}

function tellMessage(message: FlowMessage | undefined): string {
  if (!message) return '-';
  return message.copies.length > 0 ? `${message.index}x${message.copies.length}` : `${message.index}`;
}

/** The dialogs of a flow, a line each. */
export function tellDialogs(flow: Flow): string[] {
  const lines = flow.dialogs.map((dialog) => {
    const { callerTag, calleeTag, creation, creatingResponses, requests, state, end } = dialog;
    const created = creation ? creation.transactions.map(({ request }) => request?.index).join() : '?';
    const sent = requests.map(({ request, sender, transactions }) => {
      const hops = transactions.map((hop) => hop.request?.index).join();
      return ` ${sender} ${request.method}@${hops}`;
    });
    const by = creatingResponses.map(({ index }) => index).join();
    return `${callerTag}-${calleeTag} ${state}${end ? `@${end.index}` : ''}: ${created}/${by}${sent.join('')}`;
  });
  const outside = flow.outsideDialogs.map(({ index, method }) => `outside: ${method}@${index}`);
  return [...lines, ...outside];
}
