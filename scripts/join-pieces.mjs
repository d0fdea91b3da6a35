// Code splitting makes a file of each set of modules that the same pieces share: two dozen files for a run that needs one,
// and each costs its time at start-up. This joins what the entry needs at once into the entry itself, from which the other
// pieces then import.
import { basename } from 'node:path';
import { build } from 'esbuild';

/**
 * @param {string} entry name of the output that is run
 * @param {import('esbuild').BuildResult} split result of a build with splitting, a metafile, and write: false
 * @returns {Promise<Map<string, string>>} text by file name
 */
export async function joinPieces(entry, { outputFiles, metafile }) {
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const joined = staticImports(entry, outputs);
  const numbers = new Map([...joined].map((piece, number) => [piece, number]));
  const aliasOf = (piece, name) => `${name}$${numbers.get(piece)}`;
  const reexports = [...joined]
    .filter((piece) => piece !== entry)
    .map((piece) => {
      const names = outputs.get(piece).exports.map((name) => `${name} as ${aliasOf(piece, name)}`);
      return `export { ${names.join(', ')} } from './${piece}';`;
    });
  const main = await joinedText(`${reexports.join('\n')}\nimport './${entry}';`, texts, joined);

  const result = new Map([[entry, main]]);
  for (const [piece, text] of texts) {
    if (joined.has(piece)) continue;
    // Written by esbuild just so: import{a,b as c}from"./piece.js";
    const fromEntry = text.replace(/\bimport\{([^}]*)\}from"\.\/([^"]+)"/g, (statement, list, from) => {
      if (!joined.has(from)) return statement;
      const names = list.split(',').map((item) => {
        const [name, local = name] = item.trim().split(' as ');
        return `${aliasOf(from, name)} as ${local}`;
      });
      return `import{${names.join(',')}}from"./${entry}"`;
    });
    result.set(
      piece,
      fromEntry.replace(/\bimport"\.\/([^"]+)";/g, (statement, from) => (joined.has(from) ? '' : statement)),
    );
  }
  return result;
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

async function joinedText(contents, texts, joined) {
  const result = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    plugins: [
      {
        name: 'pieces',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\.\// }, ({ path }) =>
            joined.has(basename(path)) ? { path: basename(path), namespace: 'piece' } : { path, external: true },
          );
          onLoad({ filter: /.*/, namespace: 'piece' }, ({ path }) => ({ contents: texts.get(path) }));
        },
      },
    ],
  });
  return result.outputFiles[0].text;
}
