import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type AnyRule,
  ISSUE_CODES,
  isAtLeast,
  isEngineRule,
  MIME_ISSUE_CODES,
  type RequirementLevel,
  type Severity,
} from '@siplint/core';
import { ruleChecks } from '@siplint/core/testing';
import { rules } from '../src/index.js';

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');
const PRESETS = new Set(['recommended']);

describe('every rule', () => {
  for (const rule of rules) {
    describe(rule.meta.id, () => {
      for (const [name, check] of metaChecks(rule)) it(name, check);
      for (const { name, run } of ruleChecks(rule, { among: rules })) it(name, run);
    });
  }

  it('has an id of its own', () => {
    const ids = rules.map(({ meta }) => meta.id);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
  });
});

/** Codes of header fields that other documents define, whose rules come with a later version. */
const OF_EXTENSIONS = /^(class|geolocation|mime\.part|rack|refer-to|referred-by)\./;

describe('codes of the grammar', () => {
  const owners = ownersByCode();
  // Rules about SDP come with a later version.
  const codes = [...Object.keys(ISSUE_CODES), ...Object.keys(MIME_ISSUE_CODES)];

  for (const code of codes) {
    const isOfExtension = OF_EXTENSIONS.test(code);
    it(`${code} belongs to ${isOfExtension ? 'no more than one' : 'one'} rule`, () => {
      const count = owners.get(code)?.length ?? 0;
      assert.ok(count === 1 || (isOfExtension && count === 0), owners.get(code)?.join(', ') ?? 'no rule');
    });
  }

  it('are those that rules name', () => {
    assert.deepEqual(
      [...owners.keys()].filter((code) => !codes.includes(code)),
      [],
    );
  });
});

function metaChecks({ meta }: AnyRule): [name: string, check: () => void][] {
  const { id, category, docs } = meta;
  return [
    ['is named as its file', () => assert.ok(readdirSync(join(SOURCE, category)).includes(`${id}.ts`))],
    [
      'has an id in kebab case that the engine does not use',
      () => {
        assert.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
        assert.ok(!isEngineRule(id));
      },
    ],
    ['has a title without a full stop', () => assert.match(meta.title, /^[A-Z"].*[^.\s]$/)],
    [
      'says what it demands and why',
      () => {
        assert.match(docs?.what ?? '', /\.$/);
        assert.match(docs?.why ?? '', /\.$/);
      },
    ],
    [
      'has examples of both kinds',
      () => {
        assert.notEqual(docs?.bad.length ?? 0, 0);
        assert.notEqual(docs?.good.length ?? 0, 0);
      },
    ],
    [
      'cites the documents',
      () => {
        assert.notEqual(meta.references?.length ?? 0, 0);
        for (const { rfc, standard } of meta.references ?? []) assert.ok(rfc !== undefined || standard !== undefined);
      },
    ],
    [
      'names presets that there are',
      () =>
        assert.deepEqual(
          (meta.presets ?? []).filter((name) => !PRESETS.has(name)),
          [],
        ),
    ],
    ['has a severity that befits its level', () => assert.deepEqual(severityProblems(meta), [])],
    ['says why its fix is safe or not', () => assert.equal(meta.fixable !== undefined, docs?.fixSafety !== undefined)],
    ['tells its version', () => assert.match(meta.since ?? '', /^\d+\.\d+\.\d+$/)],
    [
      'begins its messages with a capital or a quotation',
      () => {
        for (const text of Object.values(meta.messages)) assert.match(text, /^["A-Z{].*[^.\s]$/s);
      },
    ],
    [
      'wins over rules that there are',
      () => {
        const ids = new Set(rules.map((rule) => rule.meta.id));
        assert.deepEqual(
          (meta.winsOver ?? []).filter((other) => !ids.has(other) || other === id),
          [],
        );
      },
    ],
  ];
}

const SEVERITIES_IN_STRICT: Readonly<Record<RequirementLevel, readonly Severity[]>> = {
  grammar: ['error'],
  MUST: ['error', 'warning'],
  SHOULD: ['warning'],
  advice: ['warning', 'info', 'hint'],
};

function severityProblems({ level, severity, strictSeverity = severity, presets = [] }: AnyRule['meta']): string[] {
  if (level === undefined) return ['no level'];
  const problems: string[] = [];
  if (!SEVERITIES_IN_STRICT[level].includes(strictSeverity))
    problems.push(`${level} is ${strictSeverity} under strict`);
  if (!isAtLeast(strictSeverity, severity)) problems.push('strict is milder than recommended');
  if (severity === 'error' && presets.length === 0) problems.push('an error that no preset turns on');
  return problems;
}

function ownersByCode(): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const { meta, create } of rules) {
    for (const code of Object.keys(create(meta.options?.default).syntax ?? {})) {
      owners.set(code, [...(owners.get(code) ?? []), meta.id]);
    }
  }
  return owners;
}
