import { paramOf, replaceRange } from '@siplint/core';
import { credentials } from '../examples/digest.js';
import { ok, register } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';
import { unquotedRange, unquotedValue, valueRange } from '../shared/values/quoted-param.js';

/** nc-value = 8LHEX (§25.1). */
const NC_VALUE = /^[0-9a-f]{8}$/;
const ZERO = '00000000';

export default defineDigestRule({
  meta: {
    id: 'digest-nonce-count-format',
    category: 'auth',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write nc as eight lower-case hex digits from 00000001 on',
    docs: {
      what:
        'The nonce count nc is exactly eight lower-case hex digits. It counts the requests sent with this nonce, so the ' +
        'first one is 00000001. Upper-case digits and 00000000 are warnings.',
      why:
        'The text of nc goes into the digest. A server that fills up or converts the value computes another digest, and one ' +
        'that keeps count takes a wrong number for a replay; both answer with a new challenge.',
      fixSafety:
        'Safe: the number stays the same. The digest of a message at rest was computed over the old text, though, and ' +
        'has to be computed anew.',
      bad: [
        register({ Authorization: credentials({ nc: '<|1|>' }) }),
        register({ Authorization: credentials({ nc: '<|0000000A|>' }) }),
        register({ Authorization: credentials({ nc: '<|00000000|>' }) }),
        ok('REGISTER', { 'Authentication-Info': 'qop=auth, rspauth="6629fae4", cnonce="0a4f", nc=<|000000001|>' }),
      ],
      good: [
        register({ Authorization: credentials({ nc: '00000001' }) }),
        register({ Authorization: credentials({ nc: 'ffffffff' }) }),
      ],
    },
    references: [
      { rfc: 3261, section: '25.1' },
      { rfc: 2617, section: '3.2.2' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      format: 'The nonce count "{count}" is not eight hex digits: servers that compare the text compute another digest',
      upperCase: 'The nonce count "{count}" has upper-case digits: strict servers take lower-case ones only',
      zero: 'The nonce count is 00000000, but the first request with a nonce counts 00000001: servers take it for a replay',
    },
  },
  roles: ['credentials', 'info'],
  judge(digest, context) {
    const param = paramOf(digest, 'nc');
    if (!param) return;
    const count = unquotedValue(param);
    const at = count === '' ? valueRange(param) : unquotedRange(param);
    if (NC_VALUE.test(count)) {
      if (count === ZERO) context.report({ messageId: 'zero', at, ceiling: 'warning' });
      return;
    }
    const mended = count.toLowerCase().padStart(8, '0');
    const fix =
      NC_VALUE.test(mended) && mended !== ZERO
        ? { title: `Write it as ${mended}`, edits: [replaceRange(at, mended)] }
        : undefined;
    if (count.length === 8 && fix)
      context.report({ messageId: 'upperCase', at, ceiling: 'warning', data: { count }, fix });
    else context.report({ messageId: 'format', at, data: { count }, fix });
  },
});
