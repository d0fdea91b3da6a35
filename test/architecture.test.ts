import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { importsOf, REPOSITORY, sourcesOf } from './import-graph.js';

interface Layer {
  readonly folder: string;
  /** Packages that it may import; `node:` stands for every module of Node. */
  readonly packages: readonly string[];
}

/** Who may know whom: core knows no rules; rules know no files and no command line. */
const LAYERS: Readonly<Record<string, Layer>> = {
  'linter-core': {
    folder: 'packages/linter-core/src',
    packages: ['ajv', 'picomatch', 'fastest-levenshtein', 'node:', 'globby', 'ignore', 'yaml', 'jsonc-parser', 'jiti'],
  },
  rules: { folder: 'packages/rules/src', packages: ['@siplint/core'] },
  'lsp-server': {
    folder: 'packages/lsp-server/src',
    packages: [
      '@siplint/core',
      '@siplint/core/ladder',
      '@siplint/core/node',
      '@siplint/rules',
      'vscode-languageserver',
      'vscode-languageserver-types',
      'vscode-languageserver-textdocument',
      'vscode-uri',
      'jsonc-parser',
      'yaml',
      'diff',
      'node:',
    ],
  },
  'vscode-extension': {
    folder: 'packages/vscode-extension/src',
    packages: [
      '@siplint/language-server/node',
      '@siplint/language-server/browser',
      'vscode',
      'vscode-languageclient',
      'node:',
    ],
  },
  cli: {
    folder: 'packages/cli/src',
    packages: [
      '@siplint/core',
      '@siplint/core/ladder',
      '@siplint/core/node',
      '@siplint/rules',
      '@siplint/rules/statements',
      '@siplint/language-server/node',
      'commander',
      'picocolors',
      'diff',
      'fastest-levenshtein',
      'yaml',
      'jsonc-parser',
      'node:',
    ],
  },
};

/** Rooms of linter-core that only Node, or only a test runner, may enter. */
const NODE_ONLY = 'packages/linter-core/src/node/';
const NODE_PACKAGES = ['node:', 'globby', 'ignore', 'yaml', 'jsonc-parser', 'jiti'];

describe('package directions', () => {
  for (const [name, { folder, packages }] of Object.entries(LAYERS)) {
    it(`${name} imports only what it may know`, () => {
      const breaches = sourcesOf(folder).flatMap((file) =>
        importsOf(file)
          .filter((found) => !mayImport(found.specifier, found.file, folder, packages))
          .map((found) => `${file} imports ${found.specifier}`),
      );
      assert.deepEqual(breaches, []);
    });
  }

  it('linter-core keeps Node in its node room', () => {
    const breaches = sourcesOf('packages/linter-core/src')
      .filter((file) => !file.startsWith(NODE_ONLY))
      .flatMap(importsOf)
      .filter(
        ({ specifier, file }) => file?.startsWith(NODE_ONLY) || NODE_PACKAGES.some((name) => isOf(specifier, name)),
      )
      .map((found) => `${found.from} imports ${found.specifier}`);
    assert.deepEqual(breaches, []);
  });

  it('the service of the language server knows no transport and no files', () => {
    const breaches = sourcesOf('packages/lsp-server/src/service')
      .flatMap(importsOf)
      .filter(
        ({ specifier, file }) =>
          file?.startsWith('packages/lsp-server/src/server/') ||
          ['node:', '@siplint/core/node', 'vscode-uri'].some((name) => isOf(specifier, name)) ||
          isTransport(specifier),
      )
      .map((found) => `${found.from} imports ${found.specifier}`);
    assert.deepEqual(breaches, []);
  });

  it('rooms of linter-core look down only', () => {
    const order = [
      ...['text', 'registry', 'syntax', 'input', 'flow', 'engine'],
      ...['config', 'format', 'ladder', 'testing', 'node'],
    ];
    const roomOf = (file: string) => file.split('/')[3] ?? '';
    const sources = sourcesOf('packages/linter-core/src').filter((file) => file.split('/').length > 4);
    assert.deepEqual([...new Set(sources.map(roomOf))].toSorted(), order.toSorted());
    const breaches = sources
      .flatMap(importsOf)
      .filter(({ from, file }) => file && order.indexOf(roomOf(file)) > order.indexOf(roomOf(from)))
      .map((found) => `${found.from} imports ${found.specifier}`);
    assert.deepEqual(breaches, []);
  });
});

describe('browser-safe entries', () => {
  for (const entry of [
    'packages/linter-core/src/index.ts',
    'packages/linter-core/src/ladder/index.ts',
    'packages/linter-core/src/testing/index.ts',
    'packages/rules/src/index.ts',
    'packages/lsp-server/src/service/index.ts',
  ]) {
    it(`${entry} bundles for a browser without a module of Node`, async () => {
      const result = await build({
        absWorkingDir: REPOSITORY,
        entryPoints: [entry],
        bundle: true,
        platform: 'browser',
        format: 'esm',
        conditions: ['siplint-source'],
        write: false,
        metafile: true,
        logLevel: 'silent',
      });
      const node = Object.values(result.metafile.inputs).flatMap((input) =>
        input.imports.filter(({ path }) => path.startsWith('node:')),
      );
      assert.deepEqual(node, []);
    });
  }
});

function mayImport(specifier: string, file: string | undefined, folder: string, packages: readonly string[]): boolean {
  return file === undefined ? packages.some((name) => isOf(specifier, name)) : file.startsWith(`${folder}/`);
}

/** `vscode-languageserver` and its entries; the packages of types and texts have other names. */
function isTransport(specifier: string): boolean {
  return specifier === 'vscode-languageserver' || specifier.startsWith('vscode-languageserver/');
}

/** True if a specifier names a package or, for `@siplint/core` and `node:` alike, what the entry in the list stands for. */
function isOf(specifier: string, name: string): boolean {
  if (name.endsWith(':')) return specifier.startsWith(name);
  return specifier === name || (!name.startsWith('@siplint/') && specifier.startsWith(`${name}/`));
}
