import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { messages } from '../corpus.js';
import { type Row, row } from '../report.js';

const ROUNDS = 15;

/** P9: the command on one tiny file, all rules, whole process, wall time, against a Node that does nothing. */
export function coldStart(): Row[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'siplint-bench-'));
  try {
    const tiny = path.join(folder, 'tiny.sip');
    writeFileSync(tiny, messages(1)[0] ?? '');
    const binary = path.resolve('packages/cli/bin/siplint.js');
    const wall = (args: string[]) => {
      const start = process.hrtime.bigint();
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: folder });
      if (status !== 0) throw new Error(`node ${args.join(' ')} exited with ${status}: ${stderr}`);
      return Number(process.hrtime.bigint() - start) / 1e6;
    };
    let command = Number.POSITIVE_INFINITY;
    let floor = Number.POSITIVE_INFINITY;
    for (let i = 0; i < ROUNDS; i++) {
      floor = Math.min(floor, wall(['-e', '0']));
      command = Math.min(command, wall([binary, tiny]));
    }
    const detail = `${command.toFixed(0)} ms against ${floor.toFixed(0)} ms`;
    return [
      row('P9', 'cold start', { value: command / floor, unit: ' × node -e 0' }, { gate: 2, goal: 1.5 }, [detail]),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
