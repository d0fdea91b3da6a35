/** Text that Markdown shows as it is. */
export function plain(text) {
  return text.replace(/[\\`*_<>[\]|]/g, '\\$&').replace(/[\0-\x1f\x7f]+/g, ' ');
}

/** A link to the page of a rule. */
export function pageLink(id) {
  return `[${id}](${id}.md)`;
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A fence longer than any run of backticks in the text. */
export function fenced(language, text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Sections without the absent ones, blank lines between them. */
export function paragraphs(...parts) {
  return `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`;
}

export function section(title, ...parts) {
  const body = parts.filter((part) => part !== undefined && part !== '');
  return body.length === 0 ? undefined : [`## ${title}`, ...body].join('\n\n');
}
