type Data = Readonly<Record<string, string | number>>;

/** Writes a message with its data. */
export type FilledBy = (data: Data) => string;

const compiled = new Map<string, FilledBy>();

/** Fills the `{placeholders}` of a message; one without data stays as it is. Templates are few: each is taken apart once. */
export function fillTemplate(template: string, data: Data): string {
  let fill = compiled.get(template);
  if (!fill) {
    fill = compile(template);
    compiled.set(template, fill);
  }
  return fill(data);
}

function compile(template: string): FilledBy {
  // Text and placeholder names in turn.
  const pieces = template.split(/\{([A-Za-z]\w*)\}/);
  return (data) => {
    let text = pieces[0] ?? '';
    for (let i = 1; i < pieces.length; i += 2) {
      const name = pieces[i] ?? '';
      text += Object.hasOwn(data, name) ? data[name] : `{${name}}`;
      text += pieces[i + 1];
    }
    return text;
  };
}
