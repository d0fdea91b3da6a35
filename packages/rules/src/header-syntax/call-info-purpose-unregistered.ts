import { defineRule, lookupCallInfoPurpose, paramOf } from '@siplint/core';
import { invite, ok } from '../examples/messages.js';
import { type KnownNames, nameListSchema } from '../shared/values/known-names.js';
import { unquotedRange, unquotedValue } from '../shared/values/quoted-param.js';

export default defineRule({
  meta: {
    id: 'call-info-purpose-unregistered',
    category: 'header-syntax',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Name a registered purpose in Call-Info',
    docs: {
      what:
        'The purpose parameter of Call-Info is icon, info, card or another registered token, in any case. A Call-Info ' +
        'without it is legal. Each value is reported once a file.',
      why: 'A phone that does not know the purpose does not know what to do with the address: the picture is not shown.',
      falsePositives:
        'Private purposes work between those who know them: name them in the option "known". The list of registered ones ' +
        'is that of the siplint version.',
      bad: [invite({ 'Call-Info': '<http://www.example.com/alice.jpg>;purpose=<|photo|>' })],
      good: [
        invite({ 'Call-Info': '<http://www.example.com/alice.jpg>;purpose=ICON, <http://www.example.com/alice/>' }),
        ok('INVITE', { 'Call-Info': '<https://example.net/bob.json>;purpose=jCard' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.9' },
      { rfc: 3261, section: '25.1' },
    ],
    options: {
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: { known: nameListSchema('Purposes that are not registered and known to both sides') },
      },
      default: { known: [] },
    },
    since: '0.1.0',
    messages: {
      unregistered:
        'The purpose "{purpose}" of Call-Info is not registered: the peer does not know what to do with the address',
    },
  },
  create: ({ known }: KnownNames) => {
    const knownPurposes = new Set(known.map((purpose) => purpose.toLowerCase()));
    return {
      headers: {
        'Call-Info'(field, context) {
          for (const { value: info } of field.values) {
            const param = info && paramOf(info, 'purpose');
            if (!param?.value) continue;
            const purpose = unquotedValue(param);
            if (lookupCallInfoPurpose(purpose) || knownPurposes.has(purpose.toLowerCase())) continue;
            if (!context.once(purpose.toLowerCase())) continue;
            context.report({ messageId: 'unregistered', at: unquotedRange(param), data: { purpose } });
          }
        },
      },
    };
  },
});
