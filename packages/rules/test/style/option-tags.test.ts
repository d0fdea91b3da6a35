import { testRule } from '@siplint/core/testing';
import { options, response } from '../../src/examples/messages.js';
import repeated from '../../src/style/option-tag-repeated.js';

testRule(repeated, {
  good: [
    {
      name: 'the same tag in other header fields',
      text: options({ Supported: 'timer', Require: 'timer', 'Proxy-Require': 'timer' }),
    },
    { name: 'methods in another case', text: options({ Allow: 'INVITE, invite' }) },
    { name: 'other lists', text: options({ 'Allow-Events': 'dialog, dialog' }) },
    { name: 'placeholders', text: options({ Supported: '{{a}}, {{a}}' }) },
  ],
  bad: [
    {
      name: 'takes each repetition away',
      text: options({ Require: 'a, b, <|A|>, c, <|b|>, <|a|>' }),
      findings: [{ severity: 'hint', data: { header: 'Require', tag: 'A' } }, {}, {}],
      fixed: options({ Require: 'a, b, c' }),
    },
    {
      name: 'takes a row that is left empty',
      text: options({ k: 'a', Supported: ['b', '<|b|>'] }),
      fixed: options({ k: 'a', Supported: 'b' }),
    },
    {
      name: 'Unsupported and Proxy-Require',
      text: response(420, 'INVITE', { Unsupported: 'a, <|a|>', 'Proxy-Require': 'a, <|a|>' }),
    },
  ],
});
