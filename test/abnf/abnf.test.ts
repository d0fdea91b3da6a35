import assert from 'node:assert/strict';
import { Random, seedOf } from '../random.js';
import { Generator } from './generator.js';
import { Grammar } from './grammar.js';
import { LENIENT_SIP, SIP } from './grammars.js';
import { type Expression, readAbnf } from './read-abnf.js';
import { isDerivable } from './recognizer.js';
import { shown } from './runs.js';

function grammarOf(text: string): Grammar {
  return new Grammar().add(text);
}

describe('reader of ABNF', () => {
  const rejected = ['a "x"', 'a = ', 'a = ("x"', 'a = "x" )', 'a = %d65', 'a = <any>', 'a = "x" /', 'a = "x'];
  for (const text of rejected) it(`rejects ${text}`, () => assert.throws(() => readAbnf(text), SyntaxError));

  it('reads rules over lines, with comments', () => {
    const rules = readAbnf('; head\n\na  =  "x" ; ( "\n   / b\n; between\nB =/ %x41-5A\n');
    assert.deepEqual(
      rules.map(({ name, isIncremental }) => [name, isIncremental]),
      [
        ['a', false],
        ['b', true],
      ],
    );
  });

  it('knows no rule twice in a file, and lets a later file replace or add', () => {
    assert.throws(() => grammarOf('a = "x"\nA = "y"\n'));
    const grammar = grammarOf('a = "x"\nb = "x"\n').add('a = "y"\nb =/ "y"\n');
    assert.deepEqual([isDerivable(grammar, 'a', 'x'), isDerivable(grammar, 'a', 'y')], [false, true]);
    assert.deepEqual([isDerivable(grammar, 'b', 'x'), isDerivable(grammar, 'b', 'y')], [true, true]);
  });
});

describe('recognizer of ABNF', () => {
  const table: [rule: string, accepted: readonly string[], rejected: readonly string[]][] = [
    ['"aB"', ['ab', 'AB'], ['a', 'abc', '']],
    ['%x61.42', ['aB'], ['ab', 'AB']],
    ['%x61-63', ['a', 'c'], ['d', 'A', 'aa']],
    ['"a" / "ab" "c"', ['a', 'abc'], ['ab', 'ac']],
    ['("a" / "ab") "c"', ['ac', 'abc'], ['c']],
    ['["a"] "b"', ['b', 'ab'], ['aab']],
    ['2"a"', ['aa'], ['a', 'aaa']],
    ['1*2"a" *"b"', ['a', 'aab', 'abbb'], ['', 'b', 'aaa']],
    ['*2("a" / "b")', ['', 'ba'], ['aba']],
    ['2*("a" / "aa")', ['aa', 'aaaa'], ['', 'a']],
    ['*["a"] "b"', ['b', 'aab'], ['a']],
    ['"(" [a] ")"', ['()', '((()))'], ['(()', '())']],
  ];
  for (const [rule, accepted, rejected] of table) {
    it(rule, () => {
      const grammar = grammarOf(`a = ${rule}\n`);
      for (const text of accepted) assert.ok(isDerivable(grammar, 'a', text), text);
      for (const text of rejected) assert.ok(!isDerivable(grammar, 'a', text), text);
    });
  }

  it('heeds the condition of a rule', () => {
    const grammar = new Grammar(new Map([['b', (text) => text !== 'xx']])).add('a = b "y"\nb = *"x"\n');
    assert.deepEqual(
      ['y', 'xy', 'xxy', 'xxxy'].map((text) => isDerivable(grammar, 'a', text)),
      [true, true, false, true],
    );
  });
});

describe('grammar files', () => {
  it('name only rules that there are', () => {
    for (const grammar of [SIP, LENIENT_SIP]) {
      const missing = grammar.ruleNames
        .flatMap((name) => referencesOf(grammar.rule(name)))
        .filter((name) => !knows(name));
      assert.deepEqual(missing, []);
      function knows(name: string): boolean {
        return grammar.ruleNames.includes(name);
      }
    }
  });

  it('hold a rule for each condition', () => {
    assert.deepEqual(
      [...SIP.conditions.keys()].filter((name) => !LENIENT_SIP.ruleNames.includes(name)),
      [],
    );
  });

  it('derive what they recognize', () => {
    for (const name of SIP.ruleNames) {
      // The generator knows no whole message that would be short enough to be worth recognizing.
      if (['sip-message', 'request', 'response'].includes(name)) continue;
      const generator = new Generator(SIP, new Random(seedOf(name, 1)));
      for (let run = 0; run < 5; run++) {
        const text = generator.derive(name);
        assert.ok(isDerivable(SIP, name, text), `${name}: ${shown(text)}`);
      }
    }
  });
});

function referencesOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'rule':
      return [expression.name];
    case 'alternation':
      return expression.options.flatMap(referencesOf);
    case 'concatenation':
      return expression.parts.flatMap(referencesOf);
    case 'repetition':
      return referencesOf(expression.of);
    default:
      return [];
  }
}
