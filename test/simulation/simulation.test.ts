import assert from 'node:assert/strict';
import { isAtLeast, lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '@siplint/rules';
import { Random, seedOf } from '../random.js';
import { capture } from './capture.js';
import { SCENARIOS, type Scenario } from './scenarios/index.js';
import { capturePoints } from './scene.js';

/** Of each scenario; thousands find what these few do not: `SIPLINT_SIMULATION_RUNS=1000`. */
const RUNS = Number(process.env.SIPLINT_SIMULATION_RUNS ?? 6);

const config = resolveConfig([], rules, [], { preset: 'recommended' }).forFile('');

/** What is found in captures of one run, taken at each element and everywhere. */
function complaintsAbout(name: string, scenario: Scenario, seed: number): string[] {
  const random = new Random(seedOf(name, seed));
  const scene = scenario(random);
  scene.world.run();
  return capturePoints(scene).flatMap((point) => {
    const { description, text } = capture(scene.world, point, random);
    const { findings } = lintSource(SourceText.fromString(text), 'capture.sip', config);
    return findings
      .filter(({ severity, ruleId }) => isAtLeast(severity, 'warning') && !scene.oldWays.includes(ruleId))
      .map(({ ruleId, message }) => `${ruleId}: ${message}\nseed ${seed}, captured ${description}\n${text}`);
  });
}

describe('captures of elements that do all by the book', () => {
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    it(name, function () {
      this.timeout(2000 + RUNS * 1000);
      for (let seed = 1; seed <= RUNS; seed++) {
        const [first] = complaintsAbout(name, scenario, seed);
        assert.equal(first, undefined, first);
      }
    });
  }
});
