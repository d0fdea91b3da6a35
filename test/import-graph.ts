import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

export interface Import {
  /** The importing file, relative to the repository. */
  readonly from: string;
  /** The module as written. */
  readonly specifier: string;
  /** Relative imports: the file meant, relative to the repository. */
  readonly file: string | undefined;
  readonly isTypeOnly: boolean;
}

/** The TypeScript files of a folder of the repository. */
export function sourcesOf(folder: string): string[] {
  return readdirSync(path.join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .sort();
}

/** Every static and dynamic import and re-export of a file. */
export function importsOf(file: string): Import[] {
  const tree = ts.createSourceFile(
    file,
    readFileSync(path.join(REPOSITORY, file), 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  const found: Import[] = [];
  const add = (specifier: ts.Node, isTypeOnly: boolean) => {
    if (!ts.isStringLiteral(specifier)) return;
    const isRelative = specifier.text.startsWith('.');
    const target = path.posix.join(path.posix.dirname(file), specifier.text).replace(/\.js$/, '.ts');
    found.push({ from: file, specifier: specifier.text, file: isRelative ? target : undefined, isTypeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument) add(argument, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
