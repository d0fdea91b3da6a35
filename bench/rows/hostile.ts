import { lintSource, SourceText } from '@siplint/core';
import { recommended } from '../configuration.js';
import { HOSTILE_SHAPES } from '../hostile.js';
import { cpuMicroseconds } from '../measure.js';
import { type Row, row } from '../report.js';

const N = 8_000;
const ROUNDS = 9;

interface Figure {
  readonly name: string;
  /** Milliseconds at n. */
  readonly full: number;
  /** How many times the time at half of n. */
  readonly doubling: number;
}

/** P8: texts made to hurt, at n and at half of it. Garbage collection counts: who lints such a text pays for it. */
export function hostile(): Row[] {
  const figures: Figure[] = Object.entries(HOSTILE_SHAPES).map(([name, shape]) => {
    milliseconds(shape(N / 4));
    const half = milliseconds(shape(N / 2));
    const full = milliseconds(shape(N));
    return { name, full, doubling: full / half };
  });
  const steepest = [...figures].sort((a, b) => b.doubling - a.doubling);
  const slowest = [...figures].sort((a, b) => b.full - a.full);
  return [
    row(
      'P8',
      'hostile shapes, last doubling',
      { value: steepest[0]?.doubling ?? 0, unit: ' ×' },
      { gate: 2.6, goal: 2.6 },
      steepest
        .slice(0, 6)
        .map(({ name, full, doubling }) => `${doubling.toFixed(2)} × ${name} (${full.toFixed(1)} ms)`),
    ),
    row(
      'P8',
      `hostile shapes, n = ${N}`,
      { value: slowest[0]?.full ?? 0, unit: ' ms' },
      { gate: 100, goal: 30 },
      slowest.slice(0, 6).map(({ name, full }) => `${full.toFixed(1)} ms ${name}`),
    ),
  ];
}

function milliseconds(text: string): number {
  const config = recommended();
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const source = SourceText.fromString(text);
    least = Math.min(
      least,
      cpuMicroseconds(() => lintSource(source, 'hostile.sip', config, { isNamed: true })),
    );
  }
  return least / 1000;
}
