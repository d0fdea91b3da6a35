export type SvgTheme = 'auto' | 'light' | 'dark';

interface Palette {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly box: string;
  readonly session: string;
  readonly request: string;
  readonly provisional: string;
  readonly success: string;
  readonly redirection: string;
  readonly failure: string;
  readonly error: readonly [bar: string, tint: string];
  readonly warning: readonly [bar: string, tint: string];
  readonly info: readonly [bar: string, tint: string];
  readonly hint: readonly [bar: string, tint: string];
}

const LIGHT: Palette = {
  background: '#ffffff',
  ink: '#1f2328',
  muted: '#59636e',
  line: '#c4ccd4',
  box: '#f6f8fa',
  session: '#8250df',
  request: '#0550ae',
  provisional: '#59636e',
  success: '#1a7f37',
  redirection: '#9a6700',
  failure: '#cf222e',
  error: ['#cf222e', '#ffebe9'],
  warning: ['#bf8700', '#fff8c5'],
  info: ['#0969da', '#ddf4ff'],
  hint: ['#59636e', '#f6f8fa'],
};

const DARK: Palette = {
  background: '#0d1117',
  ink: '#e6edf3',
  muted: '#9198a1',
  line: '#3d444d',
  box: '#161b22',
  session: '#ab7df8',
  request: '#58a6ff',
  provisional: '#9198a1',
  success: '#3fb950',
  redirection: '#d29922',
  failure: '#ff7b72',
  error: ['#f85149', '#2d1517'],
  warning: ['#d29922', '#2a2111'],
  info: ['#4493f8', '#121d2f'],
  hint: ['#9198a1', '#161b22'],
};

const SANS =
  "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans','DejaVu Sans',sans-serif";
const MONO = "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono','DejaVu Sans Mono',monospace";

/** Arrow classes by what a message is. */
export const KINDS = ['request', 'provisional', 'success', 'redirection', 'failure'] as const;
export type Kind = (typeof KINDS)[number];

/** The style sheet: everything that has no colour is said once, the colours once for each theme. */
export function styleSheet(theme: SvgTheme): string {
  const shapes = [
    `.siplint-ladder{font-family:${SANS};font-size:13px}`,
    `.siplint-ladder .mono,.siplint-ladder .rule{font-family:${MONO}}`,
    '.siplint-ladder .mid{text-anchor:middle}.siplint-ladder .end{text-anchor:end}',
    '.siplint-ladder .name{font-weight:600}.siplint-ladder .small{font-size:11px}.siplint-ladder .label{font-weight:600}',
    '.siplint-ladder .mark{font-size:11px;font-weight:600}.siplint-ladder .caption{font-size:15px;font-weight:600}',
    '.siplint-ladder .halo{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}',
    '.siplint-ladder .shaft{fill:none;stroke-width:1.6}.siplint-ladder .inferred{stroke-dasharray:5 4}',
    '.siplint-ladder .repeated{opacity:.62}.siplint-ladder .pin{font-size:11px;font-weight:700;text-anchor:middle}',
  ].join('\n');
  if (theme === 'dark') return `${shapes}\n${colors(DARK)}`;
  if (theme === 'light') return `${shapes}\n${colors(LIGHT)}`;
  return `${shapes}\n${colors(LIGHT)}\n@media (prefers-color-scheme:dark){\n${colors(DARK)}\n}`;
}

function colors(palette: Palette): string {
  const rule = (selector: string, declarations: string) => `.siplint-ladder ${selector}{${declarations}}`;
  return [
    rule('.background', `fill:${palette.background}`),
    rule('text', `fill:${palette.ink}`),
    rule('.halo', `stroke:${palette.background}`),
    rule('.muted', `fill:${palette.muted}`),
    rule('.lifeline', `stroke:${palette.line}`),
    rule('.box', `fill:${palette.box};stroke:${palette.line}`),
    rule('.session', `fill:${palette.session}`),
    ...KINDS.flatMap((kind) => [
      rule(`.${kind} .shaft`, `stroke:${palette[kind]}`),
      rule(`.${kind} .head,.siplint-ladder .${kind} .label`, `fill:${palette[kind]}`),
    ]),
    ...(['error', 'warning', 'info', 'hint'] as const).flatMap((severity) => [
      rule(`.${severity} .tint`, `fill:${palette[severity][1]}`),
      rule(`.${severity} .bar,.siplint-ladder .${severity} .severity`, `fill:${palette[severity][0]}`),
    ]),
    rule('.pin', `fill:${palette.background}`),
  ].join('\n');
}
