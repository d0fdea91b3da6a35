import {
  type BodyPart,
  defineRule,
  type Example,
  type MediaTypeValue,
  paramOf,
  type Range,
  type RuleContext,
} from '@siplint/core';
import { type Changes, request } from '../examples/messages.js';
import { signedBody, signedType } from '../examples/signed.js';
import { unquotedValue, valueRange } from '../shared/values/quoted-param.js';

/** The type of a CMS detached signature, and its name before RFC 2311 was settled, which many mailers still write. */
const CMS_SIGNATURES: ReadonlySet<string> = new Set(['application/pkcs7-signature', 'application/x-pkcs7-signature']);

const MESSAGES = {
  otherProtocol:
    'Signature type "{protocol}" is not application/pkcs7-signature: SIP receivers verify CMS signatures only',
  missing: 'Signed body has no {missing}: receivers cannot tell how to verify the signature',
  partCount:
    'Number of parts in this signed body is {count} instead of 2, what is signed and its signature: nobody can verify it',
} as const;

export default defineRule({
  meta: {
    id: 'multipart-signed-protocol',
    category: 'security',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Sign SIP bodies with a CMS detached signature',
    docs: {
      what:
        'A multipart/signed body in SIP is a CMS detached signature: its protocol is application/pkcs7-signature, micalg names ' +
        'the digest, and it has two parts, what is signed and the signature.',
      why: 'A receiver that cannot verify the signature treats the body as forged or ignores that it is signed.',
      falsePositives: 'The old name application/x-pkcs7-signature passes, since it says the same.',
      bad: [
        message({
          'Content-Type': signedType({ protocol: '<|"application/pgp-signature"|>' }),
          body: signedBody('Hi'),
        }),
        message({ 'Content-Type': '<|multipart/signed|>; boundary=b42', body: signedBody('Hi') }),
        message({
          'Content-Type': signedType(),
          body: signedBody('Hi').replace('--b42--', '<|--b42|>\nContent-Type: text/plain\n\nHo\n--b42--'),
        }),
      ],
      good: [
        message({ 'Content-Type': signedType(), body: signedBody('Hi') }),
        message({ 'Content-Type': 'multipart/mixed; boundary=b42', body: signedBody('Hi') }),
      ],
    },
    references: [
      { rfc: 3261, section: '23.3' },
      { rfc: 3261, section: '23.4.2' },
      { rfc: 1847, section: '2.1' },
    ],
    since: '0.1.0',
    messages: MESSAGES,
  },
  create: () => ({
    body(part, context) {
      const { mediaType } = part;
      if (mediaType?.essence !== 'multipart/signed') return;
      judgeParams(mediaType, context);
      judgeParts(part, mediaType, context);
    },
  }),
});

function judgeParams(mediaType: MediaTypeValue, context: RuleContext<typeof MESSAGES>): void {
  const protocol = paramOf(mediaType, 'protocol');
  // A boundary that is missing is reported as for any multipart.
  const missing = ['protocol', 'micalg'].filter((name) => !paramOf(mediaType, name));
  if (missing.length > 0) {
    context.report({ messageId: 'missing', at: essenceRange(mediaType), data: { missing: missing.join(' and no ') } });
  }
  const value = protocol && unquotedValue(protocol);
  if (protocol && value !== undefined && !CMS_SIGNATURES.has(value.toLowerCase())) {
    context.report({ messageId: 'otherProtocol', at: valueRange(protocol), data: { protocol: value } });
  }
}

function judgeParts(
  { parts, multipart }: BodyPart,
  mediaType: MediaTypeValue,
  context: RuleContext<typeof MESSAGES>,
): void {
  const count = parts.length;
  // One that is cut off has lost parts, perhaps.
  if (count === 0 || count === 2 || !multipart?.isClosed) return;
  const at = multipart.delimiters[2]?.line ?? essenceRange(mediaType);
  context.report({ messageId: 'partCount', at, data: { count } });
}

function essenceRange({ type, subtype }: MediaTypeValue): Range {
  return { start: type.start, end: subtype.end };
}

function message(changes: Changes): Example {
  return request('MESSAGE', changes);
}
