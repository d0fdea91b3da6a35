import type { FlowMessage, Uri } from '@siplint/core';

/** The Request-URI of a request; undefined where it did not parse. */
export function requestUriOf({ message: { startLine } }: FlowMessage): Uri | undefined {
  return startLine.kind === 'request' ? startLine.requestUri.value : undefined;
}
