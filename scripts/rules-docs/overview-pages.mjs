import { paragraphs, plain, table } from './markdown.mjs';
import { compareReferences, linkTo } from './references.mjs';
import { severitiesOf } from './rule-page.mjs';

/** The list of all rules by category. */
export function indexPage(rules, engineRules) {
  const categories = [...groupBy(rules, ({ meta }) => meta.category)].sort(([a], [b]) => compare(a, b));
  return paragraphs(
    '# Rules',
    `${rules.length} rules. \`recommended\` is the default preset, \`strict\` has every rule. Which rules a section of an RFC has: [coverage](coverage.md).`,
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

/** The rules by what they cite. */
export function coveragePage(rules) {
  const cited = rules.flatMap(({ meta }) => (meta.references ?? []).map((reference) => ({ reference, id: meta.id })));
  const sections = [...groupBy(cited, ({ reference }) => linkTo(reference)).values()]
    .map((entries) => ({
      reference: entries[0].reference,
      ids: [...new Set(entries.map(({ id }) => id))].sort(compare),
    }))
    .sort((a, b) => compareReferences(a.reference, b.reference));
  return paragraphs(
    '# Sections of the documents, and the rules that cite them',
    table(
      ['Section', 'Rules'],
      sections.map(({ reference, ids }) => [linkTo(reference), ids.map(pageLink).join(', ')]),
    ),
  );
}

function pageLink(id) {
  return `[${id}](${id}.md)`;
}

/** Code-unit order: the same on every machine. */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Map.groupBy, which Node.js 20 does not have. */
function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
