import { readFileSync } from 'node:fs';

/** siplint's own version, from the manifest of the package, which lies one folder above both sources and bundle. */
export function siplintVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest ? String(manifest.version) : 'unknown';
}
