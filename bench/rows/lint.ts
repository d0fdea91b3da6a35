import { lintSource } from '@siplint/core';
import { recommended } from '../configuration.js';
import { file, messages } from '../corpus.js';
import { ratioOf, splitMap } from '../measure.js';
import { type Row, row } from '../report.js';

const COUNT = 20_000;

/** P1: the library with all rules of `recommended`, a corpus in memory, per message. */
export function lintAll(): Row[] {
  const source = file(COUNT);
  const floor = messages(COUNT);
  const config = recommended();
  const { ratio, subject } = ratioOf(
    () => lintSource(source, 'traffic.sip', config),
    () => splitMap(floor),
  );
  const perMessage = `${(subject / COUNT).toFixed(1)} µs a message, ${Math.round((COUNT / subject) * 1e6)} messages/s`;
  return [
    row('P1', 'lint, all of recommended', { value: ratio, unit: ' × split-map' }, { gate: 10, goal: 7.5 }, [
      perMessage,
    ]),
  ];
}
