import { invite, ok } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'product-header-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'info',
    strictSeverity: 'error',
    presets: [],
    title: 'Write Server and User-Agent as products and comments',
    docs: {
      what:
        'Server and User-Agent are products and comments with white space between them. A product is a token, alone or with ' +
        'a slash and a second token; a comment stands in parentheses and may hold any text.',
      why:
        'Statistics and workarounds go by the product and its version. What does not fit the grammar is skipped or read ' +
        'as something else, and strict parsers reject the header field.',
      falsePositives: 'Many vendors break the grammar, and nearly nobody parses these header fields.',
      bad: [
        invite({ 'User-Agent': 'Phone X<|:|> build [12]' }),
        ok('OPTIONS', { Server: 'Proxy/1.2<|/|>L (Linux)' }),
        invite({ 'User-Agent': 'FPBX-2.10.1<|(1.8.11.0)|>' }),
      ],
      good: [
        invite({ 'User-Agent': 'Softphone Beta1.5 (build 12; x64) lib/2.0' }),
        ok('OPTIONS', { Server: 'Proxy / 2.1~rc1 (http://www.example.com/ (x86_64/linux)) (a@b)' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.35' },
      { rfc: 3261, section: '20.41' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: {
      character:
        '{header} has {found} outside of parentheses, which is part of no product: put free text into a comment',
      glued: '{header} has no white space before {found}: it is read as part of what stands before it, or not at all',
    },
  },
  issues: { 'product.invalid-character': 'character', 'product.white-space-missing': 'glued' },
});
