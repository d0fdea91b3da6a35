import type { Ladder, LadderMessage, LadderParticipant } from '../ladder.js';
import { detailText, sendingText, sessionText } from '../wording.js';
import { BOLD, clipText, textWidth } from './text.js';

export const MARGIN = 24;
export const SIZE = { label: 13, small: 11 } as const;
/** Pixels of a participant's box, and how far a label stays away from the lifelines. */
const BOX = { least: 120, most: 330, padding: 28 } as const;
const LABEL = { most: 330, padding: 44 } as const;
/** A loop, and what stands beside it. */
const LOOP = 190;

/** Where everything stands from left to right. */
export interface Columns {
  /** The right end of the column of times. */
  readonly timeEnd: number;
  /** x of each participant's lifeline. */
  readonly x: ReadonlyMap<string, number>;
  readonly boxWidth: ReadonlyMap<string, number>;
  /** Names of participants. */
  readonly names: ReadonlyMap<string, string>;
  readonly width: number;
}

/** Lays the lifelines so far apart that the labels between them do not touch them. */
export function layColumns(ladder: Ladder): Columns {
  const { participants, messages } = ladder;
  const timeEnd = MARGIN + (messages.some(({ time }) => time !== undefined) ? 62 : 0);
  const widths = participants.map(boxWidthOf);
  const gaps = participants.slice(1).map((_, i) => ((widths[i] ?? 0) + (widths[i + 1] ?? 0)) / 2 + 20);
  const positions = new Map(participants.map(({ id }, i) => [id, i]));
  const spans = messages.flatMap((message) => spanOf(ladder, message, positions));
  for (const { first, last, width } of spans) if (last === first + 1) gaps[first] = Math.max(gaps[first] ?? 0, width);
  const reach = prefixSums(gaps);
  // One step over all long arrows: the widest of a pair of lifelines decides.
  for (const { first, last, width } of widest(spans)) {
    const lack = width - ((reach[last] ?? 0) - (reach[first] ?? 0));
    if (lack <= 0) continue;
    gaps[last - 1] = (gaps[last - 1] ?? 0) + lack;
    for (let i = last; i < reach.length; i++) reach[i] = (reach[i] ?? 0) + lack;
  }
  const left = timeEnd + (participants.length > 0 ? MARGIN + (widths[0] ?? 0) / 2 : 0);
  const x = new Map(participants.map(({ id }, i) => [id, Math.round(left + (reach[i] ?? 0))]));
  const loops = messages.filter(({ from, to }) => from !== undefined && from === to);
  const ends = participants.map(({ id }, i) => (x.get(id) ?? 0) + (widths[i] ?? 0) / 2);
  const loopEnds = loops.map(({ from = '' }) => (x.get(from) ?? 0) + LOOP);
  const width = Math.ceil(
    Math.max(
      520,
      ...ends.slice(-1),
      loopEnds.reduce((a, b) => Math.max(a, b), 0),
    ) + MARGIN,
  );
  const boxWidth = new Map(participants.map(({ id }, i) => [id, widths[i] ?? 0]));
  return { timeEnd, x, boxWidth, names: new Map(participants.map(({ id, name }) => [id, name])), width };
}

export function participantTexts({ name, address, inferred }: LadderParticipant): readonly [string, string] {
  const below = address === undefined ? (inferred ? 'inferred' : '') : address === name ? '' : address;
  const most = BOX.most - BOX.padding;
  return [clipText(name, most, SIZE.label), clipText(below, most, SIZE.small)];
}

function boxWidthOf(participant: LadderParticipant): number {
  const [name, below] = participantTexts(participant);
  return Math.max(BOX.least, Math.max(BOLD * textWidth(name, SIZE.label), textWidth(below, SIZE.small)) + BOX.padding);
}

/** The label of an arrow, cut to what any arrow has room for. */
export function labelOf(message: LadderMessage): string {
  return clipText(message.label, LABEL.most - 120, SIZE.label);
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly width: number;
}

function spanOf(ladder: Ladder, message: LadderMessage, positions: ReadonlyMap<string, number>): Span[] {
  const from = positions.get(message.from ?? '');
  const to = positions.get(message.to ?? '');
  if (from === undefined || to === undefined || from === to) return [];
  const marks = [sessionText(message), sendingText(message)].filter((mark) => mark !== undefined);
  const markWidth = marks.reduce((sum, mark) => sum + 8 + BOLD * textWidth(mark, SIZE.small), 0);
  const label = BOLD * textWidth(labelOf(message), SIZE.label) + markWidth;
  const detail = textWidth(detailText(ladder, message), SIZE.small);
  const pin = message.findings.length > 0 ? 24 : 0;
  const width = Math.min(LABEL.most, Math.max(label, detail)) + LABEL.padding + pin;
  return [{ first: Math.min(from, to), last: Math.max(from, to), width }];
}

/** Of the spans over the same lifelines the widest, shorter spans first. */
function widest(spans: readonly Span[]): Span[] {
  const byPair = new Map<string, Span>();
  for (const span of spans) {
    if (span.last === span.first + 1) continue;
    const key = `${span.first} ${span.last}`;
    if ((byPair.get(key)?.width ?? 0) < span.width) byPair.set(key, span);
  }
  // Very many participants make a picture that nobody reads: its labels may touch.
  return [...byPair.values()].sort((a, b) => a.last - a.first - (b.last - b.first)).slice(0, 200);
}

function prefixSums(gaps: readonly number[]): number[] {
  const sums = [0];
  for (const gap of gaps) sums.push((sums.at(-1) ?? 0) + gap);
  return sums;
}
