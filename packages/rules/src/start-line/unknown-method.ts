import { defineRule, isRegisteredMethod, lookupMethod, METHODS, nearest, typoDistance } from '@siplint/core';
import { request } from '../examples/messages.js';
import { replaceMethod } from '../shared/message/method-edits.js';
import { type KnownNames, nameListSchema } from '../shared/values/known-names.js';

const METHOD_NAMES = METHODS.map(({ name }) => name);

export default defineRule({
  meta: {
    id: 'unknown-method',
    category: 'start-line',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Use registered methods',
    docs: {
      what: 'The method of a request is one that IANA registers. Any other token is legal as an extension.',
      why:
        'A server that does not know the method answers 501, a proxy passes it on. Often the method is a slip of the ' +
        'keyboard: a registered one within two letters is suggested.',
      falsePositives: 'An extension that both sides know: name it in the option "known".',
      fixSafety: 'Unsafe: the suggested method is a guess.',
      bad: [
        request('OPTION', { startLine: '<|OPTION|> sip:bob@example.net SIP/2.0' }),
        request('POKE', { startLine: '<|POKE|> sip:bob@example.net SIP/2.0' }),
      ],
      good: [request('SUBSCRIBE'), request('PRACK')],
    },
    references: [
      { rfc: 3261, section: '7.1' },
      { rfc: 3261, section: '21.5.2' },
    ],
    fixable: 'unsafe',
    options: {
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: { known: nameListSchema('Methods that are not registered and known to both sides') },
      },
      default: { known: [] },
    },
    since: '0.1.0',
    messages: {
      similar: 'Method "{method}" is not registered, did you mean {suggestion}? Servers answer 501',
      unknown: 'Method "{method}" is not registered: servers that do not know the extension answer 501',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: ({ known }: KnownNames) => ({
    requestLine({ method, issues }, context) {
      if (isRegisteredMethod(method.text) || known.includes(method.text)) return;
      if (lookupMethod(method.text) !== undefined || issues.some(({ code }) => code === 'method.not-token')) return;
      const spelled = method.text.toUpperCase();
      const suggestion = nearest(spelled, METHOD_NAMES, Math.min(2, typoDistance(spelled)));
      if (suggestion === undefined) {
        context.report({ messageId: 'unknown', at: method, data: { method: method.text } });
        return;
      }
      const fix = { title: `Write ${suggestion}`, edits: replaceMethod(context.message, suggestion) };
      context.report({ messageId: 'similar', at: method, data: { method: method.text, suggestion }, fix });
    },
  }),
});
