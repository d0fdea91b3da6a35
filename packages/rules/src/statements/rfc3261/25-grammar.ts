import type { Statement } from '../statement.js';

export default [
  {
    section: '25.1',
    rules: ['header-parameter-malformed'],
    text: 'These special characters MUST be in a quoted string to be used within a parameter value.',
  },
  {
    section: '25.1',
    rules: ['sip-uri-unescaped-character'],
    text: 'Note, however, that any characters allowed there that are not allowed in the user part of the SIP URI MUST be escaped.',
  },
] satisfies readonly Statement[];
