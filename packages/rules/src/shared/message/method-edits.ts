import { type Edit, replaceRange, type SipMessage } from '@siplint/core';

/** Writes another method into the start line of a request, and into its CSeq if that says the same, in whatever case. */
export function replaceMethod(message: SipMessage, method: string): Edit[] {
  const { startLine } = message;
  if (startLine.kind !== 'request') return [];
  const cseqMethod = message.field('CSeq')?.value?.method;
  const edits = [replaceRange(startLine.method, method)];
  if (cseqMethod?.text.toUpperCase() === startLine.method.text.toUpperCase()) {
    edits.push(replaceRange(cseqMethod, method));
  }
  return edits;
}
