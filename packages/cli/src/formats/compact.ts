import { printable } from '../terminal/printable.js';
import type { Format } from './format.js';

/** `path: line 1, col 2, error - message (rule)`. */
const compact: Format = ({ write }) => ({
  file({ path, source, findings }) {
    for (const { start, message, severity, ruleId } of findings) {
      const { line, column } = source.lines.positionAt(start);
      write(`${printable(`${path}: line ${line}, col ${column}, ${severity} - ${message} (${ruleId})`)}\n`);
    }
  },
  end() {},
});

export default compact;
