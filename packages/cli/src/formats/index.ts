import type { Format } from './format.js';

/** A format of reports by name; its code is loaded when it is asked for. */
export interface FormatEntry {
  readonly name: string;
  readonly about: string;
  load(): Promise<{ readonly default: Format }>;
}

export const FORMATS: readonly FormatEntry[] = [
  { name: 'stylish', about: 'for people, one line a finding (default)', load: () => import('./stylish.js') },
  { name: 'frame', about: 'for people, with the source line marked', load: () => import('./frame.js') },
  { name: 'compact', about: 'one line a finding, in words', load: () => import('./compact.js') },
  { name: 'unix', about: 'one line a finding, as compilers write it', load: () => import('./unix.js') },
  { name: 'json', about: 'one JSON object (schema/report.schema.json)', load: () => import('./json.js') },
  { name: 'ndjson', about: 'one JSON object a line, as findings come', load: () => import('./ndjson.js') },
  { name: 'sarif', about: 'SARIF 2.1.0, for code scanning', load: () => import('./sarif.js') },
  { name: 'junit', about: 'JUnit XML, for CI servers', load: () => import('./junit.js') },
  { name: 'github', about: 'GitHub annotations and step summary', load: () => import('./github.js') },
];

export const DEFAULT_FORMAT = 'stylish';
