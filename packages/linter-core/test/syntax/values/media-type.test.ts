import assert from 'node:assert/strict';
import { itReads, paramsOf, rowOf } from './row.js';

describe('Content-Type', () => {
  itReads('Content-Type', [
    ['application/sdp'],
    ['text/html; charset=ISO-8859-4'],
    ['multipart/mixed;boundary="unique:boundary-1"'],
    ['multipart/signed ; protocol = "application/pkcs7-signature";\r\n micalg=sha1; boundary=boundary42'],
    ['application / sdp'],
    ['application/vnd.3gpp.ims+xml'],
    ['message/sipfrag;version=2.0'],
    ['sdp', ['content-type.subtype-missing', 'sdp']],
    ['application/', ['content-type.subtype-missing', 'application/']],
    ['application/;charset=x', ['content-type.subtype-missing', 'application/']],
    ['/sdp', ['content-type.type-missing', '/sdp']],
    ['"application/sdp"', ['content-type.type-missing', '"application/sdp"']],
    ['*/*', ['content-type.wildcard', '*/*']],
    ['text/*', ['content-type.wildcard', 'text/*']],
    ['application/sdp;', ['content-type.trailing-semicolon', ';']],
    ['application/sdp;charset=utf-8 ;', ['content-type.trailing-semicolon', ';']],
    ['application/sdp;;charset=utf-8', ['content-type.parameter-empty', ';']],
    ['application/sdp;;', ['content-type.parameter-empty', ';;']],
    ['text/plain;charset', ['content-type.parameter-value-missing', 'charset']],
    ['text/plain;charset=', ['content-type.parameter-value-missing', 'charset=']],
    ['multipart/mixed;boundary=a/b', ['content-type.parameter-value-malformed', 'a/b']],
    ['multipart/mixed;boundary=a charset=b', ['content-type.parameter-value-malformed', 'a charset=b']],
    ['text/plain;cha rset=utf-8', ['content-type.parameter-malformed', 'cha rset=utf-8']],
    ['text/plain charset=utf-8', ['content-type.trailing-text', 'charset=utf-8']],
    ['text/plain, text/html', ['content-type.trailing-text', ', text/html']],
    ['text/plain;a=1;A=2', ['param.duplicate', 'A=2']],
    ['multipart/mixed;boundary="a', ['quoted-string.unterminated', '"a']],
  ]);

  it('gives type, subtype, essence and parameters', () => {
    const value = rowOf('Content-Type', 'Text / HTML ; Charset="utf-8"').value;
    assert.ok(value);
    assert.equal(value.type.text, 'Text');
    assert.equal(value.subtype.text, 'HTML');
    assert.equal(value.essence, 'text/html');
    assert.deepEqual(paramsOf(value), [['Charset', '"utf-8"']]);
  });

  it('counts as read behind a tolerated defect only', () => {
    assert.equal(rowOf('Content-Type', 'a/b;').value?.essence, 'a/b');
    assert.equal(rowOf('Content-Type', 'a/b;;').value, undefined);
    assert.equal(rowOf('Content-Type', 'a/b;;').values[0]?.partial?.essence, 'a/b');
  });
});

describe('Accept', () => {
  itReads('Accept', [
    ['application/sdp;level=1, application/x-private, text/html'],
    ['*/*'],
    ['text/*;q=0.3, text/html;q=0.7, text/html;level=1;q=1.000;ext'],
    ['application / sdp ; q = 0. , */*;q=0'],
    ['sdp', ['accept.subtype-missing', 'sdp']],
    ['sdp, text/plain', ['accept.subtype-missing', 'sdp']],
    ['application/, text/plain', ['accept.subtype-missing', 'application/']],
    ['*', ['accept.subtype-missing', '*']],
    ['*/sdp', ['accept.wildcard-type', '*/sdp']],
    ['/sdp;q=1, text/plain', ['accept.type-missing', '/sdp;q=1']],
    ['application/sdp text/plain', ['accept.trailing-text', 'text/plain']],
    ['text/plain,, text/html,', ['list.empty-element', ','], ['list.empty-element', ',']],
    [',text/plain', ['list.empty-element', ',']],
    ['text/plain;q=1.5', ['qvalue.invalid', '1.5']],
    ['text/plain;q=.5', ['qvalue.invalid', '.5']],
    ['text/plain;q=0.1234', ['qvalue.invalid', '0.1234']],
    ['text/plain;q=-1', ['qvalue.invalid', '-1']],
    ['text/plain;q=1.001', ['qvalue.invalid', '1.001']],
    ['text/plain;q="0.5"', ['qvalue.invalid', '"0.5"']],
    ['text/plain;q=', ['qvalue.invalid', 'q=']],
    ['text/plain;q', ['qvalue.invalid', 'q']],
    ['text/plain;q=high;a=1', ['qvalue.invalid', 'high']],
    ['text/plain;a=b;a=c', ['param.duplicate', 'a=c']],
    ['text/plain;', ['param.empty', ';']],
  ]);

  it('gives the elements that parsed, and skips the others', () => {
    const field = rowOf('Accept', 'text/*;q=2 , sdp, Application/SDP');
    assert.deepEqual(
      field.values.map(({ start, end, value }) => [field.message.text.slice(start, end), value?.essence]),
      [
        ['text/*;q=2', 'text/*'],
        ['sdp', undefined],
        ['Application/SDP', 'application/sdp'],
      ],
    );
  });
});
