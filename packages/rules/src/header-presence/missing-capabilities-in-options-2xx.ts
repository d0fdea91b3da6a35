import type { LintFile, SipMessage } from '@siplint/core';
import { file, ok, options } from '../examples/messages.js';
import { requireCapabilities } from '../factories/missing-capabilities.js';

const HEADERS = ['Allow', 'Accept', 'Accept-Encoding', 'Accept-Language', 'Supported'];
const NOTHING = Object.fromEntries(HEADERS.map((header) => [header, null]));
const LAST_HOP = options({ 'Max-Forwards': 0 });

export default requireCapabilities({
  id: 'missing-capabilities-in-options-2xx',
  level: 'SHOULD',
  severity: 'info',
  strictSeverity: 'warning',
  title: 'Tell what you can do in a 2xx to OPTIONS',
  docs: {
    what:
      'A success response to OPTIONS has Allow, Accept, Accept-Encoding, Accept-Language and Supported. It is reported ' +
      'once a Call-ID. Where the request in the file has Max-Forwards 0 a proxy answers: it leaves Allow out, and one ' +
      'that tells nothing at all passes.',
    why: 'The sender of an OPTIONS asks for just that. What the answer does not tell it has to find out in a call.',
    falsePositives:
      'Where OPTIONS requests only test whether a server is alive nobody reads these header fields. Turn the rule off ' +
      'for such traffic.',
    bad: [
      ok('OPTIONS', { startLine: 'SIP/2.0 <|200|> OK', 'Accept-Language': null }),
      ok('OPTIONS', { startLine: 'SIP/2.0 <|200|> OK', ...NOTHING }),
    ],
    good: [
      ok('OPTIONS', { 'Accept-Encoding': '', Supported: '' }),
      file(LAST_HOP, ok('OPTIONS', NOTHING)),
      file(LAST_HOP, ok('OPTIONS', { Allow: null })),
    ],
  },
  references: [
    { rfc: 3261, section: '11.2' },
    { rfc: 3261, section: '20' },
  ],
  appliesTo: { methods: ['OPTIONS'], statuses: ['200-299'] },
  headers: HEADERS,
  consequence: 'the sender does not learn what it asked for',
  judge(absent, response, file) {
    if (!isFromProxy(response, file)) return absent;
    return absent.length === HEADERS.length ? [] : absent.filter((header) => header !== 'Allow');
  },
});

/** True if the request could not go further, so that a proxy answered in the place of the user agent (RFC 3261 §16.3). */
function isFromProxy(response: SipMessage, file: LintFile): boolean {
  return file.requestOf(response)?.field('Max-Forwards')?.value?.value === 0;
}
