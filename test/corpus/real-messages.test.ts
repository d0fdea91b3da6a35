import assert from 'node:assert/strict';
import { judgedMessages } from './manifest.js';
import { listUnknownDemands, verdictOn } from './verdict.js';

const SETS = {
  callflows: 'messages printed in RFCs',
  captures: 'captures of real products',
  fixtures: 'fixtures of other projects',
} as const;

for (const [folder, title] of Object.entries(SETS)) {
  describe(title, () => {
    const messages = judgedMessages(folder);

    for (const message of messages) {
      it(message.path, () => {
        const { missed, crashes, falseAlarms } = verdictOn(message);
        assert.deepEqual({ missed, crashes, falseAlarms }, { missed: [], crashes: [], falseAlarms: [] });
      });
    }

    listUnknownDemands(messages);
  });
}
