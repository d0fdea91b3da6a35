import assert from 'node:assert/strict';
import { itReads, rowOf } from './row.js';

describe('Warning', () => {
  itReads('Warning', [
    ['307 isi.edu "Session parameter \'foo\' not understood"'],
    ['301 isi.edu "Incompatible network address type \'E.164\'" , 399 [2001:db8::1]:5060 "a, 399 \\"b\\""'],
    ['392 192.0.2.1:5060 "Noisy feedback tells: pid=1"'],
    ['399 pseudonym_1   "a"'],
    ['399\r\n host\r\n "a"'],
    ['307 Session parameter not understood', ['warning.text-not-quoted', 'parameter not understood']],
    [
      '399 host Service down, try, 30 minutes later, 307 b "c"',
      ['warning.text-not-quoted', 'Service down, try, 30 minutes later'],
    ],
    ['1812 overture "In Progress"', ['warning.code-malformed', '1812']],
    ['30x a "b", 399 c "d"', ['warning.code-malformed', '30x']],
    ['"a", 399 c "d"', ['warning.code-malformed', '"a"']],
    ['307', ['warning.text-missing', '307']],
    ['307 isi.edu', ['warning.text-missing', '307 isi.edu']],
    ['307 isi.edu, 399 a "b"', ['warning.text-missing', '307 isi.edu']],
    ['307 "text"', ['warning.agent-missing', '307']],
    ['307"text"', ['warning.agent-missing', '307']],
    ['307  isi.edu "text"', ['warning.separator', '  ']],
    ['307\tisi.edu "text"', ['warning.separator', '\t']],
    ['307 isi.edu:x "text"', ['warning.agent-malformed', 'isi.edu:x']],
    ['307 [::1 "text"', ['warning.agent-malformed', '[::1']],
    ['307 a/b "text"', ['warning.agent-malformed', 'a/b']],
    ['307 a~b:5060 "text"', ['warning.agent-malformed', 'a~b:5060']],
    ['307 a_b:5060 "text"'],
    ['307 [1::2::3]:5060 "text"', ['warning.agent-malformed', '[1::2::3]:5060']],
    ['307 192.0.2.256:5060 "text"'],
    ['307 192.0.2.2560:5060 "text"', ['warning.agent-malformed', '192.0.2.2560:5060']],
    ['307 :5060 "text"', ['warning.agent-malformed', ':5060']],
    ['307 isi.edu"text"', ['warning.text-not-quoted', '"text"']],
    ['307 isi.edu "text" more, 399 a "b"', ['warning.trailing-text', 'more']],
    ['307 isi.edu "text', ['quoted-string.unterminated', '"text']],
    ['307 isi.edu "text",', ['list.empty-element', ',']],
  ]);

  it('gives code, agent and text', () => {
    const field = rowOf('Warning', '307 isi.edu "a \\"b\\"", 399 x "y"');
    assert.deepEqual(
      field.values.map(({ value }) => [value?.code.text, value?.agent.text, value?.text.text]),
      [
        ['307', 'isi.edu', '"a \\"b\\""'],
        ['399', 'x', '"y"'],
      ],
    );
  });
});
