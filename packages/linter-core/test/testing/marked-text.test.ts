import assert from 'node:assert/strict';
import { exactly, exampleText, parseMarkedText, sip, stripMarks } from '@siplint/core/testing';

describe('marked text', () => {
  const cases = [
    { marked: 'plain', text: 'plain', ranges: [] },
    { marked: 'a<|b|>c', text: 'abc', ranges: [{ start: 1, end: 2 }] },
    { marked: '<sip:bob@<||>>', text: '<sip:bob@>', ranges: [{ start: 9, end: 9 }] },
    {
      marked: '<<|sip:b|>>,<<|sip:c|>>',
      text: '<sip:b>,<sip:c>',
      ranges: [
        { start: 1, end: 6 },
        { start: 9, end: 14 },
      ],
    },
    { marked: '😀<|é|>', text: '😀é', ranges: [{ start: 2, end: 3 }] },
  ];
  for (const { marked, text, ranges } of cases) {
    it(`reads ${marked}`, () => {
      assert.deepEqual(parseMarkedText(marked), { text, ranges });
      assert.equal(stripMarks(marked), text);
    });
  }

  for (const marked of ['<|open', 'close|>', 'a<|b<|c|>|>', '<|a|>b|>']) {
    it(`refuses ${marked}`, () => assert.throws(() => parseMarkedText(marked), /mark/));
  }
});

describe('sip template tag', () => {
  it('dedents, writes CRLF and ends the header section', () => {
    const example = sip`
      OPTIONS sip:bob@example.com SIP/2.0
      Subject: a
        fold
    `;
    assert.equal(exampleText(example), 'OPTIONS sip:bob@example.com SIP/2.0\r\nSubject: a\r\n  fold\r\n\r\n');
  });

  it('keeps a body as it was written and fills in values', () => {
    const length = 5;
    const example = sip`
      OPTIONS sip:bob@example.com SIP/2.0
      Content-Length: ${length}

      hello`;
    assert.equal(exampleText(example), 'OPTIONS sip:bob@example.com SIP/2.0\r\nContent-Length: 5\r\n\r\nhello');
  });

  it('leaves backslashes alone', () => {
    assert.match(exampleText(sip`From: "a\"b\n" <sip:a@b>`), /"a\\"b\\n"/);
  });

  it('tells exact text from text', () => {
    assert.deepEqual(exactly('a\n'), { text: 'a\n', isRaw: true, encoding: 'utf-8' });
  });
});
