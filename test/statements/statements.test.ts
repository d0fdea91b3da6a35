import assert from 'node:assert/strict';
import { rules } from '@siplint/rules';
import { STATEMENTS } from '@siplint/rules/statements';
import { normativeStatements, rfcText } from './normative-statements.js';

describe('statements of RFC 3261', () => {
  const statements = (STATEMENTS.get(3261) ?? []).flatMap((chapter) => chapter.statements);
  const byId = new Map(rules.map((rule) => [rule.meta.id, rule]));

  it('are all that its text demands, in its order and words', function () {
    const rfc = rfcText(3261);
    if (rfc === undefined) this.skip();
    const listed = statements.map(({ section, text }) => `§${section} ${text}`);
    const demanded = normativeStatements(rfc).map(({ section, text }) => `§${section} ${text}`);
    assert.ok(demanded.length > 800, `only ${demanded.length} sentences were recognised`);
    assert.deepEqual(listed, demanded);
  });

  it('stand in their chapters', () => {
    for (const { section, statements } of STATEMENTS.get(3261) ?? []) {
      for (const statement of statements) assert.equal(statement.section.split('.')[0], section);
    }
  });

  it('name rules that exist', () => {
    const unknown = statements.flatMap(({ rules = [] }) => rules).filter((id) => !byId.has(id));
    assert.deepEqual([...new Set(unknown)], []);
  });

  it('are cited by the rules that judge them', () => {
    const uncited = statements.flatMap(({ section, rules = [] }) =>
      rules
        .filter((id) => !byId.get(id)?.meta.references?.some((one) => one.rfc === 3261 && one.section === section))
        .map((id) => `${id} §${section}`),
    );
    assert.deepEqual([...new Set(uncited)].sort(), []);
  });
});
