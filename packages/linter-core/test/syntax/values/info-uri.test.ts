import assert from 'node:assert/strict';
import { issuesOf, itReads, paramsOf, rowOf } from './row.js';

describe('Alert-Info, Call-Info, Error-Info', () => {
  itReads('Call-Info', [
    ['<http://wwww.example.com/alice/photo.jpg> ;purpose=icon,\r\n <http://www.example.com/alice/> ;purpose=info'],
    ['<http://a,b;c?d>;x'],
  ]);
  itReads('Alert-Info', [
    ['<http://www.example.com/sounds/moo.wav>'],
    ['<urn:alert:service:call-waiting>, <cid:a@b>;x="y"'],
    ['<sip:bob@example.com>;info=alert-autoanswer'],
    ['http://www.example.com/sounds/moo.wav', ['info-uri.brackets-missing', 'http://www.example.com/sounds/moo.wav']],
    ['info=alert-autoanswer', ['info-uri.malformed', 'info=alert-autoanswer']],
    [';info=alert-autoanswer', ['info-uri.malformed', ';info=alert-autoanswer']],
    ['Bellcore-dr1', ['info-uri.malformed', 'Bellcore-dr1']],
    ['<Bellcore-dr1>', ['info-uri.no-uri', 'Bellcore-dr1']],
    ['<>', ['info-uri.no-uri', '']],
    ['"x, y" <http://a>, <http://b>', ['info-uri.malformed', '"x, y" <http://a>']],
    ['<http://a', ['info-uri.malformed', '<http://a']],
    ['<http:// a>, <http://b>', ['info-uri.malformed', '<http:// a>']],
    ['<http://a|b>', ['info-uri.malformed', '|']],
    ['<http:>', ['info-uri.malformed', 'http:']],
    ['<http://a%2>', ['uri.percent-malformed', '%2']],
    ['<sip:a@>', ['sip-uri.host-missing', 'sip:a@']],
    ['<http://a> x;y=1', ['info-uri.trailing-text', 'x;y=1']],
    ['<http://a>;', ['param.empty', ';']],
  ]);
  itReads('Geolocation', [
    ['<cid:loc1@x.example>;inserted-by="a"'],
    ['cid:loc1@x.example', ['geolocation.brackets-missing', 'cid:loc1@x.example']],
    ['loc1', ['info-uri.malformed', 'loc1']],
  ]);

  it('gives URI and parameters with their ranges', () => {
    const field = rowOf('Call-Info', '<http://a> ;purpose=icon , <http://b>');
    const [first] = field.values;
    assert.equal(first?.value?.uri.text, 'http://a');
    assert.deepEqual(paramsOf(first?.value), [['purpose', 'icon']]);
    assert.equal(field.message.text.slice(first?.value?.start, first?.value?.end), '<http://a> ;purpose=icon');
    assert.equal(field.values.length, 2);
  });

  it('lets placeholders stand for any part', () => {
    const field = rowOf('Call-Info', '<\ufdd0>;purpose=\ufdd0, \ufdd0, <http://\ufdd0>');
    assert.deepEqual(issuesOf(field), []);
    assert.deepEqual(
      field.values.map(({ value }) => value?.uri.text),
      [undefined, undefined, 'http://\ufdd0'],
    );
  });
});
