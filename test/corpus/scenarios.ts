import { dirname, posix } from 'node:path';
import { corpusDocuments } from '../../packages/linter-core/test/corpus.js';
import { type JudgedMessage, judgedMessages } from './manifest.js';

/** Messages of the corpus that belong together, in order. */
export interface Scenario {
  /** The folder, and for one of several in a folder its first message. */
  readonly name: string;
  readonly messages: readonly JudgedMessage[];
}

interface Entry {
  readonly file: string;
  readonly section: string;
  /** `F3 REGISTER Bob -> SIP Server`; empty where the document does not say, or says it of several. */
  readonly step: string;
}

/** The call flows that RFCs print: a section each, or several where the numbers of its steps begin anew. */
export function printedScenarios(): Scenario[] {
  const entries = new Map(
    corpusDocuments('callflows', 'manifest.yaml').flatMap(({ path, value }) =>
      (value as { readonly messages: readonly Entry[] }).messages.map((entry) => [
        posix.join(dirname(path), entry.file),
        entry,
      ]),
    ),
  );
  const scenarios: { name: string; messages: JudgedMessage[] }[] = [];
  let section = '';
  let lastStep = 0;
  for (const message of judgedMessages('callflows')) {
    const { section: own = '', step = '' } = entries.get(message.path) ?? {};
    const place = `${dirname(message.path)} ${own}`;
    // Not a number where the step is not known.
    const number = Number(/^[FM](\d+)/.exec(step)?.[1]);
    if (place !== section || number <= lastStep) {
      scenarios.push({ name: message.path, messages: [] });
      lastStep = 0;
    }
    if (number > 0) lastStep = number;
    section = place;
    scenarios.at(-1)?.messages.push(message);
  }
  return scenarios;
}

/** The captures of real products, a folder each. Doubles were left out of them, so none is known to be complete. */
export function capturedScenarios(): Scenario[] {
  const scenarios = new Map<string, JudgedMessage[]>();
  for (const message of judgedMessages('captures')) {
    const name = dirname(message.path);
    const messages = scenarios.get(name);
    if (messages) messages.push(message);
    else scenarios.set(name, [message]);
  }
  return [...scenarios].map(([name, messages]) => ({ name, messages }));
}
