import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';

/** The files of one folder. */
export interface FolderFiles {
  readonly folder: string;
  readonly names: readonly string[];
}

export interface FolderFilter {
  /** Whether to look into a folder, by its path and its name. */
  entersFolder(folder: string, name: string): boolean;
  /** Whether a file is meant, by its folder and its name. */
  takesFile(folder: string, name: string): boolean;
  /** A folder that the system does not open; the walk goes on. */
  onError(folder: string, error: unknown): void;
}

/** Walks a folder and what is below it. Symbolic links are not followed, so it ends. */
export function* walkFolder(start: string, filter: FolderFilter): Iterable<FolderFiles> {
  const waiting = [start];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const names: string[] = [];
    for (const entry of entriesOf(folder, filter)) {
      const { name } = entry;
      if (entry.isDirectory()) {
        const below = path.join(folder, name);
        if (filter.entersFolder(below, name)) waiting.push(below);
      } else if (entry.isFile() && filter.takesFile(folder, name)) names.push(name);
    }
    if (names.length > 0) yield { folder, names };
  }
}

function entriesOf(folder: string, filter: FolderFilter): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    filter.onError(folder, error);
    return [];
  }
}
