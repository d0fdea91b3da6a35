import { printable } from '../terminal/printable.js';
import type { Format } from './format.js';

/** `path:line:column: message [severity/rule]`, which editors and make-like tools jump by. */
const unix: Format = ({ write }) => ({
  file({ path, source, findings }) {
    for (const { start, message, severity, ruleId } of findings) {
      const { line, column } = source.lines.positionAt(start);
      write(`${printable(`${path}:${line}:${column}: ${message} [${severity}/${ruleId}]`)}\n`);
    }
  },
  end() {},
});

export default unix;
