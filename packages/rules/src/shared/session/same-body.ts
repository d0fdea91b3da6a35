/** True if two bodies are the same text, however their lines end and whether the last of them does. */
export function isSameBody(a: string, b: string): boolean {
  return a === b || withPlainLineEnds(a) === withPlainLineEnds(b);
}

export function withPlainLineEnds(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd();
}
