/**
 * Rows of a CSV text (RFC 4180) as objects keyed by the names of the first row.
 * @param {string} text
 * @returns {Record<string, string>[]}
 */
export function parseCsv(text) {
  const [names = [], ...rows] = csvRecords(text);
  return rows.map((fields) => Object.fromEntries(names.map((name, column) => [name, fields[column] ?? ''])));
}

/**
 * @param {string} text
 * @returns {string[][]}
 */
function csvRecords(text) {
  const records = [];
  let fields = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[at + 1] === '"') field += text[++at];
      else quoted = false;
    } else if (char === '"') {
      quoted = true;
    } else if (char === ',') {
      fields.push(field);
      field = '';
    } else if (char === '\n') {
      records.push([...fields, field]);
      fields = [];
      field = '';
    } else if (char !== '\r') {
      field += char;
    }
  }
  if (field !== '' || fields.length > 0) records.push([...fields, field]);
  return records;
}
