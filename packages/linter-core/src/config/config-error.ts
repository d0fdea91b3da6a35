import type { Position } from '../text/line-index.js';

/** One thing that is wrong with a configuration: what, where, and what to do. */
export interface ConfigError {
  /** The file, or what else gave the setting, such as `--rule`. */
  readonly file: string;
  /** 1-based; absent where the text is not at hand (a configuration that is code). */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
  /** The key it is about, such as `overrides[0].rules.missing-to`; empty for the configuration as a whole. */
  readonly keyPath: string;
  readonly message: string;
  readonly hint?: string;
}

/** Thrown where a configuration cannot be used. */
export class ConfigFailure extends Error {
  constructor(readonly errors: readonly ConfigError[]) {
    super(errors.map(formatConfigError).join('\n'));
    this.name = 'ConfigFailure';
  }
}

/** `file:line:column: key: message` with what is known of it and, in a second line, the hint. */
export function formatConfigError({ file, line, column, keyPath, message, hint }: ConfigError): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const key = keyPath === '' ? '' : `${keyPath}: `;
  return `${place}: ${key}${message}${hint === undefined ? '' : `\n  ${hint}`}`;
}

/** A path into a configuration: keys and indexes. */
export type KeyPath = readonly (string | number)[];

/** Finds the key or the value at a path in the text; undefined if it is not there, or there is no text. */
export type Locate = (path: KeyPath, part: 'key' | 'value') => Position | undefined;

/** Where a configuration comes from, for errors. */
export interface ConfigSource {
  readonly name: string;
  readonly locate?: Locate | undefined;
}

/** Makes an error about a key of a configuration. */
export function errorAt(
  source: ConfigSource,
  path: KeyPath,
  part: 'key' | 'value',
  message: string,
  hint?: string,
): ConfigError {
  const position = source.locate?.(path, part);
  return {
    file: source.name,
    ...(position && { line: position.line, column: position.column }),
    keyPath: keyPathText(path),
    message,
    ...(hint !== undefined && { hint }),
  };
}

/** `overrides[0].rules.missing-to`. */
function keyPathText(path: KeyPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}
