import assert from 'node:assert/strict';
import { type FileConfig, lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '../../src/index.js';
import type { Defect } from './defect.js';
import { CANCELLED } from './defects/cancelled.js';
import { FORKED } from './defects/forked.js';
import { IN_DIALOG } from './defects/in-dialog.js';
import { PROXIED } from './defects/proxied.js';
import { RE_INVITE } from './defects/re-invite.js';
import { REFUSED } from './defects/refused.js';
import { REGISTRATION } from './defects/registration.js';
import { SET_UP } from './defects/set-up.js';
import { CALL_NAMES, type CallName, damaged, nameAt, textOf } from './whole-calls.js';

const DEFECTS: Readonly<Record<CallName, readonly Defect[]>> = {
  basic: [...SET_UP, ...IN_DIALOG],
  proxied: PROXIED,
  forked: FORKED,
  cancelled: CANCELLED,
  refused: REFUSED,
  're-invite': RE_INVITE,
  registration: REGISTRATION,
};

const RECOMMENDED = resolveConfig([], rules).forFile('');
const STRICT = resolveConfig([], rules, [], { preset: 'strict' }).forFile('');

describe('whole calls without a defect', () => {
  for (const call of CALL_NAMES) {
    it(call, () => assert.deepEqual(tell(textOf(call), STRICT), []));
  }
});

for (const call of CALL_NAMES) {
  describe(`a whole call with one defect: ${call}`, () => {
    for (const { name, changes, finds, isStrict } of DEFECTS[call]) {
      it(name, () => {
        const text = damaged(call, changes);
        assert.deepEqual(tell(text, RECOMMENDED), isStrict ? [] : [finds]);
        assert.deepEqual(tell(text, STRICT), [finds]);
      });
    }
  });
}

/** A line for each finding, in the form of `finds`. */
function tell(text: string, config: FileConfig): string[] {
  const { findings, crashes } = lintSource(SourceText.fromString(text), 'call.sip', config, { isNamed: true });
  assert.deepEqual(crashes, []);
  return findings.map(({ ruleId, start, end, related }) => {
    const others = [...new Set(related.map((place) => nameAt(text, place.start)))].join(' ');
    return `${ruleId} in ${nameAt(text, start)} at "${text.slice(start, end)}"${others && `, see ${others}`}`;
  });
}
