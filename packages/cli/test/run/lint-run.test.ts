import assert from 'node:assert/strict';
import { type FileResult, SourceText } from '@siplint/core';
import type { LintOptions } from '../../src/options/lint-options.js';
import { openConfigs } from '../../src/run/configs.js';
import type { Input } from '../../src/run/inputs.js';
import { LintRun } from '../../src/run/lint-run.js';
import { Problems } from '../../src/run/problems.js';
import { Reports } from '../../src/run/reports.js';
import { createColors } from '../../src/terminal/colors.js';
import { Terminal } from '../../src/terminal/terminal.js';
import { TOO_LONG } from '../scenarios/messages.js';

const OPTIONS: LintOptions = { failOn: 'error', ignore: true, errorOnUnmatched: true };

describe('a run with --fix', () => {
  it('reports the findings of a file that it cannot write', async () => {
    const { stdout, stderr } = process;
    const terminal = new Terminal({ stdout, stderr, variables: {} });
    const told: string[] = [];
    terminal.tell = (text) => void told.push(text);
    const reported: FileResult[] = [];
    const format = {
      name: 'kept',
      about: '',
      load: async () => ({ default: () => ({ file: (result: FileResult) => void reported.push(result), end() {} }) }),
    };
    const context = {
      write() {},
      colors: createColors(false),
      width: 80,
      wraps: false,
      failOn: OPTIONS.failOn,
      ruleMeta: () => undefined,
      version: '0.0.0',
      variables: {},
    };
    const problems = new Problems(terminal, false);
    const reports = await Reports.open([{ format, file: undefined }], context, () => {});
    const plan = { safety: 'safe', mode: 'write' } as const;
    const run = new LintRun({ options: OPTIONS, plan, problems, reports, terminal, profile: undefined });

    await run.take(await protectedInput('error.sip', TOO_LONG));

    assert.equal(run.finish(), 2);
    assert.deepEqual(told, ['siplint: error.sip: cannot write it: permission denied']);
    assert.deepEqual(
      reported.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)),
      ['content-length-exceeds-body'],
    );
  });
});

async function protectedInput(path: string, text: string): Promise<Input> {
  const loaded = await openConfigs({ config: false }).forFile(path);
  return {
    path,
    isNamed: true,
    config: loaded.config.forFile(path),
    loaded,
    read: () => SourceText.fromString(text),
    open: () => ({ source: SourceText.fromString(text), close: () => {} }),
    write: () => {
      throw Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES' });
    },
  };
}
