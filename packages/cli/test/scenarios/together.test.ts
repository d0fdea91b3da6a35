import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportValidator } from '../report-validator.js';
import { EXAMPLES, Folder } from './cli.js';
import { CLEAN } from './messages.js';

/** The cancelled call, a message to a file: 1.sip is the INVITE, 7.sip the ACK with a branch of its own, 11.sip the last. */
function filesOfCall(): Record<string, string> {
  const [, ...messages] = readFileSync(join(EXAMPLES, 'flows/cancelled-call.sip'), 'utf8').split(/^(?=\d{4}\/)/m);
  return Object.fromEntries(messages.map((message, i) => [`call/${i + 1}.sip`, message]));
}

interface Finding {
  readonly ruleId: string;
  readonly line: number;
  readonly column: number;
  readonly related?: readonly { readonly path: string; readonly line: number; readonly column: number }[];
}

interface Report {
  readonly files: readonly { readonly path: string; readonly findings: readonly Finding[] }[];
  readonly summary: { readonly files: number };
}

const RULE = 'ack-non-2xx-via-mismatch';

describe('files that make a call together', () => {
  const folder = new Folder({ ...filesOfCall(), 'other/1.sip': CLEAN });
  after(() => folder.remove());
  const report = (...args: readonly string[]): Report =>
    JSON.parse(folder.siplint(['--format', 'json', '--no-config', ...args]).stdout);
  const findingsOf = ({ files }: Report) =>
    files.flatMap(({ path, findings }) =>
      findings.map(({ ruleId, line, column, related }) => {
        const places = related?.map((other) => `${other.path}:${other.line}:${other.column}`);
        return `${path}:${line}:${column} ${ruleId} ${places?.join()}`;
      }),
    );

  it('are each for themselves unless asked otherwise', () => {
    assert.deepEqual(findingsOf(report('.')), []);
  });

  it('have a finding in the one, which points into the other', () => {
    const json = report('--together', '.');
    const validate = reportValidator();
    validate(json);
    assert.equal(validate.errors, null);
    assert.deepEqual(findingsOf(json), [`call/7.sip:3:43 ${RULE} call/1.sip:3:43`]);
    assert.equal(json.summary.files, 12);
  });

  it('are a flow of their folder only', () => {
    const { 'call/1.sip': invite = '', ...answers } = filesOfCall();
    const apart = new Folder({ 'first/1.sip': invite, ...answers });
    const { stdout } = apart.siplint(['--format', 'unix', '--together', '.']);
    apart.remove();
    assert.doesNotMatch(stdout, new RegExp(RULE));
  });

  it('show the lines of both in a frame', () => {
    const { stdout } = folder.siplint(['--format', 'frame', '--together', 'call']);
    assert.match(stdout, /call\/7\.sip:3:43/);
    assert.match(stdout, /call\/1\.sip:3:43/);
    assert.match(stdout, /branch=z9hG4bK7be09a52\n(?:.*\n)*.*branch=z9hG4bK4c8b3f1d\n/);
  });

  it('have regions in SARIF', () => {
    const { stdout } = folder.siplint(['--format', 'sarif', '--together', 'call']);
    const [result] = JSON.parse(stdout).runs[0].results;
    const { artifactLocation, region } = result.relatedLocations[0].physicalLocation;
    assert.equal(artifactLocation.uri, 'call/1.sip');
    assert.deepEqual([region.startLine, region.startColumn], [3, 43]);
  });

  it('are not fixed', () => {
    const { stderr, status } = folder.siplint(['--together', '--fix', 'call']);
    assert.match(stderr, /^siplint: --together applies no fixes\n {2}a fix between messages may need several files/);
    assert.equal(status, 2);
  });

  it('are told of if one cannot be read', () => {
    const { stderr, status } = folder.siplint(['--together', 'call', 'gone.sip']);
    assert.match(stderr, /gone\.sip: there is no such file/);
    assert.equal(status, 2);
  });

  describe('flow', () => {
    it('draws them in the order of their numbers', () => {
      const flow = JSON.parse(folder.siplint(['flow', '--format', 'json', 'call']).stdout);
      const validate = reportValidator('flow');
      validate(flow);
      assert.equal(validate.errors, null);
      const files = flow.messages.map(({ file }: { file: string }) => file);
      assert.deepEqual(
        files,
        Array.from({ length: 11 }, (_, i) => `${i + 1}.sip`),
      );
      const [{ ruleId, file, line }] = flow.messages[6].findings;
      assert.deepEqual([ruleId, file, line], [RULE, '7.sip', 3]);
    });

    it('names the file and line of each arrow', () => {
      const { stdout } = folder.siplint(['flow', '--width', '80', 'call']);
      assert.match(stdout, /^ +file +time +CSeq/m);
      assert.match(stdout, /^ *10\.sip:2 .*487 Request Termina… ×3/m);
      assert.match(stdout, /^ 7\.sip:2 .* ACK .*\n +╰─ error 3:43 {2}Branch/m);
    });

    it('names the folder too where there are several', () => {
      assert.match(folder.siplint(['flow', '.']).stdout, /^ *other\/1\.sip:1 .*OPTIONS/m);
    });

    it('names the file in Mermaid, where a colon is escaped, and in SVG', () => {
      assert.match(
        folder.siplint(['flow', '--format', 'mermaid', 'call']).stdout,
        /^ +Note over .*, 7\.sip#58;3: Branch/m,
      );
      assert.match(folder.siplint(['flow', '--format', 'svg', 'call']).stdout, />7\.sip:3:43</);
    });
  });
});
