import type { Ladder, LadderMessage } from '../ladder.js';
import { detailText, sendingText, sessionText, type TimeTexts } from '../wording.js';
import { type Columns, labelOf } from './layout.js';
import type { Kind } from './style.js';
import { xml } from './text.js';

/** Pixels from the top of a row to the arrow, and of the whole row. */
export const ROW = { shaft: 26, height: 48 } as const;
const HEAD = { length: 9, half: 4.5 } as const;

/** A message as an arrow between two lifelines, or as a line of text where nothing shows between whom it went. */
export function arrowOf(
  ladder: Ladder,
  message: LadderMessage,
  columns: Columns,
  top: number,
  time: TimeTexts | undefined,
): string {
  const { from = '', to = '', index, line } = message;
  const start = columns.x.get(from);
  const end = columns.x.get(to);
  const classes = [kindOf(message), ...(message.repeats === undefined ? [] : ['repeated'])].join(' ');
  const parts = [
    `<g class="${classes}" data-message="${index}" data-line="${line}">`,
    titleOf(ladder, message, columns),
  ];
  const y = top + ROW.shaft;
  if (time) {
    parts.push(`<text class="mono small end" x="${columns.timeEnd}" y="${y - 1}">${time.elapsed}</text>`);
    parts.push(`<text class="mono small muted end" x="${columns.timeEnd}" y="${y + 13}">${time.delta}</text>`);
  }
  if (start === undefined || end === undefined) parts.push(placeless(ladder, message, columns, y));
  else if (start === end) parts.push(loop(ladder, message, start, y));
  else parts.push(straight(ladder, message, start, end, y));
  parts.push('</g>');
  return parts.join('');
}

function kindOf({ kind, status = 0 }: LadderMessage): Kind {
  if (kind !== 'response') return 'request';
  if (status < 200) return 'provisional';
  if (status < 300) return 'success';
  return status < 400 ? 'redirection' : 'failure';
}

function straight(ladder: Ladder, message: LadderMessage, start: number, end: number, y: number): string {
  const direction = end > start ? 1 : -1;
  const middle = (start + end) / 2;
  const neck = end - direction * HEAD.length;
  return [
    `<path class="shaft${message.inferred ? ' inferred' : ''}" d="M${start} ${y}H${neck}"/>`,
    `<path class="head" d="M${end} ${y}L${neck} ${y - HEAD.half}V${y + HEAD.half}z"/>`,
    `<text class="halo mid" x="${middle}" y="${y - 8}">${spans(message)}</text>`,
    `<text class="halo muted small mid" x="${middle}" y="${y + 14}">${xml(detailText(ladder, message))}</text>`,
    pin(message, start + direction * 16, y),
  ].join('');
}

function loop(ladder: Ladder, message: LadderMessage, x: number, y: number): string {
  return [
    `<path class="shaft${message.inferred ? ' inferred' : ''}" d="M${x} ${y - 8}h22q8 0 8 8t-8 8h${HEAD.length - 22}"/>`,
    `<path class="head" d="M${x} ${y + 8}l${HEAD.length} ${-HEAD.half}v${2 * HEAD.half}z"/>`,
    `<text class="halo" x="${x + 38}" y="${y - 3}">${spans(message)}</text>`,
    `<text class="halo muted small" x="${x + 38}" y="${y + 13}">${xml(detailText(ladder, message))}</text>`,
    pin(message, x + 16, y - 8),
  ].join('');
}

function placeless(ladder: Ladder, message: LadderMessage, { timeEnd }: Columns, y: number): string {
  const x = timeEnd + 24 + (message.findings.length > 0 ? 22 : 0);
  return [
    `<text class="halo" x="${x}" y="${y - 3}">${spans(message)}</text>`,
    `<text class="halo muted small" x="${x}" y="${y + 13}">${xml(detailText(ladder, message))}</text>`,
    pin(message, timeEnd + 28, y - 7),
  ].join('');
}

function spans(message: LadderMessage): string {
  const session = sessionText(message);
  const sending = sendingText(message);
  return [
    `<tspan class="label">${xml(labelOf(message))}</tspan>`,
    session === undefined ? '' : `<tspan class="session mark" dx="8">${session}</tspan>`,
    sending === undefined ? '' : `<tspan class="muted mark" dx="8">${sending}</tspan>`,
  ].join('');
}

/** Marks the arrow; how many findings it has, where they are several. */
function pin({ findings }: LadderMessage, x: number, y: number): string {
  const worst = ['error', 'warning', 'info', 'hint'].find((name) => findings.some(({ severity }) => severity === name));
  if (worst === undefined) return '';
  const text = findings.length === 1 ? '!' : findings.length > 99 ? '99' : findings.length;
  const title = findings.slice(0, 3).map(({ message, ruleId }) => `${message} (${ruleId})`);
  return [
    `<g class="${worst}"><title>${xml(title.join(' | '))}</title>`,
    `<circle class="bar" cx="${x}" cy="${y}" r="8"/><text class="pin" x="${x}" y="${y + 4}">${text}</text></g>`,
  ].join('');
}

/** What a pointer that rests on the arrow, and a screen reader, are told. */
function titleOf(ladder: Ladder, message: LadderMessage, columns: Columns): string {
  const nameOf = (id = '') => columns.names.get(id) ?? '?';
  const way = message.from === undefined ? '' : `, ${nameOf(message.from)} to ${nameOf(message.to)}`;
  const doubt = message.inferred ? ' (inferred)' : '';
  const repeat = message.sending === undefined ? '' : `, retransmission ${message.sending - 1}`;
  return `<title>${xml(`${message.label}${way}${doubt}${repeat}, ${detailText(ladder, message)}`)}</title>`;
}
