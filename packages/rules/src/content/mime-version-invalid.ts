import { defineRule, replaceRange } from '@siplint/core';
import { invite } from '../examples/messages.js';

const TITLE = 'Set MIME-Version to 1.0';

export default defineRule({
  meta: {
    id: 'mime-version-invalid',
    category: 'content',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write MIME-Version as 1.0',
    docs: {
      what: 'MIME-Version is a number, a dot and a number, and 1.0 is the only version there is.',
      why:
        'The version says by which rules the body is divided into parts. A receiver that checks it rejects a body of ' +
        'a version that it does not know.',
      falsePositives: 'Another version than 1.0 is legal by the grammar and a warning only.',
      fixSafety: 'Unsafe: the body may follow other rules than those of MIME 1.0.',
      bad: [invite({ 'MIME-Version': '<|one|>' }), invite({ 'MIME-Version': '<|1.1|>' })],
      good: [invite({ 'MIME-Version': '1.0' }), invite({ 'mime-version': ' 1.0 ' })],
    },
    references: [
      { rfc: 3261, section: '20.24' },
      { rfc: 3261, section: '25.1' },
      { rfc: 2045, section: '4' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      malformed: 'MIME-Version "{found}" is not two numbers with a dot between: write 1.0',
      unknown: 'MIME-Version is {version}, but 1.0 is the only one there is: receivers may reject the body',
    },
  },
  create: () => ({
    syntax: {
      'mime-version.malformed'(issue, context) {
        const fix = { title: TITLE, edits: [replaceRange(issue, '1.0')] };
        context.report({ messageId: 'malformed', at: issue, data: { found: String(issue.data?.found) }, fix });
      },
    },
    headers: {
      'MIME-Version'(field, context) {
        const version = field.value;
        if (!version || version.text === '1.0') return;
        const fix = { title: TITLE, edits: [replaceRange(version, '1.0')] };
        const data = { version: version.text };
        context.report({ messageId: 'unknown', at: version, data, ceiling: 'warning', fix });
      },
    },
  }),
});
