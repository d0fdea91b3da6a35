import { badExample, goodExample } from './examples.mjs';
import { fenced, paragraphs, plain, section, table } from './markdown.mjs';
import { linkTo } from './references.mjs';

/** The page of a rule. */
export function rulePage(rule) {
  const { meta } = rule;
  const { docs } = meta;
  return paragraphs(
    `# ${meta.id}`,
    `**${plain(meta.title)}**`,
    factsOf(meta),
    docs && plain(docs.what),
    section('Why', docs && plain(docs.why)),
    section('Bad', ...(docs?.bad ?? []).map((example) => badExample(rule, example))),
    section('Good', ...(docs?.good ?? []).map(goodExample)),
    section('Options', optionsTable(meta.options)),
    section('Fix', docs?.fixSafety && plain(docs.fixSafety)),
    section('False positives', docs?.falsePositives && plain(docs.falsePositives)),
    section('References', (meta.references ?? []).map((reference) => `- ${linkTo(reference)}`).join('\n')),
    section(
      'Configure',
      fenced(
        'yaml',
        `rules:\n  ${meta.id}: ${meta.severity === 'error' ? 'warning' : 'error'} # or hint, info, warning, error, off`,
      ),
      'For one message, in a line before it:',
      fenced('sip', `# siplint-disable-next-message ${meta.id} -- reason`),
    ),
  );
}

/** The page of what the engine itself reports. */
export function enginePage(id, { title, severity, what }) {
  return paragraphs(
    `# ${id}`,
    `**${plain(title)}**`,
    table(['Severity', 'Reported by'], [[severity, 'the engine']]),
    plain(what),
  );
}

function factsOf({ level, category, fixable, since, ...meta }) {
  const { recommended, strict } = severitiesOf(meta);
  return table(
    ['Level', 'Category', '`recommended`', '`strict`', 'Fix', 'Since'],
    [[level ?? '', category, recommended, strict, fixable ?? 'no', since ?? '']],
  );
}

/** What the presets make of a rule. */
export function severitiesOf({ severity, strictSeverity = severity, presets = [] }) {
  return { recommended: presets.includes('recommended') ? severity : 'off', strict: strictSeverity };
}

function optionsTable(options) {
  if (!options) return undefined;
  const rows = Object.entries(options.schema.properties ?? {}).map(([name, schema]) => [
    `\`${name}\``,
    plain(schema.description ?? ''),
    code(options.default?.[name]),
    code((options.strict ?? options.default)?.[name]),
  ]);
  return table(['Option', 'Meaning', 'Default', 'Under `strict`'], rows);
}

function code(value) {
  return value === undefined ? '' : `\`${JSON.stringify(value).replaceAll('|', '\\|')}\``;
}
