export { lintExample, readExample } from './example-run.js';
export { RuleTestFailure } from './failure.js';
export * from './marked-text.js';
export * from './rule-checks.js';
export { strictConfig } from './rule-configs.js';
export * from './rule-tester.js';
export * from './sip-tag.js';
