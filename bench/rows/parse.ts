import { bodyOf, DEFAULT_INPUT_SETTINGS, partsOf, SipFileReader, type SourceText, sdpOf } from '@siplint/core';
import { file, messages } from '../corpus.js';
import { ratioOf, splitMap } from '../measure.js';
import { type Row, row } from '../report.js';

const COUNT = 20_000;

/** P2: parse only, with ranges, typed header fields and SDP. */
export function parseOnly(): Row[] {
  const source = file(COUNT);
  const floor = messages(COUNT);
  const { ratio, subject } = ratioOf(
    () => parseTyped(source),
    () => splitMap(floor),
  );
  const perMessage = `${(subject / COUNT).toFixed(1)} µs a message`;
  return [
    row('P2', 'parse, typed headers and SDP', { value: ratio, unit: ' × split-map' }, { gate: 5, goal: 4 }, [
      perMessage,
    ]),
  ];
}

function parseTyped(source: SourceText): number {
  let values = 0;
  const reader = new SipFileReader(source, DEFAULT_INPUT_SETTINGS);
  for (let message = reader.next(); message; message = reader.next()) {
    for (const field of message.fields) values += field.values.length;
    if (message.body.end === message.body.start) continue;
    for (const part of partsOf(bodyOf(message))) values += sdpOf(part)?.media.length ?? 0;
  }
  return values;
}
