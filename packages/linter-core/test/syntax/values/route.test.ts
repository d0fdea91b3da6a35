import assert from 'node:assert/strict';
import { itReads, rowOf } from './row.js';

describe('Route and its like', () => {
  itReads('Route', [
    ['<sip:bigbox3.site3.atlanta.com;lr>,\r\n <sip:server10.biloxi.com;lr>'],
    ['<sip:p1.example.com;lr>;x=1, "Proxy 2" <sip:p2.example.com;lr>'],
    ['<sip:services.example.com;lr;unknownwith=value;unknown-no-value>'],
    ['<sip:p1;lr>;lr'],
    ['sip:p1.example.com;lr', ['route.brackets-missing', 'sip:p1.example.com;lr']],
    ['sip:a_b, <sip:p2;lr>', ['route.brackets-missing', 'sip:a_b']],
    ['sip:p1?a=b', ['route.brackets-missing', 'sip:p1?a=b']],
    ['p1.example.com', ['uri.scheme-missing', 'p1.example.com']],
    ['<sip:p1>;lr', ['route.lr-outside', 'lr']],
    ['<sip:p1>;LR=on', ['route.lr-outside', 'LR=on']],
    ['<sip:p1;lr> <sip:p2;lr>', ['name-addr.trailing-text', '<sip:p2;lr>']],
    ['<sip:p1;lr>,', ['list.empty-element', ',']],
  ]);
  itReads('Record-Route', [['<sip:p1;lr;ftag=1;a=YWI=>', ['sip-uri.unescaped-equal', '=']]]);
  itReads('Path', [['<sip:p1>;lr', ['route.lr-outside', 'lr']]]);
  itReads('History-Info', [
    ['<sip:b@x.example?Reason=SIP%3Bcause%3D302>;index=1, <sip:c@x.example>;index=1.1;mp=1'],
    ['<sip:b@x.example>;index=1;lr'],
  ]);

  it('leaves a value without brackets unread', () => {
    const field = rowOf('Route', 'sip:p1;lr, <sip:p2;lr>');
    assert.deepEqual(
      field.values.map(({ value, partial }) => [value?.uri?.text, partial?.uri?.text]),
      [
        [undefined, 'sip:p1'],
        ['sip:p2;lr', 'sip:p2;lr'],
      ],
    );
  });
});
