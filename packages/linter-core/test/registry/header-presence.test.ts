import assert from 'node:assert/strict';
import {
  headerPresence,
  headerPresenceOverrides,
  lookupHeader,
  lookupUriComponent,
  presenceOf,
  uriComponents,
} from '../../src/registry/index.js';

describe('registry/header-presence', () => {
  const cases: [header: string, method: string, status: number | undefined, presence: string | undefined][] = [
    // a request: the row without a code, R or c
    ['Call-ID', 'ACK', undefined, 'm'],
    ['Contact', 'INVITE', undefined, 'm'],
    ['Contact', 'BYE', undefined, '-'],
    ['Subject', 'BYE', undefined, '-'],
    ['Content-Type', 'INVITE', undefined, '*'],
    ['Content-Length', 'CANCEL', undefined, 't'],
    ['Record-Route', 'REGISTER', undefined, '-'],
    ['Accept', 'OPTIONS', undefined, 'm*'],
    ['Max-Forwards', 'REGISTER', undefined, 'm'],
    // a header field of responses only
    ['WWW-Authenticate', 'INVITE', undefined, '-'],
    ['Server', 'INVITE', undefined, '-'],
    ['Unsupported', 'INVITE', undefined, '-'],
    // a response: the narrowest row counts
    ['Allow', 'INVITE', 405, 'm'],
    ['Allow', 'INVITE', 200, 'm*'],
    ['Allow', 'INVITE', 404, 'o'],
    ['Accept', 'INVITE', 415, 'c'],
    ['Accept', 'INVITE', 486, '-'],
    ['Contact', 'INVITE', 200, 'm'],
    ['Contact', 'BYE', 302, 'o'],
    ['Contact', 'REGISTER', 200, 'o'],
    ['Proxy-Authenticate', 'CANCEL', 401, 'o'],
    ['Proxy-Authenticate', 'INVITE', 407, 'm'],
    ['Record-Route', 'INVITE', 183, 'o'],
    ['Record-Route', 'INVITE', 100, '-'],
    ['Record-Route', 'INVITE', 486, '-'],
    ['Error-Info', 'CANCEL', 300, 'o'],
    ['Error-Info', 'CANCEL', 299, '-'],
    ['Error-Info', 'INVITE', 699, 'o'],
    ['Retry-After', 'INVITE', 413, 'o'],
    ['Retry-After', 'INVITE', 481, '-'],
    ['Min-Expires', 'REGISTER', 423, 'm'],
    ['Min-Expires', 'REGISTER', 200, '-'],
    ['Via', 'INVITE', 200, 'm'],
    ['To', 'INVITE', 200, 'm'],
    ['Subject', 'INVITE', 200, '-'],
    ['Timestamp', 'ACK', 200, 'o'],
    // what later texts add
    ['Alert-Info', 'INVITE', 183, 'o'],
    ['Alert-Info', 'INVITE', 180, 'o'],
    ['Alert-Info', 'INVITE', 100, '-'],
    ['Alert-Info', 'INVITE', 200, '-'],
    ['Contact', 'INVITE', 404, 'o'],
    ['Contact', 'BYE', 404, '-'],
    ['Contact', 'BYE', 485, 'o'],
    ['WWW-Authenticate', 'REGISTER', 494, 'o'],
    ['WWW-Authenticate', 'REGISTER', 401, 'm'],
    ['WWW-Authenticate', 'REGISTER', 403, '-'],
    ['Security-Server', 'REGISTER', 494, 'o'],
    ['Security-Server', 'REGISTER', 401, '-'],
    // of what the tables say nothing
    ['Session-Expires', 'INVITE', undefined, undefined],
    ['X-Foo', 'INVITE', undefined, undefined],
    ['Subject', 'MESSAGE', undefined, undefined],
    ['Subject', 'invite', undefined, undefined],
    ['__proto__', 'INVITE', undefined, undefined],
    ['Subject', 'toString', undefined, undefined],
  ];
  for (const [header, method, status, presence] of cases) {
    it(`${header} in ${status ?? 'a request'} ${method}: ${presence}`, () =>
      assert.equal(presenceOf(header, method, status), presence));
  }

  it('has the 65 rows of the tables, under registered names', () => {
    assert.equal(headerPresence().length, 65);
    for (const { header, where, methods } of [...headerPresence(), ...headerPresenceOverrides()]) {
      assert.equal(lookupHeader(header)?.name, header);
      assert.match(where, /^(|[Rrc]|rc|(\d\d\d-\d\d\d|\d(\d\d|\dx|xx))(,\d(\d\d|\dx|xx))*)$/);
      for (const cell of Object.values(methods)) assert.match(cell, /^(m\*?|[oct*-])$/);
    }
    for (const { references } of headerPresenceOverrides()) assert.ok(references);
  });
});

describe('registry/uri-components', () => {
  it('has the rows of Table 1', () => {
    assert.deepEqual(
      uriComponents().map(({ component }) => component),
      'user password host port user-param method maddr ttl transport lr other-param headers'.split(' '),
    );
  });

  it('says where a component may stand', () => {
    assert.equal(lookupUriComponent('port')?.contexts.to, '-');
    assert.equal(lookupUriComponent('host')?.contexts.dialog, 'm');
    assert.equal(lookupUriComponent('ttl')?.contexts.dialog, '-');
    assert.equal(lookupUriComponent('method')?.contexts.external, 'o');
    assert.equal(lookupUriComponent('method')?.contexts.requestUri, '-');
    assert.equal(lookupUriComponent('headers')?.contexts.regContact, 'o');
    assert.equal(lookupUriComponent('user-param')?.default, 'ip');
    assert.equal(lookupUriComponent('nothing'), undefined);
  });
});
