import assert from 'node:assert/strict';
import { fixSource, lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '@siplint/rules';

const STRICT = resolveConfig([], rules, [], { preset: 'strict' }).forFile('');

/** Long enough that work with its square would not end within the time that a test has. */
const LENGTH = 100_000;

const WORDS = String.raw`( \ " \" < > , ; ;a ;a=b ;a=" ,a=b ,<sip:a@b> % %4 [ [1 : @ a a. 1 0 {{ {{x}} = &a=b ?a * é -`;
const BLANKS = [' ', '\t', 'a ', '\0', '\r\n ', '\r\n', '\n', '\r'];
const ROWS = [
  '\r\nX: {{x}}',
  '\r\nVia: SIP/2.0/UDP a',
  '\r\nContact: <sip:a@b>;q=2',
  '\r\n# siplint-disable x',
  '\r\n--x',
];
const PIECES = [...WORDS.split(' '), ...BLANKS, ...ROWS];

/** Where a piece repeats: in the start line, in values of several grammars, in bodies. */
const PLACES: Readonly<Record<string, (run: string) => string>> = {
  'request line': (run) => request(`sip:${run}@b`, '', ''),
  Via: (run) => request('sip:b@c', `Via: SIP/2.0/UDP a;branch=z9hG4bK${run}`, ''),
  'To and Contact': (run) => request('sip:b@c', `To: ${run}\r\nContact: "${run}" <sip:${run}>`, ''),
  Authorization: (run) => request('sip:b@c', `Authorization: Digest a="b"${run}`, ''),
  'other fields': (run) =>
    request('sip:b@c', `Accept: ${run}\r\nWarning: 399 a ${run}\r\nDate: ${run}\r\nX: ${run}`, ''),
  SDP: (run) => request('sip:b@c', 'Content-Type: application/sdp', `v=0\r\no=- 1 1 IN IP4 a\r\ns=${run}`),
  multipart: (run) =>
    request('sip:b@c', 'Content-Type: multipart/mixed;boundary=x', `--x\r\nContent-Type: ${run}\r\n\r\n`),
  'file without a message': (run) => run,
};

function request(uri: string, rows: string, body: string): string {
  return `INVITE ${uri} SIP/2.0\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\r\n${rows}\r\nCSeq: 1 INVITE\r\n\r\n${body}`;
}

describe('input that is long in one place', () => {
  for (const [place, textWith] of Object.entries(PLACES)) {
    it(`is judged in time: ${place}`, () => {
      for (const piece of PIECES) {
        const source = SourceText.fromString(textWith(piece.repeat(LENGTH / piece.length)));
        const { crashes } = lintSource(source, 'long.sip', STRICT, { isNamed: true });
        assert.deepEqual(crashes, [], JSON.stringify(piece));
      }
    });
  }

  it('is fixed in time', () => {
    for (const piece of PIECES) {
      const source = SourceText.fromString(PLACES['To and Contact']?.(piece.repeat(20_000 / piece.length)) ?? '');
      const { result } = fixSource(source, 'long.sip', STRICT, { safety: 'unsafe', isNamed: true });
      assert.deepEqual(result.crashes, [], JSON.stringify(piece));
    }
  });
});
