import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { parseCsv } from './csv.mjs';

const annotations = dirname(fileURLToPath(import.meta.url));

/**
 * Reads from a copy of IANA's registries: the XML files of the registry groups, and a CSV file for each registry in csv/.
 * @param {string} folder
 */
export function openRegistries(folder) {
  return {
    /** Rows of one registry, such as `sip-parameters-2`. */
    rows: (registry) => parseCsv(readFileSync(join(folder, 'csv', `${registry}.csv`), 'utf8')),
    /** When IANA last changed a registry group, such as `sip-parameters`: YYYY-MM-DD. */
    updated: (group) => {
      const date = /<updated>(\d{4}-\d\d-\d\d)<\/updated>/.exec(
        readFileSync(join(folder, `${group}.xml`), 'utf8'),
      )?.[1];
      if (!date) throw new Error(`${group}.xml has no date`);
      return date;
    },
  };
}

/** Rows of an annotation file beside this script. */
export function readAnnotations(name) {
  return parse(readFileSync(join(annotations, name), 'utf8'));
}
