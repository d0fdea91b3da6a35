import { nearest, typoDistance } from '@siplint/core';

/**
 * The name that a word in lower case was meant for: one that has two neighbouring letters the other way round, or that is
 * spelled most like it.
 */
export function similarName(word: string, names: readonly string[]): string | undefined {
  return names.find((name) => isSwapped(word, name)) ?? nearest(word, names, typoDistance(word));
}

function isSwapped(word: string, name: string): boolean {
  if (word.length !== name.length) return false;
  let at = 0;
  while (at < word.length && word[at] === name[at]) at++;
  return word[at] === name[at + 1] && word[at + 1] === name[at] && word.slice(at + 2) === name.slice(at + 2);
}
