import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { SipDocument } from '../document.js';
import { namesOf } from '../names/name-index.js';
import type { NameKind, Occurrence } from '../names/occurrence.js';

/** Why a name cannot be what somebody wants it to be. */
export class RenameRefused extends Error {
  override readonly name = 'RenameRefused';
}

interface Renaming {
  readonly pattern: RegExp;
  readonly expected: string;
}

/** What can be renamed; other names are numbers that count, or addresses that lead somewhere. */
const RENAMINGS: Readonly<Partial<Record<NameKind, Renaming>>> = {
  'call-id': {
    pattern: /^[-\w.!%*+`'~()<>:\\"/[\]?{}]+(?:@[-\w.!%*+`'~()<>:\\"/[\]?{}]+)?$/,
    expected: 'a Call-ID is a word, or two with @ between them (RFC 3261 §25.1)',
  },
  tag: { pattern: /^[-\w.!%*+`'~]+$/, expected: "a tag is a token: letters, digits and -.!%*_+`'~" },
  branch: { pattern: /^[-\w.!%*+`'~]+$/, expected: "a branch is a token: letters, digits and -.!%*_+`'~" },
  'payload-type': {
    pattern: /^(?:\d{1,2}|1[01]\d|12[0-7])$/,
    expected: 'a payload type is a number from 0 to 127 (RFC 3551 §6)',
  },
};

/** The range of the name at a position; undefined if there is none that can be renamed. */
export function prepareRename(document: SipDocument, position: Position): Range | undefined {
  const name = namesOf(document).at(document.offsetAt(position));
  return name && RENAMINGS[name.kind] ? document.rangeOf(name) : undefined;
}

/**
 * Renames in all messages of the document.
 * @throws {RenameRefused} if the new name cannot stand there, or another thing has it
 */
export function renameAt(document: SipDocument, position: Position, newName: string): WorkspaceEdit | undefined {
  const names = namesOf(document);
  const name = names.at(document.offsetAt(position));
  const renaming = name && RENAMINGS[name.kind];
  if (!name || !renaming) return undefined;
  if (!renaming.pattern.test(newName)) throw new RenameRefused(`"${newName}" cannot stand here: ${renaming.expected}`);
  const places = names.sameAs(name);
  const taken = names.sameAs({ ...name, key: keyOf(name, newName) });
  if (taken.length > 0 && taken !== places) {
    throw new RenameRefused(`"${newName}" is there already: both would be taken for one`);
  }
  const edits = places.map((place) => ({ range: document.rangeOf(place), newText: newName }));
  return { changes: { [document.uri]: edits } };
}

/** The key that an occurrence would have under another name. */
function keyOf({ kind, key }: Occurrence, newName: string): string {
  const scope = key.slice(0, key.lastIndexOf('\n') + 1);
  return scope + (kind === 'branch' ? newName.toLowerCase() : newName);
}
