import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A file that is larger than the configuration, or what is to be done with it, allows. */
export class FileTooLarge extends Error {
  readonly code = 'SIPLINT_FILE_TOO_LARGE';

  constructor(
    readonly limit: number,
    /** What sets the limit. */
    reason = 'the limit of settings.limits.fileBytes',
  ) {
    super(`it has more than ${limit} octets, ${reason}`);
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
    return readOctets(handle, sizeOf(handle, limit), limit);
  } finally {
    closeSync(handle);
  }
}

/**
 * The octets of an open file; 0 for a pipe, which does not know.
 * @throws FileTooLarge
 */
export function sizeOf(handle: number, limit: number): number {
  const stat = fstatSync(handle);
  if (!stat.isFile()) return 0;
  if (stat.size > limit) throw new FileTooLarge(limit);
  return stat.size;
}

/**
 * Reads what an open file of a size gives, or a pipe.
 * @throws FileTooLarge, or the error of the system.
 */
export function readOctets(handle: number, size: number, limit: number): Uint8Array {
  // Of a file the size is known; one octet more shows that it has not grown.
  let buffer = Buffer.allocUnsafe(size > 0 ? size + 1 : CHUNK);
  let length = 0;
  for (;;) {
    const count = readSync(handle, buffer, length, buffer.length - length, null);
    length += count;
    if (length > limit) throw new FileTooLarge(limit);
    if (count === 0) return buffer.subarray(0, length);
    if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
  }
}
