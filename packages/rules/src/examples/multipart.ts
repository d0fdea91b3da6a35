import type { Example } from '@siplint/core';
import { type Changes, invite } from './messages.js';

/** An INVITE with a multipart body of one part with these header fields; values may hold marks. */
export function multipart(part: Readonly<Record<string, string>>, content = 'hi', changes: Changes = {}): Example {
  const rows = Object.entries(part).map(([name, value]) => `${name}: ${value}\r\n`);
  return multipartBody(`--b1\r\n${rows.join('')}\r\n${content}\r\n--b1--\r\n`, changes);
}

/** An INVITE with a body of type multipart/mixed, its boundary being `b1`. */
export function multipartBody(body: string, changes: Changes = {}): Example {
  return invite({ 'Content-Type': 'multipart/mixed;boundary=b1', body, ...changes });
}
