import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeTraffic } from '../corpus.js';
import { type Row, row } from '../report.js';

const TELL_USAGE = pathToFileURL('bench/tell-usage.mjs').href;
const MEGABYTE = 1_000_000;

interface Run {
  /** CPU time, which other load on the machine does not touch. */
  readonly seconds: number;
  /** Octets. */
  readonly peak: number;
}

/** P4 and P6: the command on one file, ndjson out, whole process: messages a second of CPU time, and memory at most. */
export function longFile(megabytes: number, runs = 1): Row[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'siplint-bench-'));
  try {
    const file = path.join(folder, 'traffic.sip');
    const messages = writeTraffic(file, megabytes * MEGABYTE);
    const all = Array.from({ length: runs }, () => lint(file));
    const seconds = Math.min(...all.map((run) => run.seconds));
    const peak = Math.min(...all.map((run) => run.peak));
    const rate = messages / seconds;
    return [
      rateRow(
        `command line, one ${megabytes} MB file`,
        rate,
        `${seconds.toFixed(1)} s of CPU time for ${messages} messages`,
      ),
      row(
        'P6',
        `peak memory, one ${megabytes} MB file`,
        { value: peak / MEGABYTE, unit: ' MB' },
        { gate: 200, goal: 120 },
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A row whose figure should be large. */
function rateRow(what: string, rate: number, detail: string): Row {
  const [gate, goal] = [25_000, 40_000];
  const show = (value: number) => `${Math.round(value)} messages/s`;
  return {
    id: 'P4',
    what,
    measured: show(rate),
    gate: `≥ ${show(gate)}`,
    goal: `≥ ${show(goal)}`,
    meetsGate: rate >= gate,
    meetsGoal: rate >= goal,
    details: [detail],
  };
}

function lint(file: string): Run {
  const binary = path.resolve('packages/cli/bin/siplint.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', TELL_USAGE, binary, 'lint', '--no-config', '--format', `ndjson:${file}.report`, file],
    { encoding: 'utf8' },
  );
  const [, peak, micros] = /^took (\d+) (\d+)$/m.exec(stderr) ?? [];
  // 1: there are findings.
  if ((status !== 0 && status !== 1) || peak === undefined) throw new Error(`siplint exited with ${status}: ${stderr}`);
  return { seconds: Number(micros) / 1e6, peak: Number(peak) * 1024 };
}
