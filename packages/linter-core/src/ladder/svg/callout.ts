import type { LadderFinding } from '../ladder.js';
import { placeText } from '../wording.js';
import { SIZE } from './layout.js';
import { clipText, wrapText, xml } from './text.js';

const LINE = 17;
const PADDING = 8;

/** What a finding says, in a box of its own. */
export interface Callout {
  readonly svg: string;
  readonly height: number;
}

export function calloutOf(finding: LadderFinding, x: number, y: number, width: number): Callout {
  const { ruleId, severity, message, column } = finding;
  const lines = wrapText(message, width - 44, SIZE.label, 4);
  const height = PADDING * 2 + LINE * (lines.length + 1) - 4;
  const text = (row: number) => y + PADDING + 11 + row * LINE;
  const rule = clipText(ruleId, width - 220, SIZE.small + 1);
  const svg = [
    `<g class="${severity}">`,
    `<title>${xml(`${severity}: ${message} (${ruleId})`)}</title>`,
    `<rect class="tint" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`,
    `<rect class="bar" x="${x}" y="${y}" width="4" height="${height}" rx="2"/>`,
    `<text x="${x + 16}" y="${text(0)}"><tspan class="severity label">${severity}</tspan>`,
    `<tspan class="rule" font-size="12" dx="8">${xml(rule)}</tspan></text>`,
    `<text class="muted small end" x="${x + width - 12}" y="${text(0)}">${xml(placeText(finding))}:${column}</text>`,
    ...lines.map((each, i) => `<text x="${x + 16}" y="${text(i + 1)}">${xml(each)}</text>`),
    '</g>',
  ].join('');
  return { svg, height };
}
