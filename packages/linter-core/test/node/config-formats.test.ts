import assert from 'node:assert/strict';
import { errors, severities } from './load-config.js';

const SEVERITY = 'expected a severity ("off", "hint", "info", "warning", "error") or [severity, options], found';

describe('configuration formats', () => {
  const good: [file: string, content: string][] = [
    ['siplint.config.json', '{ "rules": { "limit": "error" } }'],
    ['siplint.config.json', '\uFEFF{ "rules": { "limit": "error" } }'],
    ['siplint.config.jsonc', '// why\n{ "rules": { /* here */ "limit": ["error", { "most": 5, }], }, }'],
    ['siplint.config.yaml', '# why\nrules:\n  limit: error\n'],
    ['siplint.config.yml', 'rules: { limit: error }\n'],
    ['siplint.config.yaml', 'rules: &all { limit: error }\noverrides: [{ files: x, rules: *all }]\n'],
    ['siplint.config.mjs', 'export default { rules: { limit: "error" } };'],
    ['siplint.config.cjs', 'module.exports = { rules: { limit: "error" } };'],
    ['siplint.config.cjs', 'exports.__esModule = true; exports.default = { rules: { limit: "error" } };'],
    ['siplint.config.mjs', 'export default Promise.resolve({ rules: { limit: "error" } });'],
    ['siplint.config.ts', 'const level: string = "error"; export default { rules: { limit: level } };'],
    ['siplint.config.mts', 'enum Level { high = "error" } export default { rules: { limit: Level.high } };'],
    ['package.json', '{ "name": "x", "siplint": { "rules": { "limit": "error" } } }'],
  ];
  for (const [file, content] of good) {
    it(`${file} ${JSON.stringify(content)}`, async () => {
      assert.equal(await severities({ [file]: content }, ['limit', 'via-branch']), 'error error');
    });
  }

  it('siplint.config.js is what package.json says', async () => {
    const commonJs = {
      'package.json': '{"type": "commonjs"}',
      'siplint.config.js': 'module.exports = { extends: [] };',
    };
    assert.equal(await severities(commonJs, ['limit']), '-');
    const module = { 'package.json': '{"type": "module"}', 'siplint.config.js': 'export default { extends: [] };' };
    assert.equal(await severities(module, ['limit']), '-');
  });

  it('a file of comments only says nothing', async () => {
    assert.equal(await severities({ 'siplint.config.yaml': '# nothing yet\n' }, ['limit']), 'info');
  });

  const broken: [file: string, content: string, ...expected: string[]][] = [
    // JSON
    ['siplint.config.json', '', '1:1: a value is expected here\n  JSON has no comma behind the last member'],
    [
      'siplint.config.json',
      '{\n  "rules": { "limit": "error", }\n}',
      '2:32: a key in double quotes is expected here\n  JSON has no comma behind the last member',
    ],
    [
      'siplint.config.json',
      '{\n  // why\n}',
      '2:3: JSON has no comments\n  Name the file siplint.config.jsonc to write some',
    ],
    ['siplint.config.json', '{ "rules": {}\n  "files": [] }', '2:3: "," is expected here'],
    [
      'siplint.config.json',
      '{ "rules": { "limit": error } }',
      '1:23: this is no JSON value\n  Texts stand in double quotes',
    ],
    ['siplint.config.json', '{ "rules": {},\n  "rules": {} }', '2:3: the key "rules" stands twice'],
    [
      'siplint.config.json',
      '{\n  "rules": {\n    "limit": true } }',
      `3:14: rules.limit: ${SEVERITY} true\n  Write the severity that it shall have: "error", "warning", "info" or "hint"`,
    ],
    ['siplint.config.json', '{\n  "rulez": {} }', '2:3: rulez: unknown key "rulez"\n  Did you mean "rules"?'],
    [
      'siplint.config.json',
      '{ "__proto__": {} }',
      '1:3: __proto__: unknown key "__proto__"\n  Known keys: "$schema", "root", "extends", "plugins", "rules", "settings", "expectations", "files", "ignores", "overrides"',
    ],
    ['siplint.config.json', '['.repeat(50_000), ' the nesting is too deep'],
    // JSONC
    [
      'siplint.config.jsonc',
      '{ // why\n  "rules": { "limit": ["error", { "most": 0 }], "limt": "off" } }',
      '2:43: rules.limit[1].most: expected 1 or more, found 0',
      '2:49: rules.limt: there is no rule "limt"\n  Did you mean "limit"?',
    ],
    // YAML
    ['siplint.config.yaml', 'rules:\n  limit: error\n  limit: off\n', '3:3: map keys must be unique'],
    [
      'siplint.config.yaml',
      'rules:\n  limit: [error\n',
      '3:1: flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['siplint.config.yaml', 'rules:\n  limit: *level\n', '2:10: there is no anchor "level" before this alias'],
    ['siplint.config.yaml', 'rules: !!js/function "x"\n', '1:8: unresolved tag: tag:yaml.org,2002:js/function'],
    [
      'siplint.config.yaml',
      'rules:\n',
      '1:7: rules: expected settings by rule id, such as { "missing-to": "error" }, found nothing (null)',
    ],
    [
      'siplint.config.yaml',
      'rules:\n  limit: warn\n',
      `2:10: rules.limit: ${SEVERITY} "warn"\n  Did you mean "warning"?`,
    ],
    [
      'siplint.config.yml',
      'overrides:\n  - files: x\n    rules:\n      limt: off\n',
      '4:7: overrides[0].rules.limt: there is no rule "limt"\n  Did you mean "limit"?',
    ],
    [
      'siplint.config.yaml',
      'extends:\n  - recommended\n  - stict\n',
      '3:5: extends[1]: there is no preset "stict", and no such package is installed\n  Did you mean "strict"?',
    ],
    [
      'siplint.config.yaml',
      'settings: { limits: { messages: -1 } }\n',
      '1:33: settings.limits.messages: expected a whole number from 1, found -1',
    ],
    [
      'siplint.config.yaml',
      '- rules\n',
      '1:1: expected an object with "root", "extends", "plugins", "rules", "settings", "expectations", "files", "ignores", "overrides", found a list',
    ],
    ['siplint.config.yaml', '['.repeat(20_000), '1:'],
    // code
    [
      'siplint.config.mjs',
      'export default {\n rules: { "limit" "error" } };',
      '2:19: could not be loaded: Unexpected string',
    ],
    [
      'siplint.config.cjs',
      'module.exports = {\n rules: { "limit" "error" } };',
      '2: could not be loaded: Unexpected string',
    ],
    [
      'siplint.config.ts',
      'export default {\n rules: { "limit" "error" } };',
      '2:19: could not be loaded: Unexpected token',
    ],
    ['siplint.config.mjs', '\nthrow new Error("boom");', '2:7: could not be loaded: boom'],
    ['siplint.config.mts', '\nthrow new Error("boom");', '2: could not be loaded: boom'],
    ['siplint.config.mjs', 'export const config = {};', ' has no default export'],
    ['siplint.config.mts', 'export const config = {};', ' has no default export'],
    ['siplint.config.ts', 'const config = {};', ' has no default export'],
    [
      'siplint.config.mjs',
      'export default { rules: { limit: true } };',
      ` rules.limit: ${SEVERITY} true\n  Write the severity that it shall have: "error", "warning", "info" or "hint"`,
    ],
    [
      'siplint.config.ts',
      'export default () => ({});',
      ' expected an object with "root", "extends", "plugins", "rules", "settings", "expectations", "files", "ignores", "overrides", found a function',
    ],
    // package.json
    [
      'package.json',
      '{ "name": "x",\n  "siplint": { "rules": { "limt": "off" } } }',
      '2:27: rules.limt: there is no rule "limt"\n  Did you mean "limit"?',
    ],
    ['package.json', '{ "name": "x",\n  "siplint": { "rules": {} }\n', '3:1: "}" is expected here'],
    [
      'package.json',
      '{\n  "siplint": 5 }',
      '2:14: expected an object with "root", "extends", "plugins", "rules", "settings", "expectations", "files", "ignores", "overrides", found 5',
    ],
  ];
  for (const [file, content, ...expected] of broken) {
    it(`${file} ${JSON.stringify(content.slice(0, 60))}`, async () => {
      const found = await errors({ [file]: content });
      assert.equal(found.length, expected.length, found.join('\n'));
      for (const [index, text] of expected.entries()) {
        if (text === '1:') assert.match(found[index] ?? '', /^siplint\.config\.yaml:1:\d+: the nesting is too deep$/);
        else assert.equal(found[index], `${file}:${text}`);
      }
    });
  }

  it('leave prototypes alone', async () => {
    const json = '{ "rules": { "__proto__": "off", "limit": ["error", { "__proto__": { "polluted": true } }] } }';
    const found = await errors({ 'siplint.config.json': json });
    assert.equal(found.length, 2);
    assert.equal('polluted' in {}, false);
  });
});
