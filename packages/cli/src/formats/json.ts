import { jsonFile } from '../report/json-report.js';
import { printableJson } from '../terminal/printable.js';
import type { Format } from './format.js';

/** The contract: one object, written file by file so that no run has to hold it whole. */
const json: Format = ({ write }) => {
  let separator = '\n';
  write('{"version":1,"files":[');
  return {
    file(result) {
      write(separator + printableJson(JSON.stringify(jsonFile(result))));
      separator = ',\n';
    },
    end(summary) {
      write(`\n],"summary":${JSON.stringify(summary)}}\n`);
    },
  };
};

export default json;
