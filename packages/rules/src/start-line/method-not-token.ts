import { request } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

/** What a line begins with if its method is left out. */
const URI = /^(?:sips?|tel|urn|im):/i;

export default defineSyntaxRule({
  meta: {
    id: 'method-not-token',
    category: 'start-line',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Make the method a token',
    docs: {
      what: "The method of a request is made of letters, digits and the characters - . ! % * _ + ` ' and ~.",
      why: 'A server cannot tell where the method ends. It answers 400 or drops the request, a 501 is not even possible.',
      bad: [
        request('MESSAGE', { startLine: '<|MESS(AGE)|> sip:bob@example.net SIP/2.0' }),
        request('MESSAGE', { startLine: '<|MÉSSAGE|> sip:bob@example.net SIP/2.0' }),
        request('MESSAGE', { startLine: '<|sip:bob@example.net|> SIP/2.0' }),
      ],
      good: [request('MESSAGE'), request("!interesting-Method0123456789_*+`.%indeed'~")],
    },
    references: [{ rfc: 3261, section: '25.1' }],
    since: '0.1.0',
    messages: {
      missing: 'The request line begins with "{method}" and has no method: servers answer 400 or drop the request',
      noToken:
        'Method "{method}" holds characters that no method has: write letters and digits, servers answer 400 or drop it',
    },
  },
  issues: { 'method.not-token': ({ data }) => (URI.test(String(data?.method)) ? 'missing' : 'noToken') },
});
