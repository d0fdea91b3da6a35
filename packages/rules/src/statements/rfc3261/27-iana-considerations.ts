import type { Statement } from '../statement.js';

export default [
  {
    section: '27.1',
    undecidable: 'other-documents',
    text: 'The name MAY be of any length, but SHOULD be no more than twenty characters long.',
  },
  {
    section: '27.1',
    undecidable: 'other-documents',
    text: 'The name MUST consist of alphanum (Section 25) characters only.',
  },
] satisfies readonly Statement[];
