/**
 * What a line of our sequence diagrams may be, stricter than Mermaid itself: entity codes are the only use of `#` and `;`, a
 * line break the only markup, and no text begins with a keyword of wrapping.
 */
const TEXT = /(?:#\d+;|<br\/>|:(?= )|[\p{L}\p{M}\p{Nd} .,()/@+=×·…"'_-])+/u.source;

export const MERMAID_LINE = new RegExp(
  `^ {4}(?:accTitle: ${TEXT}|accDescr: ${TEXT}|participant p\\d+ as ${TEXT}|p\\d+--?>>p\\d+: (?!(?:no)?wrap:)${TEXT}|` +
    `Note over p\\d+(?:,p\\d+)?: (?!(?:no)?wrap:)${TEXT})$`,
  'u',
);
