import { lintSource } from '@siplint/core';
import { recommended } from '../configuration.js';
import { file } from '../corpus.js';
import { ratioOf } from '../measure.js';
import { type Row, row } from '../report.js';

const N = 25_000;

/** P7: four times the messages should cost four times the time. */
export function growth(): Row[] {
  const config = recommended();
  const small = file(N);
  const large = file(4 * N);
  const { ratio, subject } = ratioOf(
    () => lintSource(large, 'large.sip', config),
    () => lintSource(small, 'small.sip', config),
    3,
  );
  const rate = `${Math.round(((4 * N) / subject) * 1e6)} messages/s at ${4 * N}`;
  return [row('P7', `time(${4 * N}) / time(${N})`, { value: ratio, unit: '' }, { gate: 4.4, goal: 4.2 }, [rate])];
}
