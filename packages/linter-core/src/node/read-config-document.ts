import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigFailure } from '../config/config-error.js';
import type { ConfigDocument } from './config-document.js';
import { reasonOf } from './system-reason.js';

/** The member of package.json that holds a configuration. */
export const PACKAGE_MEMBER = 'siplint';

/** Suffixes of files that are run to get what they hold. */
const CODE_SUFFIXES: ReadonlySet<string> = new Set(['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs']);

export function isCode(file: string): boolean {
  return CODE_SUFFIXES.has(path.extname(file));
}

/**
 * Reads a configuration file of any format.
 * @param name what errors call it
 * @throws ConfigFailure if it cannot be read or loaded.
 */
export async function readConfigDocument(file: string, name: string, allowCode: boolean): Promise<ConfigDocument> {
  if (isCode(file)) {
    if (!allowCode) throw untrusted(name);
    const { loadModule } = await import('./load-module.js');
    return { value: await loadModule(file, name) };
  }
  const text = readText(file, name);
  try {
    return await parse(file, text, name);
  } catch (error) {
    if (error instanceof ConfigFailure) throw error;
    if (error instanceof RangeError) throw failure(name, 'the nesting is too deep');
    throw failure(name, `cannot be read: ${reasonOf(error)}`); // aliases beyond reason
  }
}

async function parse(file: string, text: string, name: string): Promise<ConfigDocument> {
  const suffix = path.extname(file);
  if (suffix === '.yaml' || suffix === '.yml') return (await import('./yaml-document.js')).readYaml(text, name);
  const { readJson } = await import('./json-document.js');
  const isPackage = path.basename(file) === 'package.json';
  return readJson(text, name, { isLax: suffix === '.jsonc', ...(isPackage && { member: PACKAGE_MEMBER }) });
}

function readText(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw failure(name, `cannot be read: ${reasonOf(error)}`);
  }
}

function untrusted(name: string): ConfigFailure {
  const hint = 'Trust the workspace, or write the configuration as JSON or YAML';
  return failure(name, 'is code, and code does not run in a workspace that is not trusted', hint);
}

function failure(file: string, message: string, hint?: string): ConfigFailure {
  return new ConfigFailure([{ file, keyPath: '', message, ...(hint !== undefined && { hint }) }]);
}
