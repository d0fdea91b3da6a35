import assert from 'node:assert/strict';
import { wantsColor } from '../../src/terminal/colors.js';

describe('wantsColor', () => {
  type Case = [option: boolean | undefined, isTerminal: boolean, variables: Record<string, string>, expected: boolean];
  const cases: readonly Case[] = [
    [undefined, true, {}, true],
    [undefined, false, {}, false],
    [undefined, true, { NO_COLOR: '1' }, false],
    [undefined, true, { NO_COLOR: '' }, true],
    [undefined, false, { FORCE_COLOR: '1' }, true],
    [undefined, true, { FORCE_COLOR: '0' }, false],
    [undefined, true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    [undefined, true, { TERM: 'dumb' }, false],
    [true, false, { NO_COLOR: '1' }, true],
    [false, true, { FORCE_COLOR: '1' }, false],
  ];
  for (const [option, isTerminal, variables, expected] of cases) {
    const name = `${option ?? 'no option'}, ${isTerminal ? 'terminal' : 'pipe'}, ${JSON.stringify(variables)}`;
    it(name, () => assert.equal(wantsColor(option, { isTerminal, variables }), expected));
  }
});
