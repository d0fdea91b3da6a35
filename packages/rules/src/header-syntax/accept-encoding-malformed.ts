import { options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'accept-encoding-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'List content codings in Accept-Encoding',
    docs: {
      what: 'Each element of Accept-Encoding is a token or "*", with parameters behind semicolons. It may be empty.',
      why: 'The receiver cannot tell which codings of a body are understood, and rejects the message or guesses.',
      bad: [options({ 'Accept-Encoding': 'gzip<|/1|>' }), options({ 'Accept-Encoding': 'identity, <|"gzip"|>' })],
      good: [options({ 'Accept-Encoding': 'gzip;q=1.0, *;q=0' }), options({ 'Accept-Encoding': '' })],
    },
    references: [
      { rfc: 3261, section: '20.2' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: { malformed: '"{found}" is no content coding of Accept-Encoding: write a token such as gzip, or "*"' },
  },
  issues: { 'accept-encoding.malformed': 'malformed' },
});
