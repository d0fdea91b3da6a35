import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { parseCsv } from './csv.mjs';

/**
 * Where the facts come from.
 * @typedef {object} Sources
 * @property {(registry: string) => Record<string, string>[]} rows rows of one IANA registry, such as `sip-parameters-2`
 * @property {(group: string) => string} updated when IANA last changed a registry group, such as `sip-parameters`: YYYY-MM-DD
 * @property {(file: string) => any} annotations content of a YAML file beside this script
 */

const here = dirname(fileURLToPath(import.meta.url));

/**
 * @param {string} folder a copy of IANA's registries: the XML files of the groups, and a CSV file for each registry in csv/
 * @returns {Sources}
 */
export function openSources(folder) {
  return {
    rows: (registry) => parseCsv(readFileSync(join(folder, 'csv', `${registry}.csv`), 'utf8')),
    updated: (group) => {
      const date = /<updated>(\d{4}-\d\d-\d\d)<\/updated>/.exec(
        readFileSync(join(folder, `${group}.xml`), 'utf8'),
      )?.[1];
      if (!date) throw new Error(`${group}.xml has no date`);
      return date;
    },
    annotations: (file) => parse(readFileSync(join(here, file), 'utf8')),
  };
}
