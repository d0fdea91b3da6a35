import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const EXTENSION = fileURLToPath(new URL('..', import.meta.url));
/** The file that it writes. */
export const VSIX = fileURLToPath(new URL('../siplint.vsix', import.meta.url));
let packed: Promise<string> | undefined;

/** Packs the extension as `npm run package` does, once for all tests; resolves to what the packer said. */
export function packExtension(): Promise<string> {
  packed ??= new Promise((resolve, reject) => {
    const { NODE_OPTIONS: _, ...env } = process.env;
    execFile('npm', ['run', 'package'], { cwd: EXTENSION, env }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${stdout}\n${stderr}`));
      else resolve(`${stdout}\n${stderr}`);
    });
  });
  return packed;
}
