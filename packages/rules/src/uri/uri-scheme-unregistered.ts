import { defineRule, lookupUriScheme, replaceRange } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { isAddressField } from '../shared/address/address-fields.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { type KnownNames, nameListSchema } from '../shared/values/known-names.js';
import { similarName } from '../shared/values/similar-name.js';

const COMMON_SCHEMES = ['sip', 'sips', 'tel'];

export default defineRule({
  meta: {
    id: 'uri-scheme-unregistered',
    category: 'uri',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Use URI schemes that other elements know',
    docs: {
      what:
        'A URI of any scheme is legal in the Request-URI, From, To, Contact, Reply-To, Route and Record-Route. One that is not ' +
        'in the IANA registry is reported, once a call.',
      why:
        'An element that has to use the address and does not know its scheme answers 416. An unregistered scheme is known to ' +
        'few, or is a slip.',
      falsePositives: 'Name schemes of your own in the option "known".',
      fixSafety: 'Unsafe: the suggested scheme is a guess.',
      bad: [
        options({ startLine: 'OPTIONS <|spi|>:bob@example.net SIP/2.0' }),
        invite({ To: '<<|nobodyKnowsThisScheme|>:totallyopaquecontent>' }),
      ],
      good: [
        options({ startLine: 'OPTIONS tel:+358-555-1234567 SIP/2.0' }),
        invite({ To: '<im:bob@example.net>' }),
        invite({ 'Call-Info': '<x-card:alice>;purpose=card' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.2.1' },
      { rfc: 3261, section: '16.3' },
      { rfc: 3261, section: '21.4.14' },
    ],
    fixable: 'unsafe',
    options: {
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: { known: nameListSchema('URI schemes that are not registered and meant as they are') },
      },
      default: { known: [] },
    },
    since: '0.1.0',
    messages: {
      similar:
        'URI scheme "{scheme}" is not registered, did you mean {suggestion}? Elements that do not know it answer 416',
      unknown:
        'URI scheme "{scheme}" is not registered: an element that has to route by it and does not know it answers 416',
    },
  },
  create: ({ known }: KnownNames) => {
    const knownSchemes = new Set(known.map((scheme) => scheme.toLowerCase()));
    return {
      uri({ uri, field }, context) {
        if (uri.kind !== 'other' || lookupUriScheme(uri.scheme) || knownSchemes.has(uri.scheme)) return;
        if (!isAddressField(field) || !isFirstInCall(context, uri.text)) return;
        const at = { start: uri.start, end: uri.start + uri.scheme.length };
        const scheme = context.message.sourceText(at);
        const suggestion = similarName(uri.scheme, COMMON_SCHEMES);
        if (suggestion === undefined) {
          context.report({ messageId: 'unknown', at, data: { scheme } });
          return;
        }
        const fix = { title: `Write ${suggestion}:`, edits: [replaceRange(at, suggestion)] };
        context.report({ messageId: 'similar', at, data: { scheme, suggestion }, fix });
      },
    };
  },
});
