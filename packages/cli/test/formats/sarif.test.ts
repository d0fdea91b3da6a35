import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { SourceText } from '@siplint/core';
import { Ajv } from 'ajv';
import sarif from '../../src/formats/sarif.js';
import { PROBLEMS, render, sampleResults } from './sample.js';

const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

/** The schema is of draft 4, of which it uses just what later drafts have kept, but for the name of `id`. */
function sarifValidator() {
  const { id: _id, $schema: _draft, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
  const isUri = (text: string) => URL.canParse(text);
  const isUriReference = (text: string) =>
    /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text) && URL.canParse(text, 'file:///');
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  ajv.addFormat('uri', isUri).addFormat('uri-reference', isUriReference).addFormat('date-time', true);
  return ajv.compile(schema);
}

describe('--format sarif', () => {
  const validate = sarifValidator();
  for (const [name, text] of [
    ['the sample', render(sarif)],
    ['no file', render(sarif, [])],
    ['problems', render(sarif, undefined, { problems: PROBLEMS })],
  ] as const) {
    it(`is valid against the schema of SARIF 2.1.0: ${name}`, () => {
      assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors, null, 2));
    });
  }
  it('is checked by a schema that refuses', () => {
    const log = JSON.parse(render(sarif));
    log.runs[0].results[0].level = 'fatal';
    assert.equal(validate(log), false);
  });

  const [run] = JSON.parse(render(sarif)).runs;
  const mismatch = run.results.find((result: { ruleId: string }) => result.ruleId === 'sample-length');

  it('describes the rules that results name', () => {
    const rule = run.tool.driver.rules[mismatch.ruleIndex];
    assert.equal(rule.id, 'sample-length');
    assert.equal(rule.helpUri, 'https://www.rfc-editor.org/rfc/rfc3261#section-20.14');
    assert.equal(rule.defaultConfiguration.level, 'error');
    assert.equal(rule.fullDescription.text, 'Content-Length is the length of the {{body}}.');
    for (const result of run.results) assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
  });
  it('gives lines, characters and octets', () => {
    assert.deepEqual(mismatch.locations[0].physicalLocation.region, {
      startLine: 3,
      startColumn: 17,
      endLine: 3,
      endColumn: 21,
      charOffset: 66,
      charLength: 4,
      byteOffset: 72,
      byteLength: 4,
    });
  });
  it('holds fixes, related places and suppressions', () => {
    assert.equal(mismatch.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, '10');
    assert.equal(mismatch.relatedLocations[0].physicalLocation.region.startLine, 5);
    assert.equal(mismatch.relatedLocations[1].physicalLocation.artifactLocation.uri, 'fixtures/other.sip');
    const suppressed = run.results.filter((result: { suppressions?: unknown }) => result.suppressions);
    assert.deepEqual(suppressed[0].suppressions, [{ kind: 'inSource', justification: 'lab gear' }]);
  });
  it('makes no placeholder or link of what a finding quotes', () => {
    const { text } = run.results.find((result: { ruleId: string }) => result.ruleId === 'house/evil').message;
    assert.ok(text.includes('{{0}}') && !text.includes(']('), text);
  });
  it('says that the run failed', () => {
    const [invocation] = JSON.parse(render(sarif, undefined, { problems: PROBLEMS })).runs[0].invocations;
    assert.equal(invocation.executionSuccessful, false);
    assert.equal(invocation.toolExecutionNotifications.length, 2);
    assert.equal(run.invocations[0].executionSuccessful, true);
  });

  describe('partialFingerprints', () => {
    const printsOf = (prefix: string) => {
      const results = sampleResults().map((result) => ({
        ...result,
        source: SourceText.fromString(prefix + result.source.slice(0, result.source.length)),
        findings: result.findings.map((finding) => ({
          ...finding,
          start: finding.start + prefix.length,
          end: finding.end + prefix.length,
        })),
        suppressed: [],
      }));
      const log = JSON.parse(render(sarif, results));
      return log.runs[0].results.map((result: { partialFingerprints: object }) => result.partialFingerprints);
    };
    it('stay when lines come before', () => assert.deepEqual(printsOf('# one\r\n# two\r\n'), printsOf('')));
    it('tell equal findings of a line apart', () => {
      const prints = printsOf('').map((print: object) => JSON.stringify(print));
      assert.equal(new Set(prints).size, prints.length);
    });
  });
});
