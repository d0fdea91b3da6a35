import { lintSource, SourceText } from '@siplint/core';
import { recommended } from '../configuration.js';
import { HOSTILE_SHAPES } from '../hostile.js';
import { cpuMicroseconds } from '../measure.js';
import { type Row, row } from '../report.js';

const N = 8_000;
const ROUNDS = 9;
/** Below this many milliseconds a doubling is noise: a shape that fast is linear enough. */
const NOISE = 5;

/** P8: texts made to hurt, at n and at half of it. */
export function hostile(): Row[] {
  const config = recommended();
  const cost = (text: string) => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < ROUNDS; i++) {
      const source = SourceText.fromString(text);
      least = Math.min(
        least,
        cpuMicroseconds(() => lintSource(source, 'hostile.sip', config, { isNamed: true })),
      );
    }
    return least / 1000;
  };
  const figures = Object.entries(HOSTILE_SHAPES).map(([name, shape]) => {
    cost(shape(N / 4));
    const half = cost(shape(N / 2));
    const full = cost(shape(N));
    return { name, full, doubling: full < NOISE ? 2 : full / half };
  });
  const steepest = [...figures].sort((a, b) => b.doubling - a.doubling);
  const slowest = [...figures].sort((a, b) => b.full - a.full);
  return [
    row(
      'P8',
      'hostile shapes, last doubling',
      { value: steepest[0]?.doubling ?? 0, unit: ' ×' },
      { gate: 2.6, goal: 2.6 },
      steepest.slice(0, 4).map(({ name, doubling }) => `${doubling.toFixed(2)} × ${name}`),
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
