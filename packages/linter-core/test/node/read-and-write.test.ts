import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { PiecedText, SourceText } from '@siplint/core';
import { FileTooLarge, openText, readFileBytes, textOf, writeFileAtomically } from '@siplint/core/node';
import { inFolder } from './temporary-folder.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('reading a file', () => {
  it('gives its octets, whatever they are', () =>
    inFolder({ 'a.sip': 'INVITE \u{1f600}\r\n\0', empty: '' }, (folder) => {
      assert.deepEqual(Buffer.from(readFileBytes(folder.at('a.sip'), 100)), readFileSync(folder.at('a.sip')));
      assert.equal(readFileBytes(folder.at('empty'), 100).length, 0);
    }));

  it('stops at the limit', () =>
    inFolder({ 'a.sip': '0123456789' }, (folder) => {
      assert.equal(readFileBytes(folder.at('a.sip'), 10).length, 10);
      assert.throws(() => readFileBytes(folder.at('a.sip'), 9), FileTooLarge);
    }));

  it('reads what does not know its size, with the limit', () => {
    // A file of the system that says it has 0 octets.
    if (process.platform !== 'linux') return;
    assert.ok(readFileBytes('/proc/self/status', 1 << 20).length > 100);
    assert.throws(() => readFileBytes('/proc/self/status', 100), FileTooLarge);
    assert.throws(() => readFileBytes('/dev/zero', 1 << 20), FileTooLarge);
  });

  it('throws the error of the system', () =>
    inFolder({}, (folder) => {
      assert.throws(() => readFileBytes(folder.at('gone'), 10), { code: 'ENOENT' });
      assert.throws(() => readFileBytes(folder.path, 10), { code: 'EISDIR' });
    }));
});

describe('opening a text', () => {
  const message = 'OPTIONS sip:b\u00f6b@example.com SIP/2.0\r\nSubject: \u{1f600}\r\n\r\n';
  const count = 400_000;

  it('holds a short one', () =>
    inFolder({ 'a.sip': message }, (folder) => {
      const { source, close } = openText(folder.at('a.sip'), 1000);
      assert.ok(source instanceof SourceText);
      assert.equal(source.text, message);
      close();
      assert.throws(() => openText(folder.at('a.sip'), 10), FileTooLarge);
      assert.throws(() => openText(folder.at('gone'), 10), { code: 'ENOENT' });
    }));

  it('reads a long one in pieces, from a file or from memory', () =>
    inFolder({ 'long.sip': message.repeat(count) }, (folder) => {
      const { source, close } = openText(folder.at('long.sip'), 1e9);
      for (const text of [source, textOf(readFileBytes(folder.at('long.sip'), 1e9)).source]) {
        assert.ok(text instanceof PiecedText);
        assert.equal(text.length, message.length * count);
        const start = message.length * (count - 1);
        assert.equal(text.slice(start, text.length), message);
        assert.deepEqual(text.lines.positionAt(start), { line: 3 * (count - 1) + 1, column: 1 });
        assert.equal(text.octetsBefore(start), bytes(message).length * (count - 1));
      }
      close();
      assert.throws(() => openText(folder.at('long.sip'), 1 << 24), FileTooLarge);
    }));

  it('goes on in a file that was cut meanwhile', () =>
    inFolder({ 'long.sip': message.repeat(count) }, (folder) => {
      const { source, close } = openText(folder.at('long.sip'), 1e9);
      truncateSync(folder.at('long.sip'), 100);
      assert.equal(source.slice(source.length - 5, source.length).trim(), '');
      close();
    }));
});

describe('writing a file', () => {
  it('replaces it and keeps its mode', () =>
    inFolder({ 'a.sip': 'old' }, (folder) => {
      chmodSync(folder.at('a.sip'), 0o640);
      writeFileAtomically(folder.at('a.sip'), bytes('new \u00e9'));
      assert.equal(readFileSync(folder.at('a.sip'), 'utf8'), 'new \u00e9');
      assert.equal(statSync(folder.at('a.sip')).mode & 0o777, 0o640);
      assert.deepEqual(readdirSync(folder.path), ['.git', 'a.sip']);
    }));

  it('keeps a symbolic link and replaces what it points to', () =>
    inFolder({ 'x/a.sip': 'old' }, (folder) => {
      symlinkSync(path.join('x', 'a.sip'), folder.at('link.sip'));
      writeFileAtomically(folder.at('link.sip'), bytes('new'));
      assert.ok(lstatSync(folder.at('link.sip')).isSymbolicLink());
      assert.equal(readFileSync(folder.at('x/a.sip'), 'utf8'), 'new');
      assert.deepEqual(readdirSync(folder.at('x')), ['a.sip']);
    }));

  it('makes a file, and can empty one', () =>
    inFolder({ 'a.sip': 'old' }, (folder) => {
      writeFileAtomically(folder.at('b.sip'), bytes('new'));
      assert.equal(readFileSync(folder.at('b.sip'), 'utf8'), 'new');
      writeFileAtomically(folder.at('a.sip'), new Uint8Array());
      assert.equal(readFileSync(folder.at('a.sip'), 'utf8'), '');
    }));

  it('writes many octets', () =>
    inFolder({}, (folder) => {
      const many = new Uint8Array(5_000_000).fill(65);
      writeFileAtomically(folder.at('a.sip'), many);
      assert.equal(readFileSync(folder.at('a.sip')).equals(many), true);
    }));

  it('leaves nothing behind where it fails', () =>
    inFolder({ 'a.sip/keep': '' }, (folder) => {
      assert.throws(() => writeFileAtomically(folder.at('a.sip'), bytes('new'))); // a folder
      assert.throws(() => writeFileAtomically(folder.at('gone/b.sip'), bytes('new')), { code: 'ENOENT' });
      assert.deepEqual(readdirSync(folder.path), ['.git', 'a.sip']);
      assert.deepEqual(readdirSync(folder.at('a.sip')), ['keep']);
    }));

  it('respects a write protection', function () {
    if (process.getuid?.() === 0) this.skip(); // nothing is protected from the superuser
    return inFolder({ 'a.sip': 'old' }, (folder) => {
      chmodSync(folder.at('a.sip'), 0o444);
      assert.throws(() => writeFileAtomically(folder.at('a.sip'), bytes('new')), { code: 'EACCES' });
      assert.equal(readFileSync(folder.at('a.sip'), 'utf8'), 'old');
    });
  });
});
