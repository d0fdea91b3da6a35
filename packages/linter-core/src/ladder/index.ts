// The messages of a file as a ladder diagram; runs in a browser as it is.

export * from './build-ladder.js';
export type * from './ladder.js';
export * from './render-mermaid.js';
export * from './svg/render-svg.js';
export type { SvgTheme } from './svg/style.js';
export * from './wording.js';
