import type { Severity } from '@siplint/core';
import picocolors from 'picocolors';

export type Colors = ReturnType<typeof picocolors.createColors>;

/** What decides about colour, apart from the command line. */
export interface ColorEnvironment {
  readonly isTerminal: boolean;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Options first, then NO_COLOR and FORCE_COLOR (set and not empty; FORCE_COLOR=0 means none), then the terminal. */
export function wantsColor(option: boolean | undefined, { isTerminal, variables }: ColorEnvironment): boolean {
  if (option !== undefined) return option;
  if (variables.NO_COLOR) return false;
  if (variables.FORCE_COLOR) return variables.FORCE_COLOR !== '0' && variables.FORCE_COLOR !== 'false';
  return isTerminal && variables.TERM !== 'dumb';
}

export function createColors(isEnabled: boolean): Colors {
  return picocolors.createColors(isEnabled);
}

/** A severity's own colour. */
export function paint(colors: Colors, severity: Severity, text: string): string {
  switch (severity) {
    case 'error':
      return colors.red(text);
    case 'warning':
      return colors.yellow(text);
    case 'info':
      return colors.blue(text);
    case 'hint':
      return colors.dim(text);
  }
}
