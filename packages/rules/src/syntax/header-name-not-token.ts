import { defineRule, lookupHeader, replaceRange } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { continueLine, cutAbove } from '../shared/message/cut-value.js';

export default defineRule({
  meta: {
    id: 'header-name-not-token',
    category: 'syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Make every header field name a token',
    docs: {
      what:
        'What stands before the colon, white space at its end aside, is a token: letters, digits and the characters ' +
        "- . ! % * _ + ` ' and ~.",
      why:
        'A receiver cannot tell where the name ends. Many answer 400 to the whole request, and where the line is skipped ' +
        'the header field that was meant is missing.',
      fixSafety:
        'Unsafe: the name is a guess, made only where a hyphen in place of the space gives a registered name, and so is ' +
        'that a line belongs to the value above it.',
      bad: [
        invite({ rows: ['<|Reply To|>: <sip:alice@example.com>'] }),
        options({ rows: ['<|X-Trace(1)|>: on'] }),
        options({ rows: ['<|Reply-To <sip|>:alice@example.com>'] }),
        options({ rows: ['<|:|> lunch'] }),
        invite({ Contact: '"Alice"\r\n<|<sip|>:alice@192.0.2.4>' }),
      ],
      good: [invite({ rows: ['Reply-To : <sip:alice@example.com>'] }), options({ rows: ["!X_%Trace*+`.'~: on"] })],
    },
    references: [{ rfc: 3261, section: '25.1' }],
    fixable: 'unsafe',
    // What reads as a registered name with a space in it is that header field for the parser, for receivers it is none.
    winsOver: ['header-field-repeated'],
    since: '0.1.0',
    messages: {
      noToken:
        '"{name}" is no header field name: it holds {character}, so that receivers reject the line or the message',
      colonMissing:
        'No colon follows "{word}", so that "{name}" stands for the field name: receivers reject the line or the message',
      spaceMissing:
        '"{name}" continues {header} above without a space before it: receivers reject the message or lose this part, begin the line with a space',
      missing: 'No header field name stands before the colon: receivers reject the line or the message',
    },
  },
  create: () => ({
    syntax: {
      'frame.name-not-token'(issue, context) {
        const name = String(issue.data?.name);
        if (name === '') {
          context.report({ messageId: 'missing', at: issue });
          return;
        }
        const above = cutAbove(context.message, issue);
        if (above) {
          const data = { name, header: above.canonicalName };
          context.report({ messageId: 'spaceMissing', at: issue, data, fix: continueLine(issue) });
          return;
        }
        const [word = ''] = /^[^ \t]+(?=[ \t])/.exec(name) ?? [];
        if (!issue.field?.definition && lookupHeader(word)) {
          context.report({ messageId: 'colonMissing', at: issue, data: { name, word } });
          return;
        }
        const hyphenated = name.replaceAll(' ', '-');
        const fix = issue.field?.definition && {
          title: `Write ${hyphenated}`,
          edits: [replaceRange(issue, hyphenated)],
        };
        context.report({ messageId: 'noToken', at: issue, data: { name, character: offendingCharacter(name) }, fix });
      },
    },
  }),
});

function offendingCharacter(name: string): string {
  const [character = ''] = /[^-A-Za-z0-9.!%*_+`'~]/u.exec(name) ?? [];
  if (character === ' ') return 'a space';
  return character === '\t' ? 'a tab' : `"${character}"`;
}
