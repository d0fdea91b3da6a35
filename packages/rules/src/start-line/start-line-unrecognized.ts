import { defineRule, exactly, insertAt, type Range } from '@siplint/core';
import { altered, file, invite, line, response } from '../examples/messages.js';

/** METHOD SP URI: a request line that lacks its version only. */
const METHOD_AND_URI = /^[-A-Za-z0-9.!%*_+`'~]+ [A-Za-z][-A-Za-z0-9+.]*:\S+$/;
/** U+FEFF in UTF-16, in either order of octets, read octet by octet. */
const UTF16_MARK = /^(?:\xff\xfe|\xfe\xff)/;

export default defineRule({
  meta: {
    id: 'start-line-unrecognized',
    category: 'start-line',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Begin every message with a request line or a status line',
    docs: {
      what:
        'The first line of a message is a method, a URI and "SIP/2.0", or "SIP/2.0", a status code and a reason phrase. Text ' +
        'between messages that is neither a separator nor a comment is reported as well.',
      why:
        'A receiver does not know what the message is and drops it. The header fields behind such a line are checked for ' +
        'their grammar; nothing else of the message can be judged.',
      falsePositives: 'A remark between messages: begin its line with "#".',
      fixSafety: 'Unsafe: it takes a line of a method and a URI for a request.',
      bad: [
        invite({ startLine: '<|INVITE sip:bob@example.net|>' }),
        response(200, 'BYE', { startLine: '<|HTTP/1.1 200 OK|>' }),
        file(
          response(180, 'INVITE'),
          line('---'),
          line('<|The call is answered here.|>'),
          '\r\n',
          response(200, 'INVITE'),
        ),
        altered(invite(), (text) => text.replace(/^.*\r\nVia:.*/, (first) => `<|${first.split('\r\n')[1]}|>`)),
        exactly('<|\xff\xfeS\0I\0P\0|>', 'bytes'),
      ],
      good: [
        invite(),
        response(200, 'BYE', { startLine: 'sip/2.0 200 OK' }),
        invite({ startLine: 'INVITE tel:+1-212-555-1212 SIP/3.0' }),
        file(line('# The call is answered here.'), response(200, 'INVITE')),
      ],
    },
    references: [
      { rfc: 3261, section: '7' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      versionMissing: '"{found}" lacks the version: a request line ends in " SIP/2.0", without which it is no SIP',
      unrecognized: '"{found}" is no start line: a request line ends in "SIP/2.0", a status line begins with it',
      missing: '"{found}" stands where the start line belongs: without one the message is neither request nor response',
      utf16: 'The file is encoded in UTF-16: SIP is UTF-8, so nothing in it can be read',
    },
  },
  create: () => ({
    syntax: {
      'start-line.unrecognized'(issue, context) {
        const { message } = context;
        const found = message.sourceText(issue);
        // A name and a colon: where they end in a version as well, that is not what is wrong.
        const isMissing = message.startLine.end < issue.end || /^\S+:\s/.test(found);
        const data = { found };
        if (isMissing) context.report({ messageId: 'missing', at: issue, data });
        else if (METHOD_AND_URI.test(found)) {
          const fix = { title: 'End the request line with SIP/2.0', edits: [insertAt(issue.end, ' SIP/2.0')] };
          context.report({ messageId: 'versionMissing', at: issue, data, fix });
        } else context.report({ messageId: 'unrecognized', at: issue, data });
      },
    },
    file({ prose, source }, context) {
      for (const stretch of prose) {
        const at = firstLineOf(source.slice(stretch.start, stretch.end), stretch.start);
        const found = source.slice(at.start, at.end);
        if (stretch.start === 0 && UTF16_MARK.test(found)) context.report({ messageId: 'utf16', at });
        else if (METHOD_AND_URI.test(found)) {
          const fix = { title: 'End the request line with SIP/2.0', edits: [insertAt(at.end, ' SIP/2.0')] };
          context.report({ messageId: 'versionMissing', at, data: { found }, fix });
        } else context.report({ messageId: 'unrecognized', at, data: { found } });
      }
    },
  }),
});

/** The first line of a text that holds anything, without white space around it; the text stands at `offset`. */
function firstLineOf(text: string, offset: number): Range {
  const end = text.length;
  let from = 0;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  let to = from;
  while (to < end && text[to] !== '\n' && text[to] !== '\r') to++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: offset + from, end: offset + to };
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
