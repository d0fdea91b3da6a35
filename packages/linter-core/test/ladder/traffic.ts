import { DEFAULT_INPUT_SETTINGS, SourceText } from '@siplint/core';
import { buildLadder, type Ladder, type LadderMessage, type LadderOptions } from '@siplint/core/ladder';

/** What a message of a test says; the rest is as in a call from alice to bob. */
export interface Sent {
  /** `INVITE sip:bob@example.net`, `200 INVITE`: start line of a request, or status and CSeq method. */
  readonly line: string;
  /** `branch@sent-by`, from the topmost on. */
  readonly via?: string;
  /** `user@host/tag`; without a tag where there is no slash. */
  readonly from?: string;
  readonly to?: string;
  readonly callId?: string;
  readonly cseq?: number;
  readonly rows?: readonly string[];
  readonly sdp?: boolean;
  /** A line of a trace, or a directive, in front of it. */
  readonly trace?: string;
}

export function written(sent: Sent): string {
  const { line, via = 'b1@192.0.2.1', from = 'alice@example.com/A', to = 'bob@example.net', callId = 'c1' } = sent;
  const { cseq = 1, rows = [], sdp = false, trace } = sent;
  const [first = '', second = ''] = line.split(' ');
  const isResponse = /^\d/.test(first);
  const body = sdp ? 'v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n' : '';
  const text = [
    isResponse ? `SIP/2.0 ${first} Reason` : `${line} SIP/2.0`,
    ...via.split(' ').map((value) => {
      const [branch = '', sentBy = ''] = value.split('@');
      const [transport, address] = sentBy.includes('/') ? sentBy.split('/') : ['UDP', sentBy];
      return `Via: SIP/2.0/${transport} ${address};branch=z9hG4bK${branch}`;
    }),
    'Max-Forwards: 70',
    `From: ${party(from)}`,
    `To: ${party(to)}`,
    `Call-ID: ${callId}`,
    `CSeq: ${cseq} ${isResponse ? second : first}`,
    ...rows,
    ...(sdp ? ['Content-Type: application/sdp'] : []),
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
  return `${trace === undefined ? '---' : trace}\r\n${text}`;
}

function party(text: string): string {
  const [address, tag] = text.split('/');
  return `<sip:${address}>${tag === undefined ? '' : `;tag=${tag}`}`;
}

export function ladderOf(messages: readonly (Sent | string)[], options: LadderOptions = {}): Ladder {
  const text = messages.map((message) => (typeof message === 'string' ? message : written(message))).join('\r\n');
  return buildLadder(SourceText.fromString(text), DEFAULT_INPUT_SETTINGS, options);
}

/** `alice@example.com -> bob@example.net INVITE via/dialog`, a line a message. */
export function arrowsOf(ladder: Ladder): string[] {
  const names = new Map(ladder.participants.map(({ id, name, inferred }) => [id, inferred ? `(${name})` : name]));
  return ladder.messages.map((message: LadderMessage) => {
    const { from, to, label, fromEvidence, toEvidence } = message;
    if (from === undefined || to === undefined) return label;
    return `${names.get(from)} -> ${names.get(to)} ${label.replace(' Reason', '')} ${fromEvidence}/${toEvidence}`;
  });
}
