import { coverageFigures, levelOf, REASONS, STATEMENTS } from '@siplint/rules/statements';
import { groupBy } from './group-by.mjs';
import { pageLink, paragraphs, plain, table } from './markdown.mjs';
import { compareReferences, linkTo } from './references.mjs';

/** What the documents demand and which rules judge it, section by section. */
export function coveragePage(rules) {
  const sections = citedSections(rules);
  const isListed = ({ reference }) => STATEMENTS.has(reference.rfc);
  return paragraphs(
    '# Coverage',
    ...[...STATEMENTS].flatMap(([rfc, chapters]) =>
      documentPart(
        rfc,
        chapters,
        sections.filter(({ reference }) => reference.rfc === rfc),
      ),
    ),
    '## Other documents, and the rules that cite them',
    table(
      ['Section', 'Rules'],
      sections
        .filter((section) => !isListed(section))
        .map(({ reference, ids }) => [linkTo(reference), ids.map(pageLink).join(', ')]),
    ),
  );
}

/** What rules cite, in order, each with the ids of the rules. */
function citedSections(rules) {
  const cited = rules.flatMap(({ meta }) => (meta.references ?? []).map((reference) => ({ reference, id: meta.id })));
  return [...groupBy(cited, ({ reference }) => linkTo(reference)).values()]
    .map((entries) => ({ reference: entries[0].reference, ids: [...new Set(entries.map(({ id }) => id))].sort() }))
    .sort((a, b) => compareReferences(a.reference, b.reference));
}

function documentPart(rfc, chapters, cited) {
  const { total, rules, reasons, ...figures } = coverageFigures(chapters);
  const all = total.MUST.all + total.SHOULD.all;
  const judged = total.MUST.judged + total.SHOULD.judged;
  const share = ({ judged, all }) => (all === 0 ? '' : `${judged} of ${all}`);
  const row = (name, { MUST, SHOULD }) => [name, share(MUST), share(SHOULD)];
  return [
    `## RFC ${rfc}`,
    `Each sentence with MUST, SHALL, REQUIRED, SHOULD or RECOMMENDED, ${all} in all: ${judged} are judged, by ${rules} rules; no bytes of messages tell whether the other ${all - judged} were kept. Behind the sentences of a section stand the rules that follow from its grammar and its other sentences.`,
    table(
      ['Section', 'MUST', 'SHOULD'],
      [
        ...figures.chapters.map(({ chapter, shares }) => row(`§${chapter.section} ${chapter.title}`, shares)),
        row('All', total),
      ],
    ),
    table(
      ['Why there is no rule', 'Statements'],
      reasons.map(({ reason, count }) => [`\`${reason}\`: ${REASONS[reason]}`, count]),
    ),
    ...sectionsOf(rfc, chapters, cited).flatMap(({ reference, statements, ids }) =>
      sectionPart(reference, statements, ids),
    ),
  ];
}

/** Every section that demands something or that a rule cites, in order. */
function sectionsOf(rfc, chapters, cited) {
  const statements = groupBy(
    chapters.flatMap((chapter) => chapter.statements),
    ({ section }) => section,
  );
  const ids = new Map(cited.map(({ reference, ids }) => [reference.section, ids]));
  return [...new Set([...statements.keys(), ...ids.keys()])]
    .map((section) => ({
      reference: { rfc, section },
      statements: statements.get(section) ?? [],
      ids: ids.get(section) ?? [],
    }))
    .sort((a, b) => compareReferences(a.reference, b.reference));
}

function sectionPart(reference, statements, ids) {
  const judging = new Set(statements.flatMap(({ rules = [] }) => rules));
  const further = ids.filter((id) => !judging.has(id)).map(pageLink);
  const rows = statements.map((statement) => [
    plain(statement.text),
    levelOf(statement),
    statement.rules?.map(pageLink).join(', ') ?? `– \`${statement.undecidable}\``,
  ]);
  return [
    `### ${linkTo(reference)}`,
    rows.length > 0 ? table(['Statement', 'Level', 'Rules'], rows) : undefined,
    further.length > 0 ? `${rows.length > 0 ? 'Further rules' : 'Rules'}: ${further.join(', ')}` : undefined,
  ];
}
