// Writes rules-docs: a page a rule, the index and the coverage of the documents.
// node --import tsx --conditions=siplint-source scripts/generate-rules-docs.mjs [--check]

import { join } from 'node:path';
import { ENGINE_RULES } from '@siplint/core';
import { rules } from '@siplint/rules';
import { writeGenerated } from './generated-files.mjs';
import { coveragePage } from './rules-docs/coverage-page.mjs';
import { indexPage } from './rules-docs/overview-pages.mjs';
import { enginePage, rulePage } from './rules-docs/rule-page.mjs';

const FOLDER = 'rules-docs';

const pages = new Map([
  ['README', indexPage(rules, ENGINE_RULES)],
  ['coverage', coveragePage(rules)],
  ...rules.map((rule) => [rule.meta.id, rulePage(rule)]),
  ...Object.entries(ENGINE_RULES).map(([id, facts]) => [id, enginePage(id, facts)]),
]);

writeGenerated(new Map([...pages].map(([name, page]) => [join(FOLDER, `${name}.md`), page])), {
  command: 'node --import tsx --conditions=siplint-source scripts/generate-rules-docs.mjs',
  folder: FOLDER,
});
