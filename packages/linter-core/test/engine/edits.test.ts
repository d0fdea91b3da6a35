import assert from 'node:assert/strict';
import {
  applyEdits,
  DEFAULT_INPUT_SETTINGS,
  type Edit,
  insertRow,
  type Param,
  quoteParamValue,
  readSipFile,
  removeListElement,
  removeParam,
  removeRow,
  replaceRange,
  type SipMessage,
  SourceText,
  splitRow,
} from '@siplint/core';

function parse(rows: readonly string[], eol = '\r\n'): SipMessage {
  const text = `OPTIONS sip:b@example.com SIP/2.0${eol}${rows.map((row) => row + eol).join('')}${eol}`;
  const [message] = readSipFile(SourceText.fromString(text), DEFAULT_INPUT_SETTINGS).messages;
  assert.ok(message);
  return message;
}

/** The header section behind an edit, a row each. */
function rowsAfter(message: SipMessage, edit: Edit | undefined): string[] {
  assert.ok(edit);
  return applyEdits(message.text, [edit]).trimEnd().split(/\r?\n/).slice(1);
}

function param(message: SipMessage, field: 'Via' | 'Authorization', key: string): Param {
  const value = message.field(field)?.value;
  const found = value?.params.find((one) => one.key === key);
  assert.ok(found, `no parameter ${key}`);
  return found;
}

describe('edits for fix plans', () => {
  it('replaces a range', () => {
    const message = parse(['Max-Forwards: 70']);
    const range = message.field('Max-Forwards')?.valueRange;
    assert.deepEqual(rowsAfter(message, range && replaceRange(range, '69')), ['Max-Forwards: 69']);
  });

  it('takes a row out with its folds', () => {
    const message = parse(['Subject: a', ' b', 'Max-Forwards: 70']);
    const [subject] = message.fields;
    assert.deepEqual(rowsAfter(message, subject && removeRow(subject)), ['Max-Forwards: 70']);
  });

  it('puts each value of a row in a row of its own', () => {
    for (const eol of ['\r\n', '\n']) {
      const message = parse(['allow: INVITE ,', ' ACK,BYE', 'Max-Forwards: 70'], eol);
      const [allow] = message.fields;
      assert.ok(allow);
      const text = applyEdits(message.text, splitRow(message, allow));
      const rows = ['allow: INVITE', 'allow: ACK', 'allow: BYE', 'Max-Forwards: 70', '', ''];
      assert.deepEqual(text.split(eol).slice(1), rows);
    }
  });

  for (const [name, eol] of [
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ] as const) {
    it(`inserts a row behind another with ${name}`, () => {
      const message = parse(['Via: SIP/2.0/UDP a;branch=z9hG4bK1', 'To: <sip:b@example.com>'], eol);
      const edit = insertRow(message, 'Max-Forwards: 70', message.fields[0]);
      assert.equal(edit.text, `Max-Forwards: 70${eol}`);
      assert.equal(rowsAfter(message, edit)[1], 'Max-Forwards: 70');
      assert.equal(rowsAfter(message, insertRow(message, 'X: y')).at(-1), 'X: y');
    });

    it(`inserts a row before the blank folds of the last one with ${name}`, () => {
      const message = parse([`Subject: a${eol} b${eol} `], eol);
      const inserted = applyEdits(message.text, [insertRow(message, 'X: y')]);
      assert.ok(inserted.endsWith(`Subject: a${eol} b${eol}X: y${eol} ${eol}${eol}`), JSON.stringify(inserted));
    });

    it(`inserts the first row with ${name}`, () => {
      const message = parse([], eol);
      assert.equal(
        applyEdits(message.text, [insertRow(message, 'X: y')]),
        `OPTIONS sip:b@example.com SIP/2.0${eol}X: y${eol}${eol}`,
      );
    });
  }

  const params = [
    { key: 'ttl', row: 'Via: SIP/2.0/UDP a;ttl=1;branch=z9hG4bK1', after: 'Via: SIP/2.0/UDP a;branch=z9hG4bK1' },
    { key: 'rport', row: 'Via: SIP/2.0/UDP a;branch=z9hG4bK1 ; rport', after: 'Via: SIP/2.0/UDP a;branch=z9hG4bK1' },
  ];
  for (const { key, row, after } of params) {
    it(`takes ${key} out of ${row}`, () => {
      const message = parse([row]);
      assert.deepEqual(rowsAfter(message, removeParam(message, param(message, 'Via', key))), [after]);
    });
  }

  const credentials = [
    { key: 'username', after: 'Authorization: Digest realm="b", opaque=""' },
    { key: 'realm', after: 'Authorization: Digest username="a", opaque=""' },
    { key: 'opaque', after: 'Authorization: Digest username="a", realm="b"' },
  ];
  for (const { key, after } of credentials) {
    it(`takes ${key} out of credentials with one comma`, () => {
      const message = parse(['Authorization: Digest username="a", realm="b", opaque=""']);
      assert.deepEqual(rowsAfter(message, removeParam(message, param(message, 'Authorization', key))), [after]);
    });
  }

  it('quotes a value', () => {
    const message = parse(['Authorization: Digest realm=b']);
    assert.deepEqual(rowsAfter(message, quoteParamValue(message, param(message, 'Authorization', 'realm'))), [
      'Authorization: Digest realm="b"',
    ]);
  });

  const lists = [
    { index: 0, after: ['Allow: BYE, ACK'] },
    { index: 1, after: ['Allow: INVITE, ACK'] },
    { index: 2, after: ['Allow: INVITE, BYE'] },
  ];
  for (const { index, after } of lists) {
    it(`takes element ${index} out of a list`, () => {
      const message = parse(['Allow: INVITE, BYE, ACK']);
      const field = message.field('Allow');
      assert.deepEqual(rowsAfter(message, field && removeListElement(field, index)), after);
    });
  }

  it('takes the row of an only element along', () => {
    const message = parse(['Allow: INVITE', 'Subject: x']);
    const field = message.field('Allow');
    assert.deepEqual(rowsAfter(message, field && removeListElement(field, 0)), ['Subject: x']);
  });
});
