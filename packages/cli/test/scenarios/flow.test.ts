import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml } from '@rgrove/parse-xml';
import { displayWidth } from '../../src/terminal/width.js';
import { reportValidator } from '../report-validator.js';
import { EXAMPLES, Folder, siplint } from './cli.js';
import { CLEAN, NOT_SIP, TOO_LONG, WARNED } from './messages.js';

const CANCELLED = join(EXAMPLES, 'flows/cancelled-call.sip');
const PROXIED = join(EXAMPLES, 'flows/proxied-call.sip');
const SECOND = CLEAN.replaceAll('a84b4c76e66710', 'another');
/** Names that a terminal, or a reader of text, would act on. */
const HOSTILE = CLEAN.replaceAll('sip:alice@', 'sip:\u001b[31ma\u202e\u0007]]>@');

describe('flow', () => {
  const folder = new Folder({
    'clean.sip': CLEAN,
    'warned.sip': WARNED,
    'too-long.sip': TOO_LONG,
    'two.sip': `${CLEAN}---\r\n${SECOND}`,
    'not.sip': NOT_SIP,
    'hostile.sip': HOSTILE,
    'wide.sip': CLEAN.replaceAll('alice', '電話😀'),
    'many.sip': Array.from({ length: 30 }, (_, i) => CLEAN.replaceAll('192.0.2.1', `192.0.2.${i + 10}`)).join(
      '---\r\n',
    ),
    'off.yaml': 'rules: { via-branch-magic-cookie: off }\n',
  });
  after(() => folder.remove());

  it('draws a ladder with the finding below its arrow', () => {
    const { stdout, stderr, status } = siplint(['flow', '--width', '80', CANCELLED]);
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.equal(
      stdout,
      `                        4101@pbx.example.com       +442079460112@carrier.exampl…
                            203.0.113.10                   203.0.113.60
line    time  CSeq                │                              │
   4   0.000   102                │───── INVITE SDP offer ──────▶│
  28   0.031   102                │◀──────── 100 Trying ─────────│
  39   1.205   102                │◀─ 183 Session Progress SDP ──│
  60   8.500   102                │────────── CANCEL ───────────▶│
  72   8.529   102                │◀────────── 200 OK ───────────│
  83   8.532   102                │◀── 487 Request Terminated ───│
  94   8.533   102                │──────────── ACK ────────────▶│
    ╰─ error 95:43  Branch "z9hG4bK7be09a52" of the ACK is not "z9hG4bK4c8b3f1d"
                    of its INVITE: the server does not match it and repeats the
                    487 (ack-non-2xx-via-mismatch)
 106   9.032   102                │◀─ 487 Request Terminated ×2 ─│
 117   9.032   102                │────────── ACK ×2 ───────────▶│
 129  10.033   102                │◀─ 487 Request Terminated ×3 ─│
 140  10.033   102                │────────── ACK ×3 ───────────▶│

11 messages, 1 finding
`,
    );
  });

  for (const width of [50, 60, 80, 100, 140, 300]) {
    it(`keeps to ${width} columns`, () => {
      for (const file of [CANCELLED, PROXIED, folder.file('wide.sip'), folder.file('many.sip')]) {
        const { stdout } = siplint(['flow', '--width', `${width}`, file]);
        for (const line of stdout.split('\n')) assert.ok(displayWidth(line) <= width, line);
      }
    });
  }

  it('draws with ASCII characters only where asked', () => {
    const { stdout } = siplint(['flow', '--ascii', '--width', '80', CANCELLED]);
    assert.match(stdout, /\|-+ ACK x2 -+>\|/);
    assert.match(stdout, /^[\n\x20-\x7e]*$/);
  });

  it('lists messages where participants have no room beside each other', () => {
    const { stdout } = folder.siplint(['flow', '--width', '80', 'many.sip']);
    assert.match(stdout, /OPTIONS {2}192\.0\.2\.10 → \(bob@example\.com\)$/m);
    assert.equal(stdout.match(/→/g)?.length, 30);
  });

  it('uses colour where asked', () => {
    assert.match(siplint(['flow', '--color', CANCELLED]).stdout, /\u001b\[36m─+ CANCEL/);
    assert.doesNotMatch(siplint(['flow', '--no-color', CANCELLED], { env: { FORCE_COLOR: '1' } }).stdout, /\u001b/);
  });

  it('keeps to the schema of its JSON', () => {
    const validate = reportValidator('flow');
    for (const file of [CANCELLED, PROXIED, join(EXAMPLES, 'template.sip'), folder.file('hostile.sip')]) {
      const flow: unknown = JSON.parse(siplint(['flow', '--format', 'json', file]).stdout);
      assert.ok(validate(flow), JSON.stringify(validate.errors));
    }
    const { path, participants, messages } = JSON.parse(
      folder.siplint(['flow', '--format', 'json', 'too-long.sip']).stdout,
    );
    assert.equal(path, 'too-long.sip');
    assert.equal(participants[0].uri, 'sip:alice@example.com');
    assert.equal(messages[0].findings[0].ruleId, 'content-length-exceeds-body');
  });

  it('draws Mermaid', () => {
    const { stdout } = siplint(['flow', '--format', 'mermaid', CANCELLED]);
    assert.match(stdout, /^sequenceDiagram\n/);
    assert.match(stdout, /^ {4}p1->>p2: INVITE \(SDP offer, CSeq 102, line 4\)$/m);
  });

  it('draws SVG into a file, whose folder it makes', () => {
    const { stdout, status } = folder.siplint(['flow', '--format', 'svg', '--output', 'out/call.svg', 'clean.sip']);
    assert.equal(status, 0);
    assert.equal(stdout, '');
    assert.equal(parseXml(readFileSync(folder.file('out/call.svg'), 'utf8')).root?.name, 'svg');
  });

  it('puts no colour into a file', () => {
    folder.siplint(['flow', '--output', 'ladder.txt', 'clean.sip'], { env: { FORCE_COLOR: '1' } });
    assert.match(readFileSync(folder.file('ladder.txt'), 'utf8'), /^[^\u001b]*OPTIONS/);
  });

  it('reads standard input', () => {
    const { stdout } = siplint(['flow', '--format', 'json', '--stdin-filename', 'x/y.sip', '-'], { input: CLEAN });
    assert.equal(JSON.parse(stdout).path, 'x/y.sip');
  });

  it('draws the calls that are asked for', () => {
    const indexes = (...args: readonly string[]): number[] =>
      JSON.parse(folder.siplint(['flow', '--format', 'json', ...args, 'two.sip']).stdout).messages.map(
        ({ index }: { index: number }) => index,
      );
    assert.deepEqual(indexes('--call-id', 'another@192.0.2.1'), [1]);
    assert.deepEqual(indexes('--call-id', 'another@192.0.2.1', '--call-id', 'a84b4c76e66710@192.0.2.1'), [0, 1]);
  });

  it('says how much it leaves out', () => {
    assert.match(folder.siplint(['flow', '--limit', '1', 'two.sip']).stdout, /^1 further message is not shown\.$/m);
  });

  it('draws no findings where they are not wanted, and those of the configuration where they are', () => {
    const found = (...args: readonly string[]): number =>
      JSON.parse(folder.siplint(['flow', '--format', 'json', ...args, 'warned.sip']).stdout).messages[0].findings
        .length;
    assert.equal(found(), 1);
    assert.equal(found('--no-findings'), 0);
    assert.equal(found('--rule', 'via-branch-magic-cookie: off'), 0);
    assert.equal(found('--preset', 'syntax'), 0);
    assert.equal(found('--config', 'off.yaml'), 0);
  });

  it('lets nothing through that acts on a terminal', () => {
    for (const format of ['text', 'mermaid', 'svg', 'json']) {
      const { stdout } = folder.siplint(['flow', '--format', format, 'hostile.sip']);
      assert.doesNotMatch(stdout, /[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/, format);
      if (format === 'svg') parseXml(stdout);
    }
  });

  describe('cannot draw', () => {
    const cases: readonly [name: string, args: readonly string[], stderr: RegExp][] = [
      ['what is not there', ['gone.sip'], /^siplint: gone\.sip: there is no such file or folder\n$/],
      ['what holds no SIP', ['not.sip'], /^siplint: not\.sip: there is no SIP message in it\n$/],
      ['nothing', [], /missing required argument 'path'/],
      ['several of which one is not there', ['clean.sip', 'gone.sip'], /^siplint: gone\.sip: there is no such file/],
      [
        'in an unknown format',
        ['--format', 'svgg', 'clean.sip'],
        /Formats are text, mermaid, svg, json; did you mean "svg"\?/,
      ],
      ['too narrow', ['--width', '39', 'clean.sip'], /It takes a whole number from 40 to 1000\./],
      ['too wide', ['--width', '1001', 'clean.sip'], /from 40 to 1000/],
      [
        'a call that is not there',
        ['--call-id', 'anothre@192.0.2.1', 'two.sip'],
        /^siplint: two\.sip: no message has the Call-ID "anothre@192\.0\.2\.1"; did you mean "another@192\.0\.2\.1"\?\n {2}there is a84b4c76e66710@192\.0\.2\.1, another@192\.0\.2\.1\n$/,
      ],
      [
        'into what is no folder',
        ['--output', 'clean.sip/x.svg', 'clean.sip'],
        /^siplint: cannot write "clean\.sip\/x\.svg": /,
      ],
      ['by a rule that is not there', ['--rule', 'via-branch-magic-cooky: off', 'clean.sip'], /Did you mean/],
    ];
    for (const [name, args, pattern] of cases) {
      it(name, () => {
        const { stdout, stderr, status } = folder.siplint(['flow', ...args]);
        assert.match(stderr, pattern);
        assert.equal(stdout, '');
        assert.equal(status, 2);
      });
    }

    it('into a file that cannot be replaced, and leaves it as it is', () => {
      symlinkSync('/nowhere/at/all', folder.file('dangling.svg'));
      assert.equal(folder.siplint(['flow', '--output', 'dangling.svg/x', 'clean.sip']).status, 2);
      assert.ok(!existsSync(folder.file('dangling.svg')));
    });
  });
});
