import { lintSource, type SourceText } from '@siplint/core';
import { recommended } from '../configuration.js';
import { file, interleavedFile } from '../corpus.js';
import { ratioOf } from '../measure.js';
import { type Row, row } from '../report.js';

const N = 25_000;

/** P7: four times the messages should cost four times the time, whether calls follow each other or a thousand are open. */
export function growth(): Row[] {
  return [growthOf('', file), growthOf(', interleaved', interleavedFile)];
}

function growthOf(what: string, make: (count: number) => SourceText): Row {
  const config = recommended();
  const small = make(N);
  const large = make(4 * N);
  const { ratio, subject } = ratioOf(
    () => lintSource(large, 'large.sip', config),
    () => lintSource(small, 'small.sip', config),
    3,
  );
  const rate = `${Math.round(((4 * N) / subject) * 1e6)} messages/s at ${4 * N}`;
  const name = `time(${4 * N}) / time(${N})${what}`;
  return row('P7', name, { value: ratio, unit: '' }, { gate: 4.4, goal: 4.2 }, [rate]);
}
