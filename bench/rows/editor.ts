import { file } from '../corpus.js';
import { LanguageClient } from '../language-client.js';
import { type Row, row } from '../report.js';

const EDITS = 200;
const WARM_UP = 30;
const LINES_OF_MESSAGE = 15;
const ONE_MEGABYTE = 1_000_000;

/** P10: from a change to the diagnostics that the client asked for. */
export async function pulled(): Promise<Row[]> {
  return [
    await editorRow('P10', 1_000, true, { gate: 20, goal: 8 }),
    await editorRow('P10', 20_000, true, { gate: 100, goal: 40 }),
    await memoryRow(),
  ];
}

/** P11: from a change to the diagnostics that come by themselves, the rest behind a change included. */
export async function pushed(): Promise<Row[]> {
  return [await editorRow('P11', 20_000, false, { gate: 300, goal: 150 })];
}

async function editorRow(
  id: string,
  lines: number,
  pulls: boolean,
  limits: { readonly gate: number; readonly goal: number },
): Promise<Row> {
  const text = textOf(lines);
  const client = await LanguageClient.open(text, pulls);
  const times: number[] = [];
  for (let edit = 0; edit < WARM_UP + EDITS; edit++) {
    const line = lineOf(edit, lines);
    const time = await (pulls ? client.pullAfterEdit(line) : client.pushAfterEdit(line));
    if (edit >= WARM_UP) times.push(time);
  }
  await client.close();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  const details = [`median ${at(0.5).toPrecision(3)} ms, most ${at(0.999).toPrecision(3)} ms`];
  const what = `didChange → ${pulls ? 'pulled' : 'pushed'} diagnostics, p95, ${lines} lines`;
  return row(id, what, { value: at(0.95), unit: ' ms' }, limits, details);
}

/**
 * What a thousand edits of a megabyte add to the memory of the server, once it has taken what it needs. Of some edits each the
 * least counts: between two collections it rises and falls by a fifth.
 */
async function memoryRow(): Promise<Row> {
  const text = file(ONE_MEGABYTE / 600).text.slice(0, ONE_MEGABYTE);
  const client = await LanguageClient.open(text, true);
  const lines = text.split('\n').length;
  const leastOver = async (edits: number): Promise<number> => {
    let least = Number.POSITIVE_INFINITY;
    for (let edit = 0; edit < edits; edit++) {
      await client.pullAfterEdit(lineOf(edit, lines));
      least = Math.min(least, client.serverMemory);
    }
    return least;
  };
  await leastOver(EDITS);
  const before = await leastOver(EDITS);
  await leastOver(1_000);
  const after = await leastOver(EDITS);
  await client.close();
  const details = [`${Math.round(before / 1e6)} MB, ${Math.round(after / 1e6)} MB after 1000 more edits`];
  return row(
    'P10',
    'server memory behind 1000 edits of 1 MB',
    { value: after / before, unit: '' },
    { gate: 1.2, goal: 1.1 },
    details,
  );
}

/** Whole messages of at least so many lines. */
function textOf(lines: number): string {
  const { text } = file(Math.ceil(lines / LINES_OF_MESSAGE));
  let end = -1;
  for (let line = 0; line < lines && end < text.length; line++) {
    const next = text.indexOf('\n', end + 1);
    if (next < 0) break;
    end = next;
  }
  return text.slice(0, end + 1);
}

/** Places all over the document, the same in every run. */
function lineOf(edit: number, lines: number): number {
  return (edit * 7919) % lines;
}
