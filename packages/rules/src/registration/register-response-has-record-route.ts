import { defineRule, removeRow } from '@siplint/core';
import { ok, response } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'register-response-has-record-route',
    category: 'registration',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Leave Record-Route out of responses to REGISTER',
    docs: {
      what: 'A success response to a REGISTER has no Record-Route, even if the request had one.',
      why:
        'A registration makes no dialog, so there is no route set to build. Clients have to ignore the field; those that do ' +
        'not send their calls along a route that was never meant for them. Path and Service-Route are made for that.',
      fixSafety: 'Unsafe: a client may rely on the route by mistake.',
      bad: [
        ok('REGISTER', { '<|Record-Route|>': '<sip:p1.example.com;lr>' }),
        ok('REGISTER', {
          rows: ['<|Record-Route|>: <sip:p2.example.com;lr>', 'Record-Route: <sip:p1.example.com;lr>'],
        }),
      ],
      good: [
        ok('REGISTER'),
        ok('REGISTER', { 'Service-Route': '<sip:p1.example.com;lr>' }),
        response(403, 'REGISTER', { 'Record-Route': '<sip:p1.example.com;lr>' }),
        ok('INVITE', { 'Record-Route': '<sip:p1.example.com;lr>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '10.2' },
      { rfc: 3261, section: '10.3' },
      { rfc: 3261, section: '20' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      hasRecordRoute: 'A response to REGISTER has no Record-Route: clients that use it send their calls the wrong way',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['REGISTER'], statuses: ['200-299'] },
  create: () => ({
    headers: {
      'Record-Route'(field, context) {
        const { message } = context;
        if (message.field('Record-Route') !== field) return;
        context.report({
          messageId: 'hasRecordRoute',
          at: field.nameNode,
          fix: { title: 'Remove Record-Route', edits: message.fieldsNamed('Record-Route').map(removeRow) },
        });
      },
    },
  }),
});
