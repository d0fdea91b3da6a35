import { jsonFinding, jsonSuppressed } from '../report/json-report.js';
import { printableJson } from '../terminal/printable.js';
import type { Format } from './format.js';

/**
 * A line a finding, then one for its file; the last line is the summary. Each has a `type`; the other members are those of
 * the JSON report.
 */
const ndjson: Format = ({ write }) => {
  const line = (value: object) => write(`${printableJson(JSON.stringify(value))}\n`);
  return {
    file(result) {
      const { path, messages, findings, suppressed } = result;
      for (const finding of findings) line({ type: 'finding', path, ...jsonFinding(finding, result) });
      for (const finding of suppressed) line({ type: 'suppressed', path, ...jsonSuppressed(finding, result) });
      line({ type: 'file', path, messages, findings: findings.length, suppressed: suppressed.length });
    },
    end(summary) {
      line({ type: 'summary', ...summary });
    },
  };
};

export default ndjson;
