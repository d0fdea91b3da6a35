import assert from 'node:assert/strict';
import { isAtLeast, lintSource, resolveConfig, SourceText, utf8Length } from '@siplint/core';
import { rules } from '../../src/index.js';

const config = resolveConfig([], rules, [], { preset: 'recommended' }).forFile('');

/**
 * A message of the wire from its lines, indented as one likes; one that begins with ">" goes on with the header field above.
 * It gets the right Content-Length where it names none.
 */
export function sip(lines: string, body = ''): string {
  const head = lines.trim().replace(/^ *(>?) */gm, (_, fold) => (fold ? ' ' : ''));
  const payload = crlf(body);
  const length = /^(content-length|l)[ \t]*:/im.test(head) ? '' : `\nContent-Length: ${utf8Length(payload)}`;
  return `${crlf(head + length)}\r\n\r\n${payload}`;
}

/** A message that leaves Content-Length out. */
export function sipWithoutLength(lines: string, body = ''): string {
  return sip(lines, body).replace(/Content-Length: \d+\r\n/, '');
}

/** Messages of one file, apart. */
export function flow(...messages: readonly string[]): string {
  return messages.join('---\r\n');
}

/**
 * A file that is right: no error under the recommended preset, and no warning but those named. Stored with CRLF and with LF.
 */
export function valid(name: string, file: string, warnings: readonly string[] = []): void {
  for (const [form, text] of [
    ['CRLF', file],
    ['LF', file.replaceAll('\r\n', '\n')],
  ] as const) {
    it(`${name}, ${form}`, () => {
      const { findings } = lintSource(SourceText.fromString(text), 'valid.sip', config);
      const found = findings
        .filter(({ severity }) => isAtLeast(severity, 'warning'))
        .map(({ severity, ruleId, message }) =>
          severity === 'warning' ? ruleId : `${severity} ${ruleId}: ${message}`,
        );
      assert.deepEqual([...new Set(found)].sort(), [...warnings].sort());
    });
  }
}

function crlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}
