import type { Ladder, LadderParticipant } from '../ladder.js';
import { notesOf, shownFindings, summaryText, timeTexts } from '../wording.js';
import { arrowOf, ROW } from './arrow.js';
import { calloutOf } from './callout.js';
import { type Columns, layColumns, MARGIN, participantTexts, SIZE } from './layout.js';
import { type SvgTheme, styleSheet } from './style.js';
import { clipText, wrapText, xml } from './text.js';

export interface SvgOptions {
  /** What stands above the diagram, as the name of the file. */
  readonly title?: string;
  /** `auto` follows the reader's colour scheme. */
  readonly theme?: SvgTheme;
}

const HEADER = { top: 58, height: 42 } as const;
const WIDEST_CALLOUT = 720;
/** From this many messages on the participants stand below the diagram, too. */
const LONG = 16;

/** The ladder as one SVG document that needs nothing else: no script, no font, no picture from elsewhere. */
export function renderSvg(ladder: Ladder, { title = 'SIP call flow', theme = 'auto' }: SvgOptions = {}): string {
  const { participants, messages, findings } = ladder;
  const columns = layColumns(ladder);
  const times = timeTexts(ladder);
  const arrows: string[] = [];
  let y = HEADER.top + HEADER.height + 8;
  const addFindings = (pinned: Parameters<typeof shownFindings>[0], x: number): void => {
    const { shown, more } = shownFindings(pinned);
    for (const finding of shown) {
      const callout = calloutOf(finding, x, y + 4, Math.min(WIDEST_CALLOUT, columns.width - MARGIN - x));
      arrows.push(callout.svg);
      y += callout.height + 8;
    }
    if (more === 0) return;
    arrows.push(`<text class="muted small" x="${x + 16}" y="${y + 14}">and ${more} more</text>`);
    y += 22;
  };
  for (const [i, message] of messages.entries()) {
    arrows.push(arrowOf(ladder, message, columns, y, times[i]));
    y += ROW.height;
    addFindings(message, columns.timeEnd + MARGIN);
  }
  const lifelineEnd = y + 8;
  y = lifelineEnd;
  const footer = messages.length >= LONG ? participants.map((participant) => boxOf(participant, columns, y)) : [];
  if (footer.length > 0) y += HEADER.height;
  y += 12;
  addFindings({ findings }, MARGIN);
  const notes = notesOf(ladder).flatMap((note) => wrapText(note, columns.width - 2 * MARGIN, SIZE.small, 3));
  const noteLines = notes.map((note, i) => {
    return `<text class="muted small" x="${MARGIN}" y="${y + 12 + i * 16}">${xml(note)}</text>`;
  });
  const height = y + notes.length * 16 + 16;
  const { width } = columns;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="siplint-ladder" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="siplint-title siplint-desc">`,
    `<title id="siplint-title">${xml(title)}</title>`,
    `<desc id="siplint-desc">${xml(descriptionOf(ladder))}</desc>`,
    `<style>\n${styleSheet(theme)}\n</style>`,
    '<rect class="background" width="100%" height="100%" rx="6"/>',
    `<text class="caption" x="${MARGIN}" y="30">${xml(clipText(title, width - 2 * MARGIN, 15))}</text>`,
    `<text class="muted small" x="${MARGIN}" y="47">${xml(summaryText(ladder))}</text>`,
    ...participants.map(({ id, inferred }) => lifeline(columns.x.get(id) ?? 0, lifelineEnd, inferred)),
    ...participants.map((participant) => boxOf(participant, columns, HEADER.top)),
    ...footer,
    ...arrows,
    ...noteLines,
    '</svg>',
    '',
  ].join('\n');
}

function lifeline(x: number, end: number, inferred: boolean): string {
  return `<line class="lifeline${inferred ? ' inferred' : ''}" x1="${x}" y1="${HEADER.top + HEADER.height}" x2="${x}" y2="${end}"/>`;
}

function boxOf(participant: LadderParticipant, columns: Columns, top: number): string {
  const x = columns.x.get(participant.id) ?? 0;
  const width = columns.boxWidth.get(participant.id) ?? 0;
  const [name, below] = participantTexts(participant);
  const full = participant.address === undefined ? participant.name : `${participant.name}, ${participant.address}`;
  return [
    `<g><title>${xml(participant.inferred ? `${full} (inferred)` : full)}</title>`,
    `<rect class="box${participant.inferred ? ' inferred' : ''}" x="${x - width / 2}" y="${top}" width="${width}" height="${HEADER.height}" rx="5"/>`,
    `<text class="name mid" x="${x}" y="${top + (below === '' ? 26 : 18)}">${xml(name)}</text>`,
    below === '' ? '' : `<text class="mono small muted mid" x="${x}" y="${top + 34}">${xml(below)}</text>`,
    '</g>',
  ].join('');
}

/** The diagram in words. */
function descriptionOf(ladder: Ladder): string {
  const names = ladder.participants.slice(0, 12).map(({ name }) => name);
  return `Ladder diagram: ${summaryText(ladder)}. Participants from left to right: ${names.join(', ') || 'none'}.`;
}
