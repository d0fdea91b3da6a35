import type { Ladder, LadderMessage } from './ladder.js';

/** `line 24`, or `call.sip:24` where messages come from several files. */
export function placeText({ file, line }: Pick<LadderMessage, 'file' | 'line'>): string {
  return file === undefined ? `line ${line}` : `${file}:${line}`;
}

/** `SDP offer`, `SDP answer`, or `SDP`; undefined without a session description. */
export function sessionText({ session }: LadderMessage): string | undefined {
  return session === undefined ? undefined : session === 'sdp' ? 'SDP' : `SDP ${session}`;
}

/** `×2` on the first retransmission; undefined on what is sent for the first time. */
export function sendingText({ sending }: LadderMessage): string | undefined {
  return sending === undefined ? undefined : `×${sending}`;
}

/** Seconds since the first message that has a time, and since the one before. */
export interface TimeTexts {
  readonly elapsed: string;
  readonly delta: string;
}

/** The times of the messages as they are shown; undefined for a message without one. */
export function timeTexts({ messages }: Ladder): (TimeTexts | undefined)[] {
  const first = messages.find(({ time }) => time !== undefined)?.time ?? 0;
  return messages.map(({ time, delta }) => {
    if (time === undefined) return undefined;
    return { elapsed: (time - first).toFixed(3), delta: delta === undefined ? '' : signed(delta) };
  });
}

function signed(seconds: number): string {
  return `${seconds < 0 ? '−' : '+'}${Math.abs(seconds).toFixed(3)}`;
}

/** `CSeq 1 · udp · line 24`, behind the call where there are several. */
export function detailText({ calls }: Ladder, message: LadderMessage): string {
  const parts = [];
  if (message.call !== undefined && calls.length > 1) parts.push(`call ${message.call + 1}`);
  if (message.cseq !== undefined) parts.push(`CSeq ${message.cseq}`);
  if (message.transport !== undefined) parts.push(message.transport);
  parts.push(placeText(message));
  return parts.join(' · ');
}

/** `11 messages, 2 calls, 1 finding`. */
export function summaryText({ messages, calls, findings }: Ladder): string {
  const found = messages.reduce((sum, message) => sum + message.findings.length, findings.length);
  const parts = [plural(messages.length, 'message')];
  if (calls.length > 1) parts.push(plural(calls.length, 'call'));
  if (found > 0) parts.push(plural(found, 'finding'));
  return parts.join(', ');
}

/** What a reader has to know about how far the diagram goes. */
export function notesOf({ messages, participants, omitted }: Ladder): string[] {
  const notes = [];
  if (omitted > 0) notes.push(`${plural(omitted, 'further message')} ${omitted === 1 ? 'is' : 'are'} not shown.`);
  const unknown = participants.filter(({ inferred }) => inferred).map(({ name }) => name);
  if (unknown.length > 0) notes.push(`Known from From and To only, without an address: ${someOf(unknown)}.`);
  const inferred = messages.filter((message) => message.inferred && message.kind === 'request');
  if (inferred.length > 0) {
    const [first, ...others] = inferred.map(placeText);
    const places = [first ?? '', ...others.map((place) => place.replace(/^line /, ''))];
    notes.push(
      `Who received ${someOf(places)} is inferred: the other side of the dialog. ` +
        'Elements between the two may be hidden.',
    );
  }
  return notes;
}

function someOf(texts: readonly string[]): string {
  const some = texts.slice(0, 4).map((text) => (text.length <= 40 ? text : `${text.slice(0, 40)}…`));
  return some.join(', ') + (texts.length > some.length ? ', …' : '');
}

/** Findings of one message that are written out. */
const MOST_PINS = 10;

/** The findings of a message to write out, and how many are left. */
export function shownFindings({ findings }: Pick<LadderMessage, 'findings'>): {
  readonly shown: LadderMessage['findings'];
  readonly more: number;
} {
  const shown = findings.slice(0, MOST_PINS);
  return { shown, more: findings.length - shown.length };
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
