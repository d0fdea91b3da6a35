// Stands in for node:assert/strict where there is no Node.js: what the suite needs of it.

function ok(value: unknown, message?: string): void {
  if (!value) throw new Error(message ?? `${String(value)} is not true`);
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  ok(Object.is(actual, expected), message ?? `${String(actual)} is not ${String(expected)}`);
}

function notEqual(actual: unknown, expected: unknown): void {
  ok(!Object.is(actual, expected), `it is ${String(expected)}`);
}

function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  equal(JSON.stringify(actual), JSON.stringify(expected), message);
}

function match(text: string, pattern: RegExp): void {
  ok(pattern.test(text), `${text} does not match ${pattern}`);
}

export default { ok, equal, notEqual, deepEqual, match };
