import assert from 'node:assert/strict';
import json from '../../src/formats/json.js';
import ndjson from '../../src/formats/ndjson.js';
import { reportValidator } from '../report-validator.js';
import { HOSTILE_MESSAGE, HOSTILE_PATH, render } from './sample.js';

describe('--format json', () => {
  const validate = reportValidator();

  it('is valid against its schema', () => {
    assert.ok(validate(JSON.parse(render(json))), JSON.stringify(validate.errors));
  });
  it('is valid without any file', () => {
    const text = render(json, []);
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
    assert.deepEqual(JSON.parse(text).files, []);
  });

  it('is as the contract says', () => {
    const report = JSON.parse(render(json));
    assert.deepEqual(report.summary, {
      files: 3,
      skipped: 0,
      messages: 3,
      errors: 3,
      warnings: 0,
      infos: 1,
      hints: 1,
      suppressed: 2,
      fixable: 1,
    });
    assert.deepEqual(report.files[0], { path: 'fixtures/clean.sip', messages: 1, findings: [], suppressed: [] });
    assert.deepEqual(report.files[1].findings[2], {
      ruleId: 'sample-length',
      severity: 'error',
      message: 'Content-Length says 9999 bytes, the body has 10',
      line: 3,
      column: 17,
      endLine: 3,
      endColumn: 21,
      offset: 66,
      endOffset: 70,
      messageIndex: 0,
      references: ['RFC 3261 §20.14', 'House style'],
      related: [
        { message: 'the body', path: 'fixtures/invite.sip', line: 5, column: 1, endLine: 6, endColumn: 4 },
        { message: 'defined here', path: 'fixtures/other.sip', line: 1, column: 1, endLine: 1, endColumn: 1 },
      ],
      fix: {
        title: 'Set Content-Length to 10',
        safety: 'safe',
        edits: [{ offset: 66, endOffset: 70, text: '10' }],
      },
    });
    assert.equal(report.files[1].findings[0].messageIndex, null);
    assert.deepEqual(report.files[1].suppressed[0].suppression, { kind: 'directive', reason: 'lab gear' });
    assert.deepEqual(report.files[1].suppressed[1].suppression, { kind: 'expectation' });
  });

  it('gives hostile text back as it was', () => {
    const { path, findings } = JSON.parse(render(json)).files[2];
    assert.equal(path, HOSTILE_PATH);
    assert.equal(findings[0].message, HOSTILE_MESSAGE);
  });

  for (const [name, broken] of [
    ['a severity of its own', { severity: 'fatal' }],
    ['a column 0', { column: 0 }],
    ['a member that is not in it', { extra: 1 }],
    ['a finding without a rule', { ruleId: undefined }],
  ] as const) {
    it(`has a schema that refuses ${name}`, () => {
      const report = JSON.parse(render(json));
      Object.assign(report.files[1].findings[1], broken);
      assert.equal(validate(JSON.parse(JSON.stringify(report))), false);
    });
  }
});

describe('--format ndjson', () => {
  it('holds the same findings, a line each', () => {
    const lines = render(ndjson)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { files, summary } = JSON.parse(render(json));
    const ofType = (type: string) => lines.filter((line) => line.type === type);
    const withPath = (key: 'findings' | 'suppressed', type: string) =>
      files.flatMap((file: { path: string; findings: object[]; suppressed: object[] }) =>
        file[key].map((each) => ({ type, path: file.path, ...each })),
      );
    assert.deepEqual(ofType('finding'), withPath('findings', 'finding'));
    assert.deepEqual(ofType('suppressed'), withPath('suppressed', 'suppressed'));
    assert.deepEqual(lines.at(-1), { type: 'summary', ...summary });
    assert.deepEqual(ofType('file')[1], {
      type: 'file',
      path: 'fixtures/invite.sip',
      messages: 1,
      findings: 3,
      suppressed: 2,
    });
  });
});
