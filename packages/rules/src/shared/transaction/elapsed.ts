import type { FlowMessage } from '@siplint/core';

/** How much time passed between two messages, in seconds. */
export interface Elapsed {
  /** As the trace says. */
  readonly seconds: number;
  /** What it was at least and at most: a trace that counts whole seconds may be off by one. */
  readonly least: number;
  readonly most: number;
}

/** The time from one message to a later one on the clock of the trace; undefined where one of them has none. */
export function elapsedBetween({ time: start }: FlowMessage, { time: end }: FlowMessage): Elapsed | undefined {
  if (start === undefined || end === undefined) return undefined;
  const seconds = end - start;
  const unit = Number.isInteger(start) && Number.isInteger(end) ? 1 : 0;
  return { seconds, least: seconds - unit, most: seconds + unit };
}

/** Seconds as a message gives them: no finer than a millisecond. */
export function inSeconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
