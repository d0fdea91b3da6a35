import assert from 'node:assert/strict';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import junit from '../../src/formats/junit.js';
import { printable } from '../../src/terminal/printable.js';
import { HOSTILE_MESSAGE, HOSTILE_PATH, PROBLEMS, render } from './sample.js';

function elements(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => child instanceof XmlElement && child.name === name);
}

function suites(text: string): XmlElement[] {
  const { root } = parseXml(text);
  assert.equal(root?.name, 'testsuites');
  return elements(root, 'testsuite');
}

describe('--format junit', () => {
  it('is a suite a file and a case a finding', () => {
    const [clean, invite] = suites(render(junit));
    assert.deepEqual(
      { ...clean?.attributes },
      {
        name: 'fixtures/clean.sip',
        tests: '1',
        failures: '0',
        errors: '0',
        skipped: '0',
      },
    );
    assert.ok(invite);
    assert.equal(invite.attributes.failures, '1');
    const cases = elements(invite, 'testcase');
    assert.deepEqual(
      cases.map((each) => elements(each, 'failure').length),
      [0, 0, 1],
    );
    assert.equal(cases[2]?.attributes.name, 'sample-length 3:17');
    assert.match(
      cases[2]?.text ?? '',
      /^\s*fixtures\/invite\.sip:3:17: error: .* \(RFC 3261 §20\.14, House style\)\s*$/,
    );
  });
  it('fails from the severity of --fail-on', () => {
    const [, invite] = suites(render(junit, undefined, { failOn: 'info' }));
    assert.equal(invite?.attributes.failures, '2');
  });
  it('is XML whatever a finding quotes', () => {
    const [, , hostile] = suites(render(junit));
    assert.ok(hostile);
    assert.equal(hostile.attributes.name, printable(HOSTILE_PATH));
    const [failure] = elements(hostile, 'testcase').flatMap((each) => elements(each, 'failure'));
    assert.equal(failure?.attributes.message, printable(HOSTILE_MESSAGE));
  });
  it('holds problems as errors', () => {
    const last = suites(render(junit, [], { problems: PROBLEMS })).at(-1);
    assert.equal(last?.attributes.errors, '2');
  });
});
