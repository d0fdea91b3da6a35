import { type FixPlan, insertAt, readIPv6, type SyntaxIssue } from '@siplint/core';

/** Puts brackets around what an issue found in the place of a host, if it is an IPv6 address that lacks nothing else. */
export function bracketIPv6({ start, end, data }: SyntaxIssue): FixPlan | undefined {
  const host = String(data?.host);
  if (!readIPv6(host, 0, host.length)) return undefined;
  return { title: 'Add square brackets', edits: [insertAt(start, '['), insertAt(end, ']')] };
}
