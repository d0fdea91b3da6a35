import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { ConfigFailure, type ConfigLayer } from '@siplint/core';
import { CONFIG_NAMES } from '@siplint/core/node';
import { configsIn, errors, severities } from './load-config.js';
import { inFolder } from './temporary-folder.js';

const limit = (severity: string) => `{ "rules": { "limit": "${severity}" } }`;

describe('finding the configuration', () => {
  const files = {
    'siplint.config.json': limit('error'),
    'a/b/siplint.config.yaml': 'rules: { limit: hint }\n',
    'a/b/c/a.sip': '',
    'a/package.json': '{ "name": "no configuration", "dependencies": { "siplint": "1.0.0" } }',
    'd/package.json': '{ "siplint": { "rules": { "limit": "warning" } } }',
    'e/package.json': 'broken "siplint"',
  };
  const cases: [file: string, severity: string][] = [
    ['x.sip', 'error'],
    ['a/x.sip', 'error'],
    ['a/b/x.sip', 'hint'],
    ['a/b/c/x.sip', 'hint'],
    ['d/x.sip', 'warning'],
    ['e/x.sip', 'error'],
    ['not/there/x.sip', 'error'],
  ];
  it('takes the nearest one upward', () =>
    inFolder(files, async (folder) => {
      const configs = configsIn(folder);
      for (const [file, severity] of cases) {
        const { config } = await configs.forFile(file);
        const { active } = config.forFile(folder.at(file)).selection.forFile;
        assert.equal(active.find(({ id }) => id === 'limit')?.severity, severity, file);
      }
    }));

  it('shares it between folders', () =>
    inFolder(files, async (folder) => {
      const configs = configsIn(folder);
      assert.equal(await configs.forFolder('.'), await configs.forFolder('a'));
      assert.notEqual(await configs.forFolder('a'), await configs.forFolder('a/b'));
    }));

  it('stops at the root of the repository', () =>
    inFolder({ 'siplint.config.json': limit('error'), 'repository/x/a.sip': '' }, async (folder) => {
      mkdirSync(folder.at('repository/.git'));
      const { config, sources } = await configsIn(folder).forFile('repository/x/a.sip');
      assert.deepEqual(sources, []);
      assert.equal(config.forFile('a.sip').selection.forFile.active.find(({ id }) => id === 'limit')?.severity, 'info');
    }));

  it('refuses two in one folder and names them', async () => {
    const two = { 'x/siplint.config.json': '{}', 'x/siplint.config.yaml': '', 'x/package.json': '{"siplint": {}}' };
    await inFolder(two, async (folder) => {
      await assert.rejects(configsIn(folder).forFile('x/a.sip'), (error) => {
        assert.ok(error instanceof ConfigFailure);
        const names = 'x/siplint.config.json, x/siplint.config.yaml, x/package.json';
        assert.equal(error.errors[0]?.message, `there are several configurations in one folder: ${names}`);
        return true;
      });
    });
  });

  it('knows the names', () => {
    assert.equal(CONFIG_NAMES.length, 9);
    assert.ok(CONFIG_NAMES.every((name) => name.startsWith('siplint.config.')));
  });
});

describe('configuration of a run', () => {
  const files = { 'siplint.config.json': limit('error'), 'conf/other.yaml': 'rules: { limit: hint }\n' };

  it('is another file where one is named, with globs relative to the working directory', () =>
    inFolder(
      { ...files, 'conf/other.yaml': 'overrides: [{ files: "fixtures/*", rules: { limit: hint } }]\n' },
      async (folder) => {
        const { config, sources } = await configsIn(folder, { configFile: 'conf/other.yaml' }).forFile(
          'fixtures/a.sip',
        );
        assert.deepEqual(sources, [folder.at('conf/other.yaml')]);
        const { active } = config.forFile(folder.at('fixtures/a.sip')).selection.forFile;
        assert.equal(active.find(({ id }) => id === 'limit')?.severity, 'hint');
      },
    ));

  it('is none where none is wanted', async () => {
    assert.equal(await severities(files, ['limit'], { search: false }), 'info');
  });

  it('tells of a named file that is not there', async () => {
    const [error = ''] = await errors({}, { configFile: 'gone.json' });
    assert.match(error, /^gone\.json: cannot be read: no such file or folder$/);
  });

  it('takes a preset and layers above', async () => {
    const layers: ConfigLayer[] = [{ name: '--rule', config: { rules: { 'blank-lines': 'error' } } }];
    assert.equal(await severities(files, ['limit', 'ims-header'], { preset: 'strict' }), 'error warning');
    assert.equal(await severities(files, ['limit', 'blank-lines'], { layers }), 'error error');
    assert.equal(await severities({}, ['limit', 'blank-lines'], { layers }), 'info error');
  });

  it('refuses a preset and layers that name what does not exist', async () => {
    const layers: ConfigLayer[] = [{ name: '--rule', config: { rules: { limt: 'error' } } }];
    assert.deepEqual(await errors({}, { preset: 'stict', layers }), [
      '--preset: there is no preset "stict"\n  Did you mean "strict"?',
      '--rule: rules.limt: there is no rule "limt"\n  Did you mean "limit"?',
    ]);
  });
});

describe('extends', () => {
  it('lays a file over what it extends, in the order given', async () => {
    const files = {
      'siplint.config.json': '{ "extends": ["./base/a.yaml", "./base/b.mjs"], "rules": { "rseq-order": "hint" } }',
      'base/a.yaml': 'extends: [syntax, ./deep.json]\nrules: { via-branch: warning, rseq-order: error }\n',
      'base/deep.json': '{ "rules": { "limit": "error", "via-branch": "error" } }',
      'base/b.mjs': 'export default { rules: { "rack-grammar": "info" } };',
    };
    const ids = ['via-grammar', 'rack-grammar', 'limit', 'via-branch', 'rseq-order', 'blank-lines'];
    assert.equal(await severities(files, ids), 'error info error warning hint -');
  });

  it('keeps the recommended preset where only files are extended that name none', async () => {
    const files = { 'siplint.config.json': '{ "extends": "./a.json" }', 'a.json': '{ "rules": { "limit": "off" } }' };
    assert.equal(await severities(files, ['limit', 'via-branch']), '- error');
  });

  it('takes globs of an extended file as relative to the first one', () =>
    inFolder(
      {
        'siplint.config.json': '{ "extends": "./shared/base.json" }',
        'shared/base.json':
          '{ "overrides": [{ "files": "torture/*", "rules": { "limit": "off" } }], "ignores": ["old/"] }',
      },
      async (folder) => {
        const { config } = await configsIn(folder).forFile('a.sip');
        const { active } = config.forFile(folder.at('torture/a.sip')).selection.forFile;
        assert.equal(
          active.some(({ id }) => id === 'limit'),
          false,
        );
        assert.equal(config.isIgnored(folder.at('old/a.sip')), true);
      },
    ));

  it('takes a file twice where two files extend it', async () => {
    const files = {
      'siplint.config.json': '{ "extends": ["./a.json", "./b.json"] }',
      'a.json': '{ "extends": "./base.json" }',
      'b.json': '{ "extends": "./base.json", "rules": { "limit": "hint" } }',
      'base.json': limit('error'),
    };
    assert.equal(await severities(files, ['limit']), 'hint');
  });

  it('finds packages', async () => {
    const files = {
      'siplint.config.json': '{ "extends": ["siplint-config-acme", "@acme/siplint-config/soft.json"] }',
      'node_modules/siplint-config-acme/package.json': '{ "exports": { "import": "./index.mjs" } }',
      'node_modules/siplint-config-acme/index.mjs': 'export default { extends: "strict", rules: { limit: "error" } };',
      'node_modules/@acme/siplint-config/soft.json': '{ "rules": { "via-branch": "hint" } }',
    };
    assert.equal(await severities(files, ['limit', 'via-branch', 'blank-lines']), 'error hint hint');
  });

  const broken: [name: string, files: Record<string, string>, ...expected: string[]][] = [
    [
      'a circle',
      {
        'siplint.config.json': '{ "extends": ["./a.yaml"] }',
        'a.yaml': 'extends: ./b.json\n',
        'b.json': '{ "extends":\n  "./a.yaml" }',
      },
      'b.json:2:3: extends: "extends" goes in a circle: a.yaml → b.json → a.yaml',
    ],
    [
      'itself',
      { 'siplint.config.yaml': 'extends: ./siplint.config.yaml\n' },
      'siplint.config.yaml:1:10: extends: "extends" goes in a circle: siplint.config.yaml → siplint.config.yaml',
    ],
    [
      'a file that is not there',
      { 'siplint.config.json': '{ "extends": ["recommended", "./gone.json"] }' },
      'siplint.config.json:1:30: extends[1]: there is no file "./gone.json"\n  It is looked for from the folder of this file',
    ],
    [
      'a preset that is none',
      { 'siplint.config.json': '{ "extends": "recomended" }' },
      'siplint.config.json:1:14: extends: there is no preset "recomended", and no such package is installed\n' +
        '  Did you mean "recommended"?',
    ],
    [
      'a module of Node',
      { 'siplint.config.json': '{ "extends": "fs" }' },
      'siplint.config.json:1:14: extends: there is no preset "fs", and no such package is installed\n' +
        '  Presets: "recommended", "strict", "syntax", "rfc3261", "ims"',
    ],
    [
      'a file with errors, which are told at their place',
      { 'siplint.config.json': '{ "extends": "./a.yaml" }', 'a.yaml': 'rules:\n  limt: off\n' },
      'a.yaml:2:3: rules.limt: there is no rule "limt"\n  Did you mean "limit"?',
    ],
  ];
  for (const [name, files, ...expected] of broken) {
    it(`refuses ${name}`, async () => assert.deepEqual(await errors(files), expected));
  }
});

describe('a workspace that is not trusted', () => {
  it('runs no configuration that is code', async () => {
    for (const name of CONFIG_NAMES.filter((file) => /\.[cm]?[jt]s$/.test(file))) {
      const [error = ''] = await errors({ [name]: 'throw new Error("it ran");' }, { allowCode: false });
      assert.equal(
        error,
        `${name}: is code, and code does not run in a workspace that is not trusted\n` +
          '  Trust the workspace, or write the configuration as JSON or YAML',
      );
    }
  });

  it('runs no plugin and no extended file that is code', async () => {
    const code = 'throw new Error("it ran");';
    assert.deepEqual(
      await errors({ 'siplint.config.json': '{ "plugins": ["./p.mjs"] }', 'p.mjs': code }, { allowCode: false }),
      [
        'siplint.config.json:1:15: plugins[0]: plugin "./p.mjs" is code, and code does not run in a workspace that is not trusted',
      ],
    );
    const [error = ''] = await errors(
      { 'siplint.config.json': '{ "extends": "./p.mjs" }', 'p.mjs': code },
      { allowCode: false },
    );
    assert.match(error, /^p\.mjs: is code/);
  });

  it('takes JSON and YAML', async () => {
    const files = { 'siplint.config.json': '{ "extends": "./a.yaml" }', 'a.yaml': 'rules: { limit: error }\n' };
    assert.equal(await severities(files, ['limit'], { allowCode: false }), 'error');
  });
});
