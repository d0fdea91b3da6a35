import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { FORMATS } from '../../src/formats/index.js';
import { createColors } from '../../src/terminal/colors.js';
import { printable } from '../../src/terminal/printable.js';
import { PROBLEMS, render } from './sample.js';

/** UPDATE_SNAPSHOTS=1 writes the files anew: read the difference before committing it. */
const isUpdate = process.env.UPDATE_SNAPSHOTS === '1';

describe('formats write what they wrote', () => {
  for (const { name, load } of FORMATS) {
    it(name, async () => {
      const text = render((await load()).default, undefined, { problems: PROBLEMS });
      const file = new URL(`snapshots/${name}.txt`, import.meta.url);
      if (isUpdate) writeFileSync(file, text);
      assert.equal(text, readFileSync(file, 'utf8'));
    });
  }
});

describe('formats let nothing act on a terminal', () => {
  for (const { name, load } of FORMATS) {
    it(name, async () => {
      const text = render((await load()).default, undefined, { problems: PROBLEMS });
      const line = text.split('\n').find((each) => printable(each) !== each);
      assert.equal(line, undefined);
    });
  }
});

describe('formats for people', () => {
  for (const name of ['stylish', 'frame']) {
    it(`${name} says the same with and without colour`, async () => {
      const format = await FORMATS.find((known) => known.name === name)?.load();
      assert.ok(format);
      const colored = render(format.default, undefined, { colors: createColors(true) });
      assert.match(colored, /\u001b\[31m/);
      assert.equal(colored.replace(/\u001b\[\d+m/g, ''), render(format.default));
    });

    it(`${name} says the same on a narrow terminal, and breaks no word`, async () => {
      const format = await FORMATS.find((known) => known.name === name)?.load();
      assert.ok(format);
      const words = (text: string) => text.split(/\s+/).filter(Boolean);
      const narrow = render(format.default, undefined, { wraps: true, width: 60 });
      assert.deepEqual(words(narrow), words(render(format.default, undefined, { width: 60 })));
      const tooLong = narrow.split('\n').filter((line) => line.length > 60 && /^(?: +\d+:\d+ |\w+: )/.test(line));
      assert.deepEqual(tooLong, []);
    });
  }
});
