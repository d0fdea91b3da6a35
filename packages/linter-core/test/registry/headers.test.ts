import assert from 'node:assert/strict';
import { HEADER_FIELDS, isRegisteredHeader, lookupHeader } from '../../src/registry/index.js';

/** RFC 3261 §20 (long name, compact form), and the compact forms of later RFCs. */
const COMPACT_FORMS = {
  a: 'Accept-Contact',
  b: 'Referred-By',
  c: 'Content-Type',
  d: 'Request-Disposition',
  e: 'Content-Encoding',
  f: 'From',
  i: 'Call-ID',
  j: 'Reject-Contact',
  k: 'Supported',
  l: 'Content-Length',
  m: 'Contact',
  o: 'Event',
  r: 'Refer-To',
  s: 'Subject',
  t: 'To',
  u: 'Allow-Events',
  v: 'Via',
  x: 'Session-Expires',
  y: 'Identity',
};

describe('registry/headers', () => {
  it('knows every compact form, each for one header field', () => {
    const forms = HEADER_FIELDS.flatMap(({ compact, name }) => (compact === undefined ? [] : [[compact, name]]));
    assert.deepEqual(Object.fromEntries(forms), COMPACT_FORMS);
    assert.equal(forms.length, Object.keys(COMPACT_FORMS).length);
  });

  it('has no name twice', () => {
    const names = HEADER_FIELDS.map(({ name }) => name.toLowerCase());
    assert.equal(new Set(names).size, names.length);
  });

  for (const [written, name] of [
    ['Via', 'Via'],
    ['via', 'Via'],
    ['VIA', 'Via'],
    ['v', 'Via'],
    ['V', 'Via'],
    ['call-id', 'Call-ID'],
    ['Call-Id', 'Call-ID'],
    ['www-authenticate', 'WWW-Authenticate'],
    ['CSEQ', 'CSeq'],
    ['p-asserted-identity', 'P-Asserted-Identity'],
    ['remote-party-id', 'Remote-Party-ID'],
  ] as const) {
    it(`finds ${written}`, () => assert.equal(lookupHeader(written)?.name, name));
  }

  for (const unknown of ['', 'w', 'X-Foo', 'Via ', '__proto__', 'constructor', 'toString', 'Viä']) {
    it(`does not find ${JSON.stringify(unknown)}`, () => assert.equal(lookupHeader(unknown), undefined));
  }

  it('tells registered header fields from well-known ones', () => {
    assert.equal(isRegisteredHeader('f'), true);
    assert.equal(isRegisteredHeader('history-info'), true);
    assert.equal(isRegisteredHeader('Diversion'), false);
    assert.equal(isRegisteredHeader('Remote-Party-ID'), false);
    assert.equal(isRegisteredHeader('X-Foo'), false);
  });

  it('marks what later documents withdrew', () => {
    const withdrawn = HEADER_FIELDS.filter(({ deprecated }) => deprecated).map(({ name }) => name);
    assert.deepEqual(withdrawn, ['Encryption', 'Hide', 'Identity-Info', 'Response-Key', 'Diversion']);
  });

  it('divides at commas exactly where the ABNF does', () => {
    const rows = [
      'Authentication-Info',
      'Authorization',
      'Proxy-Authenticate',
      'Proxy-Authorization',
      'WWW-Authenticate',
    ];
    const core = HEADER_FIELDS.filter(({ references: [first] }) => first?.rfc === 3261 && first.section !== undefined);
    assert.deepEqual(
      core.filter(({ multiplicity }) => multiplicity === 'rows').map(({ name }) => name),
      rows,
    );
    assert.deepEqual(
      core.filter(({ multiplicity }) => multiplicity === 'list').map(({ name }) => name),
      (
        'Accept Accept-Encoding Accept-Language Alert-Info Allow Call-Info Contact Content-Encoding Content-Language ' +
        'Error-Info In-Reply-To Proxy-Require Record-Route Require Route Supported Unsupported Via Warning'
      ).split(' '),
    );
  });

  it('lets exactly those be empty whose ABNF does', () => {
    assert.deepEqual(
      HEADER_FIELDS.filter(({ mayBeEmpty }) => mayBeEmpty).map(({ name }) => name),
      (
        'Accept Accept-Encoding Accept-Language Accept-Resource-Priority Allow Organization P-Associated-URI ' +
        'P-Early-Media Recv-Info Subject Supported'
      ).split(' '),
    );
  });

  it('names a document for each, and a section of §20 for those of RFC 3261', () => {
    for (const { name, references, purpose } of HEADER_FIELDS) {
      assert.ok(references.length > 0, name);
      assert.match(purpose, /^[A-Z].*\.$/, name);
    }
    const sections = HEADER_FIELDS.flatMap(({ references: [first] }) =>
      first?.rfc === 3261 && first.section ? [Number(first.section.replace('20.', ''))] : [],
    );
    assert.deepEqual(
      sections.sort((a, b) => a - b),
      Array.from({ length: 44 }, (_, index) => index + 1),
    );
  });
});
