import { spawnSync } from 'node:child_process';
import { lintSource, SourceText } from '@siplint/core';
import { recommended } from '../configuration.js';
import { HOSTILE_SHAPES } from '../hostile.js';
import { cpuMicroseconds } from '../measure.js';
import { type Row, row } from '../report.js';

const N = 8_000;
const ROUNDS = 9;
/** Below this many milliseconds a doubling is noise: a shape that fast is linear enough. */
const NOISE = 5;
/** The option of the benchmark that prints the doublings alone. */
export const DOUBLINGS = 'hostile-doublings';

interface Figure {
  readonly name: string;
  readonly value: number;
}

/** P8: texts made to hurt, at n and at half of it. */
export function hostile(): Row[] {
  const steepest = doublingsApart();
  const slowest = highestFirst(
    Object.entries(HOSTILE_SHAPES).map(([name, shape]) => {
      milliseconds(shape(N / 4));
      return { name, value: milliseconds(shape(N)) };
    }),
  );
  return [
    row(
      'P8',
      'hostile shapes, last doubling',
      { value: steepest[0]?.value ?? 0, unit: ' ×' },
      { gate: 2.6, goal: 2.6 },
      steepest.slice(0, 4).map(({ name, value }) => `${value.toFixed(2)} × ${name}`),
    ),
    row(
      'P8',
      `hostile shapes, n = ${N}`,
      { value: slowest[0]?.value ?? 0, unit: ' ms' },
      { gate: 100, goal: 30 },
      slowest.slice(0, 6).map(({ name, value }) => `${value.toFixed(1)} ms ${name}`),
    ),
  ];
}

/** How many times the time each shape takes at n that it takes at half of it. */
export function doublings(): readonly Figure[] {
  return highestFirst(
    Object.entries(HOSTILE_SHAPES).map(([name, shape]) => {
      milliseconds(shape(N / 4));
      const half = milliseconds(shape(N / 2));
      const full = milliseconds(shape(N));
      return { name, value: full < NOISE ? 2 : full / half };
    }),
  );
}

/**
 * Doublings in a process whose young generation holds all that a run makes. They are to show how the work grows; in a smaller
 * one they would show from which size on the collector has to move what lives.
 */
function doublingsApart(): readonly Figure[] {
  const young = ['--min-semi-space-size=128', '--max-semi-space-size=128'];
  const [, bundle = ''] = process.argv;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, ...young, bundle, `--${DOUBLINGS}`],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`the doublings failed: ${stderr}`);
  return JSON.parse(stdout) as Figure[];
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

function highestFirst(figures: readonly Figure[]): readonly Figure[] {
  return [...figures].sort((a, b) => b.value - a.value);
}
