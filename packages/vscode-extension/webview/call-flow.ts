// The page of the call-flow panel: draws the ladder, tells the extension which message was chosen, lights the one it names.

interface Host {
  postMessage(message: unknown): void;
}

declare function acquireVsCodeApi(): Host;

type ExtensionMessage =
  | { readonly type: 'draw'; readonly svg: string; readonly lit?: number }
  | { readonly type: 'light'; readonly index?: number };

const host = acquireVsCodeApi();
const flow = byId('flow');
const empty = byId('empty');
const status = byId('status');

window.addEventListener('message', ({ data }: MessageEvent<ExtensionMessage>) => {
  if (data.type === 'draw') draw(data.svg, data.lit);
  else light(data.index);
});

for (const button of document.querySelectorAll<HTMLElement>('[data-export]')) {
  button.addEventListener('click', () => host.postMessage({ type: 'export', format: button.dataset.export }));
}

flow.addEventListener('click', ({ target }) => {
  const arrow = target instanceof Element ? target.closest<SVGElement>('[data-message]') : undefined;
  if (arrow) choose(arrow);
});

flow.addEventListener('keydown', (event) => {
  const all = arrows();
  const at = all.findIndex(({ dataset }) => dataset.message === focusedMessage());
  const next = keyTarget(event.key, at, all.length);
  if (next !== undefined) {
    event.preventDefault();
    focus(all[next]);
  } else if ((event.key === 'Enter' || event.key === ' ') && all[at]) {
    event.preventDefault();
    choose(all[at]);
  }
});

host.postMessage({ type: 'ready' });

function keyTarget(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The index of the message that has the focus, as the drawing writes it. */
function focusedMessage(): string | undefined {
  return document.activeElement?.getAttribute('data-message') ?? undefined;
}

/** Puts a drawing in place of the one before; what was scrolled to, chosen and focused stays. */
function draw(svg: string, lit: number | undefined): void {
  const focused = focusedMessage();
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const isDrawn = parsed instanceof SVGElement && parsed.querySelector('[data-message]') !== null;
  empty.hidden = isDrawn;
  if (!isDrawn) {
    flow.replaceChildren();
    return;
  }
  const style = parsed.querySelector('style');
  // A style element would be refused by the policy of the page; a style sheet that a script makes is not.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style?.textContent ?? '');
  document.adoptedStyleSheets = [sheet];
  style?.remove();
  flow.replaceChildren(document.importNode(parsed, true));
  makeAccessible();
  light(lit);
  if (focused) focus(flow.querySelector<SVGElement>(`[data-message="${focused}"]`) ?? undefined);
}

/** The drawing as a list of messages of which one is chosen. */
function makeAccessible(): void {
  const drawing = flow.querySelector('svg');
  drawing?.setAttribute('role', 'listbox');
  for (const [position, arrow] of arrows().entries()) {
    arrow.setAttribute('role', 'option');
    arrow.setAttribute('aria-selected', 'false');
    arrow.setAttribute('aria-label', arrow.querySelector('title')?.textContent ?? '');
    arrow.setAttribute('tabindex', position === 0 ? '0' : '-1');
    arrow.prepend(backgroundOf(arrow));
  }
}

/** Makes the whole row of an arrow a target, and shows which one is lit. */
function backgroundOf(arrow: SVGElement): SVGElement {
  const background = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const { y, height } = arrow instanceof SVGGraphicsElement ? arrow.getBBox() : { y: 0, height: 0 };
  background.setAttribute('class', 'row');
  background.setAttribute('x', '0');
  background.setAttribute('y', String(y - 4));
  background.setAttribute('width', '100%');
  background.setAttribute('height', String(height + 8));
  return background;
}

function choose(arrow: SVGElement): void {
  const index = Number(arrow.dataset.message);
  light(index);
  focus(arrow);
  host.postMessage({ type: 'reveal', index });
}

function light(index: number | undefined): void {
  for (const arrow of arrows()) {
    const isLit = Number(arrow.dataset.message) === index;
    arrow.setAttribute('aria-selected', String(isLit));
    if (!isLit) continue;
    arrow.scrollIntoView({ block: 'nearest' });
    status.textContent = arrow.getAttribute('aria-label');
  }
}

function focus(arrow: SVGElement | undefined): void {
  if (!arrow) return;
  for (const other of arrows()) other.setAttribute('tabindex', other === arrow ? '0' : '-1');
  arrow.focus();
}

function arrows(): SVGElement[] {
  return [...flow.querySelectorAll<SVGElement>('[data-message]')];
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
