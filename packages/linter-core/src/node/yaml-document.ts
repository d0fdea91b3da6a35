import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { ConfigFailure, type KeyPath } from '../config/config-error.js';
import type { Position } from '../text/line-index.js';
import type { ConfigDocument } from './config-document.js';

/**
 * Reads YAML 1.2 with the places of its keys and values.
 * @throws ConfigFailure at the first place that is no YAML, repeats a key, or has a tag of its own.
 */
export function readYaml(text: string, name: string): ConfigDocument {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const positionAt = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const fail = (offset: number, message: string): never => {
    throw new ConfigFailure([{ file: name, ...positionAt(offset), keyPath: '', message: lowerFirst(message) }]);
  };
  // The first one only: the others follow from it more often than not.
  const [flaw] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (flaw) fail(flaw.pos[0], /call stack/.test(flaw.message) ? 'the nesting is too deep' : flaw.message);
  visit(document, {
    Alias(_, alias) {
      if (!alias.resolve(document))
        fail(alias.range?.[0] ?? 0, `there is no anchor "${alias.source}" before this alias`);
    },
  });
  return {
    // A file of comments only is a configuration that says nothing.
    value: document.contents === null ? {} : document.toJS({ maxAliasCount: 100 }),
    locate: (path, part) => {
      const { key, value } = find(document, path);
      const node = part === 'key' ? (key ?? value) : (value ?? key);
      return node?.range ? positionAt(node.range[0]) : undefined;
    },
  };
}

interface Entry {
  readonly key?: Node | undefined;
  /** Absent for a key with nothing behind it. */
  readonly value?: Node | undefined;
}

function find(document: Document, path: KeyPath): Entry {
  let entry: Entry = { value: document.contents ?? undefined };
  for (const step of path) {
    const parent: Node | undefined = isAlias(entry.value) ? entry.value.resolve(document) : entry.value;
    if (isMap<Node, Node | null>(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      entry = { key: pair?.key, value: pair?.value ?? undefined };
    } else if (isSeq<Node>(parent)) entry = { value: parent.items[Number(step)] };
    else return {};
  }
  return entry;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
