import { response } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'reason-phrase-invalid-character',
    category: 'start-line',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write the reason phrase in the characters that it may hold',
    docs: {
      what:
        "The phrase is made of letters, digits, - _ . ! ~ * ' ( ) ; / ? : @ & = + $ and commas, of UTF-8 beyond ASCII, of " +
        'spaces and tabs, and of escapes such as %20. Quotes, angle and square brackets, braces, #, ^, |, a backslash, a ' +
        'backquote and a percent sign on its own are not among them.',
      why:
        'The phrase is for people, and most clients take anything. One that parses by the grammar drops the response, and ' +
        'the transaction runs into its timeout.',
      bad: [
        response(400, 'BYE', { startLine: 'SIP/2.0 400 Bad header <|<|>Via>' }),
        response(400, 'BYE', { startLine: 'SIP/2.0 400 100<|%|> bad' }),
        response(400, 'BYE', { startLine: 'SIP/2.0 400 Bad<|\x07|> header' }),
      ],
      good: [
        response(200, 'BYE', { startLine: 'SIP/2.0 200 = 2**3 * 5**2 (try later), this%20too' }),
        response(486, 'INVITE', { startLine: 'SIP/2.0 486 Occupé' }),
        response(486, 'INVITE', { startLine: 'SIP/2.0 486 ' }),
      ],
    },
    references: [{ rfc: 3261, section: '25.1' }],
    since: '0.1.0',
    messages: {
      character:
        'Reason phrase holds "{character}", which its grammar does not allow: strict clients drop the response',
      percent: 'No two hexadecimal digits follow a "%" in the reason phrase, where it begins an escape: write "%25"',
      control: 'Reason phrase holds a control character: strict clients drop the response, others cut the phrase off',
    },
  },
  issues: { 'reason-phrase.invalid-character': (issue) => messageFor(String(issue.data?.character)) },
});

function messageFor(character: string): 'character' | 'percent' | 'control' {
  if (character === '%') return 'percent';
  return character < ' ' || character === '\x7f' ? 'control' : 'character';
}
