import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodeUnitBuffer, type CodeUnits, codeUnitsOf, keepCodeUnits } from '../../src/syntax/code-units.js';

function assertHolds(units: CodeUnits, text: string): void {
  const expected = [...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)), 0];
  assert.deepEqual(Array.from(units.subarray(0, text.length + 1)), expected);
}

describe('code units', () => {
  const long = 'x'.repeat(5000);

  it('are those of the text with a 0 behind them, whatever text came before', () => {
    const buffer = new CodeUnitBuffer();
    for (const text of ['', 'a', 'INVITE sip:a', 'ä', '\u00ff\u0100', '😀', '\ud800x', long, `${long}ä`, 'a', 'é']) {
      assertHolds(buffer.fill(text), text);
    }
  });

  it('are those of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 })), (texts) => {
        for (const text of texts) assertHolds(codeUnitsOf(text), text);
      }),
    );
  });

  it('serve a text that the last one begins with', () => {
    for (const [whole, text] of [
      ['SIP/2.0 200 OK', 'SIP/2.0'],
      ['Grüße', 'Grü'],
      ['same', 'same'],
    ] as const) {
      codeUnitsOf(whole);
      keepCodeUnits(text, whole);
      assertHolds(codeUnitsOf(text), text);
      assertHolds(codeUnitsOf(whole), whole);
    }
  });

  it('stay right where another text was asked for in between', () => {
    codeUnitsOf('whole');
    codeUnitsOf('other');
    keepCodeUnits('who', 'whole');
    assertHolds(codeUnitsOf('who'), 'who');
    assertHolds(codeUnitsOf('other'), 'other');
  });
});
