import type { SourceText } from '@siplint/core';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** The change of a file as a unified diff that `git apply` and `patch -p1` take; line ends stay as they are. */
export function patchOf(path: string, before: SourceText, after: SourceText): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before.text, after.text, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
