/** Colours for what the tree knows, as themes name them. */
export const TOKEN_TYPES = [
  'comment',
  'keyword',
  'macro',
  'namespace',
  'number',
  'parameter',
  'property',
  'string',
  'type',
  'variable',
] as const;

export const TOKEN_MODIFIERS = ['deprecated'] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];
