import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { ConfigFailure, type KeyPath } from '../config/config-error.js';
import { LineIndex } from '../text/line-index.js';
import type { ConfigDocument } from './config-document.js';

export interface JsonDialect {
  /** True for JSONC: comments, and a comma behind the last member. */
  readonly isLax: boolean;
  /** The member that holds the configuration; the whole document if absent. */
  readonly member?: string;
}

/**
 * Reads JSON or JSONC with the places of its keys and values.
 * @throws ConfigFailure at the first place that is no JSON.
 */
export function readJson(text: string, name: string, { isLax, member }: JsonDialect): ConfigDocument {
  const lines = new LineIndex(text);
  const fail = (offset: number, message: string, hint?: string): never => {
    throw new ConfigFailure([
      { file: name, ...lines.positionAt(offset), keyPath: '', message, ...(hint !== undefined && { hint }) },
    ]);
  };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: !isLax, allowTrailingComma: isLax });
  const subject = member === undefined ? root : root && findMember(root, member)?.value;
  const [error] = errors;
  if (error) fail(error.offset, ...explainError(printParseErrorCode(error.error)));
  const value =
    subject && plainValue(subject, (key) => fail(key.offset, `the key ${JSON.stringify(key.value)} stands twice`));
  return {
    value,
    locate: (path, part) => {
      const found = subject && find(subject, path);
      const node = part === 'key' ? (found?.key ?? found?.value) : found?.value;
      return node && lines.positionAt(node.offset);
    },
  };
}

interface Member {
  /** Absent for an element of a list. */
  readonly key?: Node | undefined;
  readonly value: Node;
}

function find(root: Node, path: KeyPath): Member | undefined {
  let found: Member | undefined = { value: root };
  for (const step of path) {
    const node: Node | undefined = found?.value;
    if (!node) return undefined;
    const element: Node | undefined = node.type === 'array' ? node.children?.[Number(step)] : undefined;
    found = node.type === 'array' ? element && { value: element } : findMember(node, String(step));
  }
  return found;
}

function findMember(object: Node, name: string): Member | undefined {
  for (const { children } of object.children ?? []) {
    const [key, value] = children ?? [];
    if (object.type === 'object' && key?.value === name && value) return { key, value };
  }
  return undefined;
}

/** The plain value. Keys are defined, not assigned, so that `__proto__` is a key as any other. */
function plainValue(node: Node, onDuplicate: (key: Node) => void): unknown {
  if (node.type === 'array') return (node.children ?? []).map((element) => plainValue(element, onDuplicate));
  if (node.type !== 'object') return node.value;
  const entries = new Map<string, unknown>();
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (!key) continue;
    if (entries.has(key.value)) onDuplicate(key);
    entries.set(key.value, value && plainValue(value, onDuplicate));
  }
  return Object.fromEntries(entries);
}

function explainError(code: string): [message: string, hint?: string] {
  const known = EXPLANATIONS.get(code);
  return known ?? [`not valid JSON (${code})`];
}

const EXPLANATIONS: ReadonlyMap<string, [message: string, hint?: string]> = new Map([
  ['InvalidSymbol', ['this is no JSON value', 'Texts stand in double quotes']],
  ['InvalidNumberFormat', ['this is no JSON number']],
  ['PropertyNameExpected', ['a key in double quotes is expected here', 'JSON has no comma behind the last member']],
  ['ValueExpected', ['a value is expected here', 'JSON has no comma behind the last member']],
  ['ColonExpected', ['":" is expected here']],
  ['CommaExpected', ['"," is expected here']],
  ['CloseBraceExpected', ['"}" is expected here']],
  ['CloseBracketExpected', ['"]" is expected here']],
  ['EndOfFileExpected', ['nothing more is expected behind the configuration']],
  ['InvalidCommentToken', ['JSON has no comments', 'Name the file siplint.config.jsonc to write some']],
  ['UnexpectedEndOfComment', ['the comment does not end']],
  ['UnexpectedEndOfString', ['the text does not end']],
  ['UnexpectedEndOfNumber', ['the number does not end']],
  ['InvalidUnicode', ['"\\u" wants four hexadecimal digits behind it']],
  ['InvalidEscapeCharacter', ['there is no such escape in JSON']],
  ['InvalidCharacter', ['this character must be written as an escape']],
]);
