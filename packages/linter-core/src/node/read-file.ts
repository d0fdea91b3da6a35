import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A file that is larger than the configuration allows. */
export class FileTooLarge extends Error {
  readonly code = 'SIPLINT_FILE_TOO_LARGE';

  constructor(readonly limit: number) {
    super(`it has more than ${limit} octets, the limit of settings.limits.fileBytes`);
    this.name = 'FileTooLarge';
  }
}

const CHUNK = 1 << 16;

/**
 * Reads a file, or what a pipe gives, up to a limit of octets.
 * @throws FileTooLarge, or the error of the system.
 */
export function readFileBytes(file: string, limit: number): Uint8Array {
  const handle = openSync(file, 'r');
  try {
    const stat = fstatSync(handle);
    if (stat.isFile() && stat.size > limit) throw new FileTooLarge(limit);
    // Of a file the size is known; one octet more shows that it has not grown.
    return readAll(handle, stat.isFile() && stat.size > 0 ? stat.size + 1 : CHUNK, limit);
  } finally {
    closeSync(handle);
  }
}

function readAll(handle: number, expected: number, limit: number): Uint8Array {
  let buffer = Buffer.allocUnsafe(expected);
  let length = 0;
  for (;;) {
    const count = readSync(handle, buffer, length, buffer.length - length, null);
    length += count;
    if (length > limit) throw new FileTooLarge(limit);
    if (count === 0) return buffer.subarray(0, length);
    if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
  }
}
