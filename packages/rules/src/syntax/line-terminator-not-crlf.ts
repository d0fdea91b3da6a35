import { defineRule, type Edit, insertAt, type LintFile, type SipMessage } from '@siplint/core';
import { altered, invite, options, response } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'line-terminator-not-crlf',
    category: 'syntax',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'End every line of the header section in CRLF',
    docs: {
      what:
        'The start line, every header line and the empty line behind them end in CR LF. A message that mixes line ends is ' +
        'reported at its first odd line. One whose lines all end in LF is how editors and git store a message, and is ' +
        'reported only where the file says that it is stored as sent (settings.wire.eol: as-is), once a file.',
      why:
        'A receiver looks for CRLF. One that finds a bare LF takes the next line for a part of the same one, or rejects the ' +
        'message, and which of the two is a matter of the stack.',
      falsePositives: 'Bodies are not looked at: they have line ends of their own.',
      fixSafety: 'Safe: only the line ends of the header section change; the body stays as it is.',
      bad: [
        altered(invite({ Subject: 'lunch' }), (text) => text.replace('Subject: lunch\r\n', '<|Subject: lunch\n|>'), {
          isRaw: true,
        }),
        altered(options(), (text) => text.replaceAll('\r\n', '\n').replace(/^.*\n/, '<|$&|>'), {
          isRaw: true,
          input: { wire: { eol: 'as-is' } },
        }),
      ],
      good: [
        options(),
        altered(response(180, 'INVITE'), (text) => text.replaceAll('\r\n', '\n'), { isRaw: true }),
        options({ body: 'ping\npong\n', 'Content-Type': 'text/plain' }),
      ],
    },
    references: [
      { rfc: 3261, section: '7' },
      { rfc: 3261, section: '7.1' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      mixed: 'Line ends in {found} alone ({count} in this message): receivers take the next line for a part of it',
      uniform: 'Lines end in {found} instead of CRLF: sent like this, the message is one endless line to a receiver',
    },
  },
  create: () => ({
    syntax: {
      'frame.line-end-not-crlf'(issue, context) {
        const { message, file } = context;
        const found = String(issue.data?.found);
        const title = 'End the lines of the header section in CRLF';
        if (message.lineEnds === 'mixed') {
          const fix = { title, edits: crlfEdits(message, message) };
          context.report({ messageId: 'mixed', at: issue, data: { found, count: Number(issue.data?.count) }, fix });
          return;
        }
        if (!context.once('uniform')) return;
        // Without any LF in the file the CRs between messages would no longer end lines behind the fix.
        const edits = message.lineEnds === 'lf' ? editsOfAll(file, message) : undefined;
        const fix = edits && { title, edits };
        context.report({ messageId: 'uniform', at: issue, data: { found }, fix });
      },
    },
  }),
});

/** More edits than this are no fix that anybody would look at, and take more memory than the file. */
const MOST_EDITS = 1_000_000;

function editsOfAll(file: LintFile, base: SipMessage): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const message of file.readMessages()) {
    for (const edit of crlfEdits(message, base)) edits.push(edit);
    if (edits.length > MOST_EDITS) return undefined;
  }
  return edits;
}

/** Puts a CR before each bare LF in the header section of a message; relative to another message of the file. */
function crlfEdits({ text, headerEnd, offset }: SipMessage, base: SipMessage): Edit[] {
  const edits: Edit[] = [];
  for (let at = text.indexOf('\n'); at >= 0 && at < headerEnd; at = text.indexOf('\n', at + 1)) {
    if (text[at - 1] !== '\r') edits.push(insertAt(offset - base.offset + at, '\r'));
  }
  return edits;
}
