import { readFileSync } from 'node:fs';
import type { InstalledProject } from './installed-project.js';
import { assertShown, commandsOf, fencesOf } from './markdown.js';

/**
 * Defines a test for each step of a document, in its order: a block with a `title` is written as that file, each command of a
 * `console` block is run in the project and has to print what the document shows.
 */
export function followDocument(document: URL, project: () => InstalledProject): void {
  for (const fence of fencesOf(readFileSync(document, 'utf8'))) {
    const { title, language, content, line } = fence;
    if (title !== undefined) it(`line ${line}: ${title}`, () => project().write(title, content));
    if (language !== 'console') continue;
    for (const { command, output, line } of commandsOf(fence)) {
      it(`line ${line}: ${command}`, () => assertShown(project().run(command), output));
    }
  }
}
