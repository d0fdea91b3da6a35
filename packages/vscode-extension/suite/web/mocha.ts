// Mocha for browsers, ready for tests to be described.
import 'mocha/mocha.js';

/** The reporter that mocha has for browsers needs a document, which a worker has not. */
class Lines extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('pass', (test) => console.log(`[suite] ✔ ${test.fullTitle()}`));
    runner.on('fail', (test, error) =>
      console.log(`[suite] FAILED ${test.fullTitle()}: ${error.stack ?? error.message}`),
    );
    runner.on('end', () => console.log(`[suite] ${this.stats.passes} passing, ${this.stats.failures} failing`));
  }
}

mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: Lines });
