// A plugin of esbuild. A static import of @siplint/rules gets the rules without their documentation, which is most of their
// text and which linting does not need; a dynamic import gets all.
import { readFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import ts from 'typescript';

const NAMESPACE = 'rules-without-docs';

/** @param {string} source the folder of the rules' sources */
export function rulesWithoutDocs(source) {
  return {
    name: NAMESPACE,
    setup(build) {
      build.onResolve({ filter: /^@siplint\/rules$/ }, ({ kind }) =>
        kind === 'import-statement'
          ? { path: join(source, 'index.ts'), namespace: NAMESPACE, sideEffects: false }
          : undefined,
      );
      build.onResolve({ filter: /^\./, namespace: NAMESPACE }, ({ path, importer }) => ({
        path: join(dirname(importer), path.replace(/\.js$/, '.ts')),
        namespace: NAMESPACE,
        // What only examples need is then dropped with them.
        sideEffects: false,
      }));
      build.onLoad({ filter: /\.ts$/, namespace: NAMESPACE }, async ({ path }) => ({
        contents: withoutDocs(path, await readFile(path, 'utf8')),
        loader: 'ts',
        resolveDir: dirname(path),
        watchFiles: [path],
      }));
    },
  };
}

/** Takes out each member `docs: { … }` of an object. */
function withoutDocs(path, text) {
  const cuts = [];
  const visit = (node) => {
    const isDocs = ts.isPropertyAssignment(node) && node.name.getText() === 'docs';
    if (isDocs && ts.isObjectLiteralExpression(node.initializer)) cuts.push([node.getStart(), node.getEnd()]);
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path.split(sep).at(-1), text, ts.ScriptTarget.Latest, true));
  return cuts.reduceRight((rest, [start, end]) => `${rest.slice(0, start)}docs: undefined${rest.slice(end)}`, text);
}
