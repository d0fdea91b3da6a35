import { defineRule, type Edit, type FixPlan, type SipMessage } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { adjustContentLength } from '../shared/message/content-length.js';
import { removeAllRows } from '../shared/message/rows.js';

export default defineRule({
  meta: {
    id: 'transfer-encoding-chunked',
    category: 'content',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send bodies without a transfer coding',
    docs: {
      what:
        'A SIP message has no Transfer-Encoding header field: the chunked coding of HTTP is forbidden, and no other ' +
        'is defined. Content-Length tells how long the body is.',
      why:
        'SIP receivers do not know the header field. They take the sizes of the chunks for text of the body, so the ' +
        'session description cannot be read.',
      fixSafety: 'Unsafe: the body is put together from its chunks, if it is made of them.',
      bad: [
        options({ '<|Transfer-Encoding|>': 'chunked' }),
        invite({
          '<|Transfer-Encoding|>': 'chunked',
          'Content-Type': 'text/plain',
          body: '2\r\nhi\r\n3;x=y\r\n!\r\n\r\n0\r\n\r\n',
        }),
      ],
      good: [options({ 'Content-Length': '0' }), options({ 'Content-Transfer-Encoding': 'binary' })],
    },
    references: [{ rfc: 3261, section: '7.4.2' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      forbidden:
        'SIP has no Transfer-Encoding: receivers skip the header field and take what the coding adds for text of the body',
    },
  },
  create: () => ({
    otherHeaders: {
      'transfer-encoding'(field, context) {
        const { message } = context;
        if (message.field('transfer-encoding') !== field) return;
        const fix = withoutChunks(message, field.rawValue);
        context.report({ messageId: 'forbidden', at: field.nameNode, fix });
      },
    },
  }),
});

function withoutChunks(message: SipMessage, coding: string): FixPlan | undefined {
  if (coding.toLowerCase() !== 'chunked') return undefined;
  const frame = chunkFrame(message);
  if (!frame) return undefined;
  const title = frame.length > 0 ? 'Remove Transfer-Encoding and put the chunks together' : 'Remove Transfer-Encoding';
  const added = frame.map(({ start, end }) => message.text.slice(start, end)).join('');
  const length = adjustContentLength(message, '', added);
  return { title, edits: [...removeAllRows(message, 'transfer-encoding'), ...length, ...frame] };
}

const SIZE_LINE = /([\da-f]{1,8})(?:[ \t]*;[^\r\n]*)?(?:\r\n|\n)/iy;
const LINE_END = /\r\n|\n|$/y;

/** Edits that take away what chunks add; none if the body is not made of chunks; undefined if it only begins so. */
function chunkFrame({ text, source, offset, body: { start, end } }: SipMessage): Edit[] | undefined {
  const octets = source.octets('stored');
  const messageStart = offset - source.place.offset;
  const edits: Edit[] = [];
  let at = start;
  while (at < end) {
    SIZE_LINE.lastIndex = at;
    const [line, size = ''] = SIZE_LINE.exec(text) ?? [];
    if (line === undefined) return edits.length === 0 ? edits : undefined;
    const length = Number.parseInt(size, 16);
    // The last chunk, with the trailer behind it.
    if (length === 0) return [...edits, { start: at, end, text: '' }];
    const dataStart = at + line.length;
    const dataEnd = (octets.offsetAfter(messageStart + dataStart, length) ?? Number.POSITIVE_INFINITY) - messageStart;
    LINE_END.lastIndex = dataEnd;
    const lineEnd = dataEnd < end ? LINE_END.exec(text) : null;
    if (!lineEnd) return edits.length === 0 && !line.includes(';') ? [] : undefined;
    edits.push({ start: at, end: dataStart, text: '' }, { start: dataEnd, end: dataEnd + lineEnd[0].length, text: '' });
    at = dataEnd + lineEnd[0].length;
  }
  return edits.length === 0 ? edits : undefined;
}
