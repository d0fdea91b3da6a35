import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { FileTooLarge, readFileBytes, writeFileAtomically } from '@siplint/core/node';
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
