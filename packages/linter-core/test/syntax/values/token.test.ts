import assert from 'node:assert/strict';
import { itReads, paramsOf, rowOf } from './row.js';

describe('lists of tokens', () => {
  itReads('Supported', [
    ['100rel'],
    ['100rel,timer , replaces\r\n ,path'],
    ["foo.bar!%*_+`'~-"],
    ['100rel timer', ['token-list.malformed', 'timer']],
    ['100rel;x=1, timer', ['token-list.malformed', ';x=1']],
    ['100rel; timer', ['token-list.malformed', '; timer']],
    ['"100rel", timer', ['token-list.malformed', '"100rel"']],
    ['(x), timer', ['token-list.malformed', '(x)']],
    ['100rel,', ['list.empty-element', ',']],
    [',', ['list.empty-element', ',']],
    ['a,, ,b', ['list.empty-element', ', ,']],
    ['a , , b', ['list.empty-element', ',']],
  ]);
  itReads('Allow', [['INVITE, ACK,, BYE,', ['list.empty-element', ','], ['list.empty-element', ',']]]);
  itReads('Content-Encoding', [['gzip'], ['gzip;q=1', ['token-list.malformed', ';q=1']]]);
  itReads('Require', [['sec-agree/1', ['token-list.malformed', '/1']]]);
  itReads('Proxy-Require', [['a b c', ['token-list.malformed', 'b c']]]);
  itReads('Unsupported', [['caf\u00e9', ['token-list.malformed', '\u00e9']]]);
  itReads('Resource-Priority', [['ets.0, wps.3'], ['ets 0', ['class.token-list-malformed', '0']]]);
  itReads('Allow-Events', [['presence.winfo, dialog'], ['/, dialog', ['class.token-list-malformed', '/']]]);

  it('gives a node for each element', () => {
    const field = rowOf('Supported', ' 100rel,\r\n timer');
    assert.deepEqual(
      field.values.map(({ value }) => value?.text),
      ['100rel', 'timer'],
    );
  });
});

describe('one token', () => {
  itReads('Priority', [
    ['emergency'],
    ['psap-callback'],
    ['very urgent', ['priority.malformed', 'urgent']],
    ['"urgent"', ['priority.malformed', '"urgent"']],
    ['urgent, normal', ['priority.malformed', ', normal']],
    ['normal;x', ['priority.malformed', ';x']],
  ]);
  itReads('SIP-ETag', [
    ['dx200xyz'],
    ['a b', ['class.token-malformed', 'b']],
    ['"a"', ['class.token-malformed', '"a"']],
  ]);

  it('shows the rules that a value too many is there', () => {
    assert.deepEqual(
      rowOf('SIP-If-Match', 'a, b').values.map(({ value }) => value),
      [
        { start: 14, end: 15, text: 'a' },
        { start: 17, end: 18, text: 'b' },
      ],
    );
  });
});

describe('a token with parameters', () => {
  itReads('Event', [
    ['presence'],
    ['dialog;id=4711 ; sla; call-id="a;b"'],
    [';id=1', ['class.token-params-malformed', ';id=1']],
    ['dialog id=1', ['class.token-params-malformed', 'id=1']],
    ['dialog;id=a b', ['param.value-malformed', 'a b']],
    ['dialog;;id=1', ['param.empty', ';']],
  ]);
  itReads('Reason', [['SIP;cause=200;text="Call completed elsewhere", Q.850 ;cause=16']]);
  itReads('Accept-Contact', [['*;audio;+sip.instance="<urn:uuid:x>";require;explicit, *;methods="INVITE,BYE"']]);

  it('reads privacy values as a token and flags', () => {
    const value = rowOf('Subscription-State', 'active;expires=3600;x').value;
    assert.equal(value?.token.text, 'active');
    assert.deepEqual(paramsOf(value), [
      ['expires', '3600'],
      ['x', undefined],
    ]);
  });
});

describe('Accept-Encoding', () => {
  itReads('Accept-Encoding', [
    ['gzip'],
    ['gzip;q=1.0, *;q=0.5, identity ; q=0'],
    ['gzip/1', ['accept-encoding.malformed', '/1']],
    ['gzip deflate', ['accept-encoding.malformed', 'deflate']],
    ['"gzip"', ['accept-encoding.malformed', '"gzip"']],
    ['gzip;q=2', ['qvalue.invalid', '2']],
    ['gzip,', ['list.empty-element', ',']],
  ]);
});

describe('Content-Disposition', () => {
  itReads('Content-Disposition', [
    ['session'],
    ['attachment; filename=smime.p7m; handling=required'],
    ['render ; handling = optional'],
    ['attachment;filename="a b.txt";filename*=UTF-8\'\'%e2%82%ac'],
    ['by-reference;x'],
    [
      'attachment; filename=smime.p7m handling=required',
      ['content-disposition.parameter-value-malformed', 'smime.p7m handling=required'],
    ],
    ['session handling=required', ['content-disposition.trailing-text', 'handling=required']],
    ['session, render', ['content-disposition.trailing-text', ', render']],
    ['session;', ['content-disposition.parameter-empty', ';']],
    ['session;handling=', ['content-disposition.parameter-value-missing', 'handling=']],
    ['session;=x', ['content-disposition.parameter-malformed', '=x']],
    [';handling=required', ['content-disposition.type-missing', ';handling=required']],
    ['"session"', ['content-disposition.type-missing', '"session"']],
    ['session;a=1;a=1', ['param.duplicate', 'a=1']],
    ['session;a="', ['quoted-string.unterminated', '"']],
  ]);
});
