import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

const PERMISSIONS = 0o7777;
let serial = 0;

/**
 * Replaces what a file holds, all or nothing: whoever reads it sees the old octets or the new ones. Keeps the mode; of a
 * symbolic link the target is replaced. A file that does not exist is made.
 * @throws the error of the system; then the file is as it was and nothing is left beside it.
 */
export function writeFileAtomically(file: string, bytes: Uint8Array): void {
  const target = targetOf(file);
  const mode = modeOf(target);
  // The rename would get past a write protection.
  if (mode !== undefined) accessSync(target, constants.W_OK);
  const temporary = path.join(path.dirname(target), `.siplint-${process.pid}-${serial++}.tmp`);
  const handle = openSync(temporary, 'wx');
  try {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function targetOf(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if (isMissing(error)) return path.resolve(file);
    throw error;
  }
}

function modeOf(file: string): number | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && stat.mode & PERMISSIONS;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
