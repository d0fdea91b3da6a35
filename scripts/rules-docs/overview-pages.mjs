import { groupBy } from './group-by.mjs';
import { pageLink, paragraphs, plain, table } from './markdown.mjs';
import { severitiesOf } from './rule-page.mjs';

/** The list of all rules by category. */
export function indexPage(rules, engineRules) {
  const categories = [...groupBy(rules, ({ meta }) => meta.category)].sort(([a], [b]) => compare(a, b));
  return paragraphs(
    '# Rules',
    `${rules.length} rules. \`recommended\` is the default preset, \`strict\` has every rule. What RFC 3261 demands, sentence by sentence, and what judges it: [coverage](coverage.md).`,
    ...categories.flatMap(([category, members]) => [`## ${category}`, rulesTable(members)]),
    '## Of the engine',
    table(
      ['Finding', 'Title', 'Severity'],
      Object.entries(engineRules).map(([id, { title, severity }]) => [pageLink(id), plain(title), severity]),
    ),
  );
}

function rulesTable(rules) {
  const rows = [...rules]
    .sort((a, b) => compare(a.meta.id, b.meta.id))
    .map(({ meta }) => {
      const { recommended, strict } = severitiesOf(meta);
      return [pageLink(meta.id), plain(meta.title), meta.level ?? '', recommended, strict, meta.fixable ?? ''];
    });
  return table(['Rule', 'Title', 'Level', '`recommended`', '`strict`', 'Fix'], rows);
}

/** Code-unit order: the same on every machine. */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
