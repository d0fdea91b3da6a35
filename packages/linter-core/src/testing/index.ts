export { RuleTestFailure } from './failure.js';
export * from './marked-text.js';
export * from './rule-checks.js';
export * from './rule-tester.js';
export * from './sip-tag.js';
