// Imported into a process that is measured: says on standard error what memory it took at most, in kilobytes, and its
// CPU time in microseconds.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(2, `took ${maxRSS} ${userCPUTime + systemCPUTime}\n`);
});
