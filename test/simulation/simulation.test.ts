import assert from 'node:assert/strict';
import { isAtLeast, lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '@siplint/rules';
import { Random, seedOf } from '../random.js';
import { busyCapture, capture } from './capture.js';
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

/** Calls of all scenarios within some seconds, each seen at a point of its own. */
function complaintsAboutBusy(seed: number): string[] {
  const random = new Random(seedOf('busy', seed));
  const seconds = random.int(1, 120);
  const oldWays = new Set<string>();
  const parts = Object.entries(SCENARIOS).map(([name, scenario]) => {
    const scene = scenario(new Random(seedOf(name, seed)));
    scene.world.run();
    for (const rule of scene.oldWays) oldWays.add(rule);
    return { world: scene.world, point: random.pick(capturePoints(scene)), from: random.int(0, seconds * 1000) / 1000 };
  });
  const { description, text } = busyCapture(parts, random);
  const { findings } = lintSource(SourceText.fromString(text), 'capture.sip', config);
  return findings
    .filter(({ severity, ruleId }) => isAtLeast(severity, 'warning') && !oldWays.has(ruleId))
    .map(({ ruleId, message, start }) => `${ruleId}: ${message}\nseed ${seed}, ${description}, at ${start}\n${text}`);
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

  it('many calls at once', function () {
    this.timeout(10_000 + RUNS * 1000);
    for (let seed = 1; seed <= RUNS; seed++) {
      const [first] = complaintsAboutBusy(seed);
      assert.equal(first, undefined, first);
    }
  });
});
