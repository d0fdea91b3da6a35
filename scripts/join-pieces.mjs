// Code splitting makes a file of each set of modules that the same pieces share: two dozen files for a run that needs one,
// and each costs its time at start-up. This joins what the entry needs at once into one script; the entry runs it and gives
// what it exports to the other pieces.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';

const SCRIPT = 'bundle.cjs';

/**
 * @param {string} entry name of the output that is run
 * @param {string} runner path of the module that runs the script
 * @param {import('esbuild').BuildResult} split result of a build with splitting, a metafile, and write: false
 * @returns {Promise<Map<string, string>>} text by file name
 */
export async function joinPieces(entry, runner, { outputFiles, metafile }) {
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const joined = staticImports(entry, outputs);
  const numbers = new Map([...joined].map((piece, number) => [piece, number]));

  /** Names of the script's exports, each with the statement that makes it one. */
  const exported = new Map();
  const fromEntry = (names, piece) => {
    const list = names.split(',').map((item) => {
      const [name, local = name] = item.trim().split(' as ');
      const alias = `${name}$${numbers.get(piece)}`;
      exported.set(alias, `export { ${name} as ${alias} } from './${piece}';`);
      return `${alias} as ${local}`;
    });
    return `import{${list.join(',')}}from"./${entry}"`;
  };
  const result = new Map();
  for (const [name, text] of texts) {
    if (joined.has(name)) continue;
    // Written by esbuild just so: import{a,b as c}from"./piece.js"; and import"./piece.js";
    const rewritten = text
      .replace(/\bimport\{([^}]*)\}from"\.\/([^"]+)"/g, (all, names, piece) =>
        joined.has(piece) ? fromEntry(names, piece) : all,
      )
      .replace(/\bimport"\.\/([^"]+)";/g, (all, piece) => (joined.has(piece) ? '' : all));
    result.set(name, rewritten);
  }

  const module = await bundled(`${[...exported.values()].join('\n')}\nimport './${entry}';`, {
    format: 'cjs',
    define: { 'import.meta.url': 'url' },
    plugins: [onlyThese(joined, texts)],
  });
  const script = withImportFunction(module, '$import');
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 16);
  const start = `import { runBundle } from ${JSON.stringify(runner)};
    export const { ${[...exported.keys()].join(', ')} } =
      runBundle(new URL('./${SCRIPT}', import.meta.url), '${hash}', (specifier) => import(specifier));`;
  return result.set(SCRIPT, script).set(entry, await bundled(start, { format: 'esm' }));
}

/** The entry and all that it imports at once, directly or not. */
function staticImports(entry, outputs) {
  const found = new Set([entry]);
  for (const piece of found) {
    for (const { path, kind, external } of outputs.get(piece).imports) {
      if (kind === 'import-statement' && !external) found.add(basename(path));
    }
  }
  return found;
}

async function bundled(contents, options) {
  const result = await build({
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    ...options,
  });
  return result.outputFiles[0].text;
}

/** A script cannot import with bytecode of an earlier run: `import(x)` becomes the call of a function that it is given. */
function withImportFunction(text, name) {
  const starts = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) starts.push(node.getStart());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('script.js', text, ts.ScriptTarget.Latest, true));
  return starts.reduceRight((rest, at) => rest.slice(0, at) + name + rest.slice(at + 'import'.length), text);
}

/** Takes in these pieces, and leaves the others to be loaded when they are needed. */
function onlyThese(joined, texts) {
  return {
    name: 'pieces',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\// }, ({ path }) =>
        joined.has(basename(path)) ? { path: basename(path), namespace: 'piece' } : { path, external: true },
      );
      onLoad({ filter: /.*/, namespace: 'piece' }, ({ path }) => ({ contents: texts.get(path) }));
    },
  };
}
