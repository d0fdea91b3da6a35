import assert from 'node:assert/strict';
import { ConfigFailure, shapeSchema } from '@siplint/core';
import { Ajv } from 'ajv';
import { readConfig } from '../../src/config/check-shape.js';
import { validateShape } from '../../src/config/generated/validate-shape.js';

const SEVERITY = 'a severity ("off", "hint", "info", "warning", "error") or [severity, options]';
const TURN_ON = 'Write the severity that it shall have: "error", "warning", "info" or "hint"';
const WHOLE_FILES =
  'cannot stand beside "messages", as it says how whole files are judged; put it in an override without "messages"';

/** A configuration, and what is wrong with it: key, message, hint. */
const broken: [config: unknown, ...errors: [keyPath: string, message: string, hint?: string][]][] = [
  [5, ['', `expected ${keysOf(shapeSchema())}, found 5`]],
  [null, ['', `expected ${keysOf(shapeSchema())}, found nothing (null)`]],
  [[], ['', `expected ${keysOf(shapeSchema())}, found an empty list`]],
  [{ rulez: {} }, ['rulez', 'unknown key "rulez"', 'Did you mean "rules"?']],
  [
    { rules: { a: true, b: false } },
    ['rules.a', `expected ${SEVERITY}, found true`, TURN_ON],
    ['rules.b', `expected ${SEVERITY}, found false`, 'Write "off" to turn a rule off'],
  ],
  [{ rules: { a: 'warn' } }, ['rules.a', `expected ${SEVERITY}, found "warn"`, 'Did you mean "warning"?']],
  [{ rules: { a: 'eror' } }, ['rules.a', `expected ${SEVERITY}, found "eror"`, 'Did you mean "error"?']],
  [{ rules: { a: 2 } }, ['rules.a', `expected ${SEVERITY}, found 2`, 'Did you mean "error"?']],
  [{ rules: { a: [] } }, ['rules.a', 'expected [severity, options], found an empty list']],
  [{ rules: { a: ['error', {}, {}] } }, ['rules.a', 'expected [severity, options], found a list']],
  [{ rules: { a: ['on', {}] } }, ['rules.a[0]', `expected ${SEVERITY}, found "on"`]],
  [{ rules: { a: {} } }, ['rules.a', `expected ${SEVERITY}, found an empty object`]],
  [{ rules: ['a'] }, ['rules', 'expected settings by rule id, such as { "missing-to": "error" }, found a list']],
  [{ extends: 5 }, ['extends', 'expected the name of a preset, a file or a package, found 5']],
  [{ extends: ['x', ''] }, ['extends[1]', 'expected the name of a preset, a file or a package, found ""']],
  [{ plugins: 'x' }, ['plugins', 'expected a list, as in ["…"], found "x"']],
  [{ root: 'yes' }, ['root', 'expected true or false, found "yes"']],
  [
    { expectations: 'require' },
    ['expectations', 'expected one of "optional", "required", found "require"', 'Did you mean "required"?'],
  ],
  [{ settings: { wire: { eol: 'lf' } } }, ['settings.wire.eol', 'expected one of "auto", "as-is", "crlf", found "lf"']],
  [
    { settings: { placeholders: ['sip'] } },
    ['settings.placeholders[0]', 'expected one of "braces", "dollar", "sipp", found "sip"', 'Did you mean "sipp"?'],
  ],
  [
    { settings: { placeholders: 'all' } },
    ['settings.placeholders', 'expected "auto" or a list of "braces", "dollar", "sipp", found "all"'],
  ],
  [
    { settings: { limits: { messages: 0, fileBytes: 1.5 } } },
    ['settings.limits.fileBytes', 'expected a whole number from 1, found 1.5'],
    ['settings.limits.messages', 'expected a whole number from 1, found 0'],
  ],
  [{ overrides: [{ rules: {} }] }, ['overrides[0]', 'the key "files" is missing']],
  [
    { overrides: [{ files: 'x', messages: {} }] },
    ['overrides[0].messages', 'expected an object with "method", "status", "index", "title", found an empty object'],
  ],
  [
    { overrides: [{ files: 'x', messages: { index: 0 }, settings: {}, expectations: 'required' }] },
    ['overrides[0].expectations', WHOLE_FILES],
    ['overrides[0].settings', WHOLE_FILES],
  ],
  [
    { overrides: [{ files: 'x', messages: { status: '7xx', index: -1, method: 5 } }] },
    ['overrides[0].messages.index', 'expected a position from 0: 2 or "2-4", found -1'],
    ['overrides[0].messages.method', 'expected a method, such as "INVITE", found 5'],
    ['overrides[0].messages.status', 'expected a status: 486, "4xx" or "480-489", found "7xx"'],
  ],
  [
    { overrides: [{ files: 'x', messages: { status: [200, '300-200'] } }] },
    ['overrides[0].messages.status', 'the range "300-200" ends before it begins'],
  ],
  [JSON.parse('{"rules": {"__proto__": {"a": 1}}}'), ['rules.__proto__', `expected ${SEVERITY}, found an object`]],
];

const valid: unknown[] = [
  {},
  { $schema: './siplint.schema.json', root: true, extends: 'strict', plugins: [], files: ['*.txt'], ignores: ['x/'] },
  { rules: { a: 'off', b: ['error'], 'house/c': ['hint', { any: ['thing'] }], 'category:via': 'info' } },
  { settings: { wire: { eol: 'as-is' }, placeholders: ['sipp'], limits: { findingsPerRule: 1 } } },
  { settings: { placeholders: [], suppressions: { reportUnused: true, requireReasons: false } } },
  { overrides: [{ files: ['a', 'b'], messages: { status: ['4xx', 200, '100-199'], index: '0-3', title: 'x*' } }] },
  { overrides: [{ files: 'a', settings: {}, expectations: 'optional' }], expectations: 'required' },
];

describe('shape of a configuration', () => {
  for (const [config, ...expected] of broken) {
    it(`${JSON.stringify(config)} is refused`, () => {
      const errors = errorsOf(config).map(({ keyPath, message, hint }) =>
        hint ? [keyPath, message, hint] : [keyPath, message],
      );
      assert.deepEqual(errors, expected);
    });
  }

  for (const config of valid) {
    it(`${JSON.stringify(config)} is taken`, () => assert.equal(readConfig(config, { name: 'f' }), config));
  }

  it('names the known keys where none is near', () => {
    const [error] = errorsOf({ xyzzy: 1 });
    assert.match(error?.hint ?? '', /^Known keys: "\$schema", "root", "extends"/);
  });

  it('tells the keys of prototypes apart from keys', () => {
    const keys = errorsOf(JSON.parse('{"__proto__": {}, "constructor": 1}')).map(({ keyPath }) => keyPath);
    assert.deepEqual(keys, ['__proto__', 'constructor']);
  });
});

describe('compiled validator', () => {
  it('says what the schema says', () => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    const validate = ajv.compile(shapeSchema());
    for (const config of [...valid, ...broken.map(([config]) => config)]) {
      assert.equal(validateShape(config), validate(config), JSON.stringify(config));
      const found = (errors: typeof validate.errors) =>
        errors?.map((error) => `${error.schemaPath} ${error.instancePath}`);
      assert.deepEqual(found([...(validateShape.errors ?? [])]), found(validate.errors ?? []));
    }
  });
});

function errorsOf(config: unknown) {
  try {
    readConfig(config, { name: 'f' });
  } catch (error) {
    assert.ok(error instanceof ConfigFailure);
    return error.errors;
  }
  assert.fail('it was taken');
}

function keysOf(schema: Readonly<Record<string, unknown>>): string {
  return String(schema.errorMessage);
}
