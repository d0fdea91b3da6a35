import { DIGIT } from '../chars.js';
import type { TextNode } from '../nodes.js';
import { DOT } from './codes.js';
import type { Reader } from './reader.js';

/** MIME-Version = 1*DIGIT "." 1*DIGIT (§20.24, §25.1) */
export function readMimeVersion(reader: Reader): TextNode | undefined {
  const start = reader.pos;
  const isVersion = reader.take(DIGIT) && reader.accept(DOT) && reader.take(DIGIT);
  const version = reader.node(start, reader.pos);
  reader.skipLws();
  if (isVersion && reader.atEnd) return version;
  reader.pos = reader.end;
  return reader.fail('mime-version.malformed', start, reader.end, { found: reader.slice(start, reader.end) });
}
