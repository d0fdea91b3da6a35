import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ConfigFailure } from '../config/config-error.js';

const TYPESCRIPT: ReadonlySet<string> = new Set(['.ts', '.mts', '.cts']);

/**
 * Runs a module and gives its default export; of a promise what it resolves to. A file that has changed is run again.
 * @throws ConfigFailure if it throws or has no default export.
 */
export async function loadModule(file: string, name: string): Promise<unknown> {
  try {
    const value: unknown = await (TYPESCRIPT.has(path.extname(file)) ? importTypeScript(file) : importNative(file));
    if (value !== undefined) return await value;
  } catch (error) {
    const place = lineOf(error, file) ?? (error instanceof SyntaxError ? await syntaxErrorLine(file) : undefined);
    const message = `could not be loaded: ${reasonOf(error)}`;
    throw new ConfigFailure([{ file: name, ...place, keyPath: '', message }]);
  }
  throw new ConfigFailure([{ file: name, keyPath: '', message: 'has no default export' }]);
}

interface Place {
  readonly line: number;
  readonly column?: number;
}

/** Of a module with a syntax error Node does not say where it is; the compiler for TypeScript does. */
async function syntaxErrorLine(file: string): Promise<Place | undefined> {
  try {
    await importTypeScript(file);
    return undefined;
  } catch (error) {
    return lineOf(error, file);
  }
}

async function importNative(file: string): Promise<unknown> {
  const url = pathToFileURL(file);
  url.searchParams.set('mtime', String(statSync(file).mtimeMs)); // else the module of an earlier version would come
  const module: { readonly default?: unknown } = await import(url.href);
  return unwrap(module.default);
}

/** CommonJS that was compiled from a module has the default export one level down. */
function unwrap(value: unknown): unknown {
  const isCompiled = typeof value === 'object' && value !== null && '__esModule' in value && 'default' in value;
  return isCompiled ? value.default : value;
}

async function importTypeScript(file: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  const jiti = createJiti(pathToFileURL(file).href, { fsCache: false, moduleCache: false });
  // Not `default: true`: that takes a module without a default export for its own.
  const module: unknown = await jiti.import(file);
  if (typeof module !== 'object' || module === null) return module;
  if ('default' in module) return module.default;
  const isCommonJs = !('__esModule' in module) && Object.keys(module).length > 0;
  return isCommonJs ? module : undefined;
}

/**
 * The file that a package name means for a module, or for a configuration, in `folder`; undefined if there is none.
 */
export async function resolvePackage(name: string, folder: string): Promise<string | undefined> {
  const from = path.join(folder, 'siplint.config.js');
  try {
    return absoluteOnly(createRequire(from).resolve(name));
  } catch (error) {
    if (!isExportsError(error)) return undefined;
  }
  // A package that is for import only.
  const { createJiti } = await import('jiti');
  const url = createJiti(pathToFileURL(from).href).esmResolve(name, { try: true });
  return url === undefined ? undefined : absoluteOnly(url.startsWith('file:') ? fileURLToPath(url) : url);
}

/** Not the modules of Node itself. */
function absoluteOnly(file: string): string | undefined {
  return path.isAbsolute(file) ? file : undefined;
}

function isExportsError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED';
}

/** The first line of what it says, without the name that jiti puts before it. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ''] = message.split('\n', 1);
  return (line.startsWith(PARSE_ERROR) ? line.slice(PARSE_ERROR.length) : line).trim();
}

/** The place that the stack names in the file: of a syntax error its own, else where it threw. */
function lineOf(error: unknown, file: string): Place | undefined {
  if (!(error instanceof Error) || error.stack === undefined) return undefined;
  for (const spelled of [pathToFileURL(file).href, file]) {
    const at = error.stack.indexOf(spelled);
    if (at < 0) continue;
    const behind = error.stack.slice(at + spelled.length, at + spelled.length + 80);
    const [, line, column] = /^(?:\?mtime=[\d.]+)?:(\d+)(?::(\d+))?/.exec(behind) ?? [];
    if (line === undefined) continue;
    const first = error.message.startsWith(PARSE_ERROR) ? 1 : 0;
    // Compiled TypeScript keeps the lines of its source, not the columns.
    const isExact = first === 1 || !TYPESCRIPT.has(path.extname(file));
    return { line: Number(line), ...(column !== undefined && isExact && { column: Number(column) + first }) };
  }
  return undefined;
}

/** How jiti begins what it says of syntax errors, whose columns it counts from 0. */
const PARSE_ERROR = 'ParseError: ';
