import { serve } from '@siplint/language-server/node';

/** Serves an editor on standard input and output until it ends the talk. */
export function languageServer(): void {
  serve('stdio');
}
