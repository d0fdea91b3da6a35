import assert from 'node:assert/strict';
import { configsIn, errors, severities } from './load-config.js';
import { inFolder } from './temporary-folder.js';

const meta = 'category: "style", title: "T", severity: "warning", messages: { m: "M" }';
const rule = (id: string) => `{ meta: { id: "${id}", presets: ["recommended"], ${meta} }, create: () => ({}) }`;
const plugin = (name: string, more = '') =>
  `export default { meta: { name: "${name}", version: "1.0.0", apiVersion: 1 }, rules: { r: ${rule('r')} }${more} };\n`;
const using = (...plugins: string[]) => `{ "plugins": ${JSON.stringify(plugins)}, "rules": { "house/r": "error" } }`;

describe('plugins', () => {
  const good: [name: string, files: Record<string, string>][] = [
    ['a module', { 'siplint.config.json': using('./house.mjs'), 'house.mjs': plugin('house') }],
    ['TypeScript', { 'siplint.config.json': using('./house.ts'), 'house.ts': `type A = string;\n${plugin('house')}` }],
    [
      'CommonJS',
      {
        'siplint.config.json': using('./house.cjs'),
        'house.cjs': plugin('house').replace('export default', 'module.exports ='),
      },
    ],
    [
      'a package',
      {
        'siplint.config.json': using('@acme/siplint-plugin'),
        'node_modules/@acme/siplint-plugin/package.json': '{ "type": "module", "exports": { "import": "./index.js" } }',
        'node_modules/@acme/siplint-plugin/index.js': plugin('house'),
      },
    ],
    [
      'one that an extended file in another folder lists',
      {
        'siplint.config.json': '{ "extends": "./shared/a.json" }',
        'shared/a.json': using('./house.mjs'),
        'shared/house.mjs': plugin('house'),
      },
    ],
    [
      'one that two files list',
      {
        'siplint.config.json': '{ "extends": "./a.json", "plugins": ["./house.mjs"] }',
        'a.json': using('./house.mjs'),
        'house.mjs': plugin('house'),
      },
    ],
  ];
  for (const [name, files] of good) {
    it(`takes ${name}`, async () => assert.equal(await severities(files, ['house/r', 'limit']), 'error info'));
  }

  it('gives their presets', async () => {
    const files = {
      'siplint.config.json': '{ "plugins": ["./house.mjs"], "extends": ["house/soft", "recommended"] }',
      'house.mjs': plugin('house', ', presets: { soft: { rules: { r: "hint" } } }'),
    };
    assert.equal(await severities(files, ['house/r', 'limit']), 'hint info');
  });

  it('tells their files, for who watches', () =>
    inFolder({ 'siplint.config.json': using('./house.mjs'), 'house.mjs': plugin('house') }, async (folder) => {
      const { sources } = await configsIn(folder).forFile('a.sip');
      assert.deepEqual(sources, [folder.at('siplint.config.json'), folder.at('house.mjs')]);
    }));

  it('runs a plugin again when it has changed', () =>
    inFolder({ 'siplint.config.json': using('./house.mjs'), 'house.mjs': plugin('house') }, async (folder) => {
      await configsIn(folder).forFile('a.sip');
      await new Promise((resolve) => setTimeout(resolve, 20)); // so that the time of the file differs
      folder.write({ 'house.mjs': 'export default 5;' });
      await assert.rejects(configsIn(folder).forFile('a.sip'), /default export is no plugin/);
    }));

  const at = 'siplint.config.json:1:15: plugins[0]: plugin';
  const broken: [name: string, files: Record<string, string>, ...expected: string[]][] = [
    [
      'one that throws',
      { 'house.mjs': '\nthrow new Error("no luck");' },
      `${at} "./house.mjs" could not be loaded: no luck (house.mjs:2)`,
    ],
    [
      'one with a syntax error',
      { 'house.mjs': '\n\nexport default {' },
      `${at} "./house.mjs" could not be loaded: Unexpected end of input (house.mjs:3)`,
    ],
    ['one that is not there', {}, `${at} "./house.mjs" cannot be found`],
    [
      'one without a default export',
      { 'house.mjs': 'export const x = 1;' },
      `${at} "./house.mjs" has no default export`,
    ],
    [
      'one for a newer interface',
      { 'house.mjs': 'export default { meta: { name: "house", version: "9", apiVersion: 2 }, rules: {} };' },
      `${at} "./house.mjs" cannot be used: it is made for plugin interface 2, but this siplint has 1: update siplint`,
    ],
    [
      'one of a wrong shape',
      {
        'house.mjs':
          'export default { meta: { name: "house", version: "1", apiVersion: 1 }, rules: { r: { meta: {} }, q: 5 } };',
      },
      `${at} "./house.mjs" cannot be used: rule "r": meta.id must equal the key that it stands under, found undefined`,
      `${at} "./house.mjs" cannot be used: rule "r": meta.category must be a text`,
      `${at} "./house.mjs" cannot be used: rule "r": meta.title must be a text`,
      `${at} "./house.mjs" cannot be used: rule "r": meta.severity must be one of error, warning, info, hint`,
      `${at} "./house.mjs" cannot be used: rule "r": meta.messages must hold one text or more by message id`,
      `${at} "./house.mjs" cannot be used: rule "r": create must be a function`,
      `${at} "./house.mjs" cannot be used: rule "q" is no rule: expected { meta: { … }, create }`,
    ],
    [
      'one with a rule that cannot be created',
      { 'house.mjs': plugin('house').replace('create: () => ({})', 'create() { throw new Error("no"); }') },
      `${at} "./house.mjs" cannot be used: rule "r": create threw: no`,
    ],
  ];
  for (const [name, files, ...expected] of broken) {
    it(`refuses ${name}`, async () => {
      assert.deepEqual(await errors({ 'siplint.config.json': using('./house.mjs'), ...files }), expected);
    });
  }

  it('refuses a package that is not installed, data, and a second plugin of a name', async () => {
    const files = {
      'siplint.config.json': using('./house.mjs', 'siplint-plugin-gone', './data.json', './again.mjs'),
      'house.mjs': plugin('house'),
      'again.mjs': plugin('house'),
      'data.json': '{}',
    };
    assert.deepEqual(await errors(files), [
      'siplint.config.json:1:29: plugins[1]: plugin "siplint-plugin-gone" cannot be found',
      'siplint.config.json:1:51: plugins[2]: plugin "./data.json" is no module: expected a .ts, .mts, .js, .mjs or .cjs file',
      'siplint.config.json:1:65: plugins[3]: plugin "./again.mjs" has the name "house", which "./house.mjs" has already',
    ]);
  });
});
