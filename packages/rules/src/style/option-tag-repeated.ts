import { defineRule, type HeaderField, type RuleContext, removeListElement, type TextNode } from '@siplint/core';
import { options } from '../examples/messages.js';

const MESSAGES = {
  repeated: '{header} names "{tag}" twice: the second time says nothing new',
} as const;

type Context = RuleContext<typeof MESSAGES>;

export default defineRule({
  meta: {
    id: 'option-tag-repeated',
    category: 'style',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Name an option tag or an allowed method once',
    docs: {
      what:
        'The rows of Supported, Require, Proxy-Require, Unsupported and Allow name each option tag or method once. Option tags ' +
        'compare without case, methods with it.',
      why: 'A repetition says nothing new. It makes the message longer, and often shows that two places add the same header field.',
      fixSafety: 'Safe: what the header field says stays the same.',
      bad: [
        options({ Supported: '100rel, timer, <|100rel|>' }),
        options({ Allow: ['INVITE, ACK, BYE, CANCEL', 'OPTIONS, <|ACK|>'] }),
      ],
      good: [options({ Supported: '100rel, timer' }), options({ Supported: 'timer', Require: 'timer' })],
    },
    references: [
      { rfc: 3261, section: '19.2' },
      { rfc: 3261, section: '20.37' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: MESSAGES,
  },
  create: () => {
    // Used again for every header field, so that a clean one costs no new set.
    const seen = new Set<string>();

    function judge(first: HeaderField<TextNode>, context: Context): void {
      if (first !== context.message.field(first.canonicalName)) return;
      if (first.values.length < 2 && !first.nextOfName) return;
      const isMethod = first.canonicalName === 'Allow';
      seen.clear();
      for (let row: HeaderField<TextNode> | undefined = first; row; row = row.nextOfName) {
        for (const [i, { value }] of row.values.entries()) {
          if (!value) continue;
          const key = isMethod ? value.text : value.text.toLowerCase();
          if (seen.has(key)) reportRepeated(row, i, value, context);
          else seen.add(key);
        }
      }
    }

    return {
      headers: { Supported: judge, Require: judge, 'Proxy-Require': judge, Unsupported: judge, Allow: judge },
    };
  },
});

function reportRepeated(row: HeaderField<TextNode>, index: number, value: TextNode, context: Context): void {
  context.report({
    messageId: 'repeated',
    at: value,
    data: { header: row.canonicalName, tag: value.text },
    fix: { title: `Delete the repeated ${value.text}`, edits: [removeListElement(row, index)] },
  });
}
