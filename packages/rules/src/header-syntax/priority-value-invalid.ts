import { defineRule, lookupPriority } from '@siplint/core';
import { invite } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'priority-value-invalid',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give Priority as one registered word',
    docs: {
      what:
        'Priority is one token: emergency, urgent, normal, non-urgent, or a value that was registered later. Case does not ' +
        'matter.',
      why:
        'A value of several words is rejected or dropped. One that nobody knows counts as normal, so an urgent request is ' +
        'treated like any other.',
      falsePositives:
        'An unregistered token is legal and an info at most: private values work between those who know them.',
      bad: [invite({ Priority: '<|very urgent|>' }), invite({ Priority: '<|high|>' })],
      good: [
        invite({ Priority: 'non-urgent' }),
        invite({ Priority: 'Emergency' }),
        invite({ Priority: 'psap-callback' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.26' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: {
      malformed: 'Priority "{found}" is not one token: write emergency, urgent, normal or non-urgent',
      unknown: 'Priority "{found}" is not registered: receivers treat the request as normal',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    syntax: {
      'priority.malformed'({ field }, context) {
        // Several words are one defect: the first alone is no better than the others.
        if (field) context.report({ messageId: 'malformed', at: field.valueRange, data: { found: field.rawValue } });
      },
    },
    headers: {
      Priority({ value }, context) {
        if (!value || lookupPriority(value.text)) return;
        const data = { found: value.text };
        // The grammar has any token as other-priority, so no preset may call it an error.
        context.report({ messageId: 'unknown', at: value, data, ceiling: 'info', ceilingAlways: true });
      },
    },
  }),
});
