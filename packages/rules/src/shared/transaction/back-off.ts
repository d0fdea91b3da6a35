import { compareHops, type FlowMessage } from '@siplint/core';

// Intervals of retransmissions: they double from T1 on (timers A, E and G, RFC 3261 §17.1.1.2, §17.1.2.2, §17.2.1, §13.3.1.4).

/** Seconds: the default estimate of the round trip, and the longest interval where there is one (§17.1.1.1, §17.1.2.2). */
export const T1 = 0.5;
export const T2 = 4;

/** The share by which an interval may be shorter or longer, and seconds that packets may take longer than others. */
const TOLERANCE = 0.25;
const JITTER = 0.1;
/** Seconds within which a repeat is one packet that was captured twice. */
const CAPTURED_TWICE = 0.05;
/** Copies in a row that a capture may lack. */
const MOST_LOST = 4;

/** A message as it was sent one time after the other. */
export interface Sending {
  readonly sends: readonly FlowMessage[];
  /** The seconds before each send but the first. */
  readonly gaps: readonly number[];
}

/**
 * The sends of a message on its hop up to another one, with the time between them; undefined where times are missing, count
 * whole seconds only, or go back.
 */
export function sendingOf(message: FlowMessage, until: FlowMessage | undefined): Sending | undefined {
  const sends: FlowMessage[] = [];
  const gaps: number[] = [];
  let isFine = false;
  let last: number | undefined;
  for (const send of [message, ...message.copies]) {
    if (until && send.index > until.index) break;
    if (compareHops(send, message) === 'different') continue;
    const { time } = send;
    if (time === undefined || (last !== undefined && time < last)) return undefined;
    isFine ||= !Number.isInteger(time);
    if (last !== undefined && time - last < CAPTURED_TWICE) continue;
    sends.push(send);
    if (last !== undefined) gaps.push(time - last);
    last = time;
  }
  return isFine ? { sends, gaps } : undefined;
}

/** A gap that no back-off explains. */
export interface GapDeviation {
  /** Among the gaps. */
  readonly index: number;
  /** Seconds that it should have lasted. */
  readonly expected: number;
}

/**
 * The first gap that is not twice the one before, up to the longest interval; undefined if all are, as far as T1 and copies
 * that the capture may lack explain it.
 */
export function deviationFromBackOff(gaps: readonly number[], longest: number): GapDeviation | undefined {
  const [first = 0] = gaps;
  for (const t1 of possibleT1(first)) if (!deviation(t1, gaps, longest)) return undefined;
  return deviation(first, gaps, longest);
}

/** What T1 may be by the first gap: that itself or somewhat more or less, or a part of it behind which copies are missing. */
function possibleT1(first: number): number[] {
  const found = [T1, first, first * (1 - TOLERANCE), first * (1 + TOLERANCE)];
  for (let intervals = 2; intervals <= MOST_LOST; intervals++) {
    const t1 = first / (2 ** intervals - 1);
    if (t1 < T1 * (1 - TOLERANCE)) break;
    found.push(t1);
  }
  return found;
}

/** Compares the gaps with those of a T1. */
function deviation(t1: number, gaps: readonly number[], longest: number): GapDeviation | undefined {
  let next = t1;
  for (const [index, gap] of gaps.entries()) {
    const expected = next;
    let due = next;
    next = Math.min(next * 2, longest);
    for (let lost = 0; lost < MOST_LOST && isShorter(due, gap); lost++) {
      due += next;
      next = Math.min(next * 2, longest);
    }
    if (due * (1 - TOLERANCE) > gap + JITTER) return { index, expected };
  }
  return undefined;
}

/** True if the interval, however late, is over before the gap is. */
function isShorter(interval: number, gap: number): boolean {
  return interval * (1 + TOLERANCE) < gap - JITTER;
}

/** True for a first gap that shows a T1 below the default. */
export function isBelowT1(gap: number): boolean {
  return gap < T1 * (1 - TOLERANCE) - JITTER;
}
