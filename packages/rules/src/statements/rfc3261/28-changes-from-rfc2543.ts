import type { Statement } from '../statement.js';

export default [
  { section: '28.1', undecidable: 'absence', text: 'This was changed to MUST.' },
] satisfies readonly Statement[];
