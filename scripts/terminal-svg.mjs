// Draws what a command printed to a terminal, with its colours, as an SVG picture.

const CELL = { width: 8.4, height: 19 };
const PADDING = 16;
const TITLE_BAR = 30;
const PALETTE = {
  background: '#1e1e2e',
  bar: '#313244',
  text: '#cdd6f4',
  dim: '#7f849c',
  30: '#45475a',
  31: '#f38ba8',
  32: '#a6e3a1',
  33: '#f9e2af',
  34: '#89b4fa',
  35: '#cba6f7',
  36: '#94e2d5',
  37: '#bac2de',
  90: '#7f849c',
};

/**
 * @param {string} command as typed
 * @param {string} output with its escape sequences
 */
export function terminalSvg(command, output) {
  const lines = [`\u001b[32m$\u001b[39m ${command}`, ...output.replace(/\n+$/, '').split('\n')].map(spansOf);
  const columns = Math.max(60, ...lines.map((spans) => spans.reduce((sum, { text }) => sum + [...text].length, 0)));
  const width = Math.ceil(columns * CELL.width + 2 * PADDING);
  const height = TITLE_BAR + lines.length * CELL.height + 2 * PADDING;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(command)}">`,
    `<rect width="100%" height="100%" rx="8" fill="${PALETTE.background}"/>`,
    `<path d="M0 8a8 8 0 0 1 8-8h${width - 16}a8 8 0 0 1 8 8v${TITLE_BAR - 8}H0z" fill="${PALETTE.bar}"/>`,
    ...['#f38ba8', '#f9e2af', '#a6e3a1'].map(
      (fill, i) => `<circle cx="${18 + i * 18}" cy="15" r="5.5" fill="${fill}"/>`,
    ),
    `<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14" xml:space="preserve">`,
    ...lines.map((spans, row) => lineSvg(spans, TITLE_BAR + PADDING + row * CELL.height + 13)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function lineSvg(spans, y) {
  let column = 0;
  return spans
    .map(({ text, style }) => {
      const x = PADDING + column * CELL.width;
      const length = [...text].length;
      column += length;
      if (text.trim() === '') return '';
      const fill = style.dim ? PALETTE.dim : (PALETTE[style.color] ?? PALETTE.text);
      const weight = style.bold ? ' font-weight="bold"' : '';
      const underline = style.underline ? ' text-decoration="underline"' : '';
      // textLength keeps the columns whatever font the reader has.
      const size = `textLength="${(length * CELL.width).toFixed(1)}" lengthAdjust="spacingAndGlyphs"`;
      return `<text x="${x.toFixed(1)}" y="${y}" fill="${fill}"${weight}${underline} ${size}>${escapeXml(text)}</text>`;
    })
    .join('');
}

/** Splits a line at its SGR sequences. */
function spansOf(line) {
  const spans = [];
  let style = {};
  for (const [, codes, text] of `\u001b[m${line}`.matchAll(/\u001b\[([\d;]*)m([^\u001b]*)/g)) {
    for (const code of (codes || '0').split(';').map(Number)) style = restyled(style, code);
    if (text) spans.push({ text, style });
  }
  return spans;
}

function restyled(style, code) {
  if (code === 0) return {};
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 4) return { ...style, underline: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 24) return { ...style, underline: false };
  if (code === 39) return { ...style, color: undefined };
  return (code >= 30 && code <= 37) || code === 90 ? { ...style, color: code } : style;
}

function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
