import assert from 'node:assert/strict';
import type { Uri } from '../../src/syntax/nodes.js';
import { addressKey, compareUris, type UriComparison } from '../../src/syntax/uri-equality.js';
import { ADDRESS_URI } from '../../src/syntax/values/absolute-uri.js';
import { Reader } from '../../src/syntax/values/reader.js';
import { readUri } from '../../src/syntax/values/uri.js';

function uriOf(text: string): Uri {
  const reader = new Reader(text, 0, text.length);
  const uri = readUri(reader, 0, text.length, ADDRESS_URI);
  assert.deepEqual(reader.issues, []);
  assert.ok(uri);
  return uri;
}

const CASES: [a: string, b: string, expected: UriComparison][] = [
  // RFC 3261 §19.1.4
  ['sip:%61lice@atlanta.com;transport=TCP', 'sip:alice@AtLanTa.CoM;Transport=tcp', 'equal'],
  ['sip:carol@chicago.com', 'sip:carol@chicago.com;newparam=5', 'equal'],
  ['sip:carol@chicago.com', 'sip:carol@chicago.com;security=on', 'equal'],
  [
    'sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com',
    'sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com',
    'equal',
  ],
  [
    'sip:alice@atlanta.com?subject=project%20x&priority=urgent',
    'sip:alice@atlanta.com?priority=urgent&subject=project%20x',
    'equal',
  ],
  ['SIP:ALICE@AtLanTa.CoM;Transport=udp', 'sip:alice@AtLanTa.CoM;Transport=UDP', 'different'],
  ['sip:bob@biloxi.com', 'sip:bob@biloxi.com:5060', 'different'],
  ['sip:bob@biloxi.com', 'sip:bob@biloxi.com;transport=udp', 'unknown'],
  ['sip:bob@biloxi.com', 'sip:bob@biloxi.com:6000;transport=tcp', 'different'],
  ['sip:carol@chicago.com', 'sip:carol@chicago.com?Subject=next%20meeting', 'different'],
  ['sip:bob@phone21.boxesbybob.com', 'sip:bob@192.0.2.4', 'different'],
  ['sip:carol@chicago.com;security=on', 'sip:carol@chicago.com;security=off', 'different'],
  // RFC 5954 §4.2
  ['sip:bob@[::ffff:192.0.2.128]', 'sip:bob@[::ffff:c000:280]', 'equal'],
  ['sip:bob@[2001:db8::9:1]', 'sip:bob@[2001:db8::9:01]', 'equal'],
  ['sip:bob@[0:0:0:0:0:FFFF:129.144.52.38]', 'sip:bob@[::FFFF:129.144.52.38]', 'equal'],
  ['sip:bob@[2001:db8::9:1]', 'sip:bob@[2001:db8::9:2]', 'different'],
  // Each rule on its own
  ['sip:bob@example.com', 'sips:bob@example.com', 'different'],
  ['sip:bob@example.com', 'sip:example.com', 'different'],
  ['sip:bob:pw@example.com', 'sip:bob@example.com', 'different'],
  ['sip:bob:pw@example.com', 'sip:bob:Pw@example.com', 'different'],
  ['sip:a%3bb@example.com', 'sip:a%3Bb@example.com', 'equal'],
  ['sip:a%3Bb@example.com', 'sip:a;b@example.com', 'different'],
  ['sip:a%00@example.com', 'sip:a@example.com', 'different'],
  ['sip:a%2541@example.com', 'sip:a%41@example.com', 'different'],
  ['sip:bob@example.com;user=phone', 'sip:bob@example.com', 'different'],
  ['sip:bob@example.com', 'sip:bob@example.com;ttl=1', 'different'],
  ['sip:bob@example.com;method=INVITE', 'sip:bob@example.com', 'different'],
  ['sip:bob@example.com;maddr=192.0.2.1', 'sip:bob@example.com', 'different'],
  ['sip:bob@h;maddr=[::1]', 'sip:bob@h;maddr=[0::1]', 'equal'],
  ['sip:bob@example.com;lr', 'sip:bob@example.com;lr=on', 'equal'],
  ['sip:bob@example.com;x=%41', 'sip:bob@example.com;X=a', 'equal'],
  ['sip:bob@example.com;transport=udp', 'sip:bob@example.com;transport=tcp', 'different'],
  ['sip:bob@example.com;transport=udp', 'sip:ann@example.com', 'different'],
  ['sip:h?Subject=a', 'sip:h?subject=A', 'unknown'],
  ['sip:h?a=1&a=2', 'sip:h?a=2&A=1', 'equal'],
  ['sip:h?a=1', 'sip:h?a=2', 'different'],
  // RFC 3966 §4
  ['tel:+358-555-1234567', 'tel:+358(555)1234.567', 'equal'],
  ['tel:+3585551234567', 'tel:3585551234567', 'different'],
  ['tel:7042;phone-context=example.com', 'TEL:7042;Phone-Context=EXAMPLE.com', 'equal'],
  ['tel:863;phone-context=+1-914-555', 'tel:863;phone-context=+1914555', 'equal'],
  ['tel:7042;ext=1;phone-context=a.b', 'tel:7042;phone-context=a.b;ext=1', 'equal'],
  ['tel:7042;phone-context=a.b', 'tel:7042', 'different'],
  // Others
  ['tel:+1', 'sip:+1@example.com;user=phone', 'different'],
  ['HTTP://example.com/a', 'http://example.com/a', 'equal'],
  ['http://example.com/a', 'http://example.com/A', 'unknown'],
  ['http://example.com/a', 'http://example.com/b', 'different'],
  ['urn:service:sos', 'im:service:sos', 'different'],
  ['sip:\ufdd0\ufdd0@example.com', 'sip:\ufdd0\ufdd0@example.com', 'unknown'],
];

describe('compareUris', () => {
  for (const [a, b, expected] of CASES) {
    it(`${a} and ${b} are ${expected}`, () => {
      assert.equal(compareUris(uriOf(a), uriOf(b)), expected);
      assert.equal(compareUris(uriOf(b), uriOf(a)), expected);
      assert.equal(compareUris(uriOf(a), uriOf(a)), a.includes('\ufdd0') ? 'unknown' : 'equal');
    });
  }
});

describe('addressKey', () => {
  const keyOf = (text: string): string | undefined => {
    const uri = uriOf(text);
    return uri.kind === 'sip' ? addressKey(uri) : undefined;
  };
  it('is the same for what matches', () => {
    assert.equal(keyOf('sip:%61lice@[2001:DB8::1]'), keyOf('sip:alice@[2001:db8:0:0:0:0:0:1]'));
    assert.equal(keyOf('sip:EXAMPLE.com'), keyOf('sips:example.com;lr'));
  });
  it('differs for another user or host', () => {
    assert.notEqual(keyOf('sip:alice@example.com'), keyOf('sip:Alice@example.com'));
    assert.notEqual(keyOf('sip:a%40b@example.com'), keyOf('sip:a@example.com'));
    assert.notEqual(keyOf('sip:[2001:db8::1]'), keyOf('sip:[2001:db8::2]'));
  });
});
