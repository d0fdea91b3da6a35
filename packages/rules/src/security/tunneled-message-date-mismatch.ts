import {
  type BodyPart,
  defineRule,
  embeddedMessage,
  type HeaderField,
  type Range,
  type RuleContext,
  type SipMessage,
} from '@siplint/core';
import { options } from '../examples/messages.js';
import { tunneled } from '../examples/signed.js';

interface Options {
  readonly thorough: boolean;
}

/** The fundamental dialog identifiers (RFC 3261 §23.4.2). */
const IDENTIFIERS = ['To', 'From', 'Call-ID', 'CSeq'] as const;

/** What proxies may change (RFC 3261 §23.4.1.1). */
const CHANGED_BY_PROXIES: ReadonlySet<string> = new Set([
  'Via',
  'Record-Route',
  'Route',
  'Max-Forwards',
  'Proxy-Authorization',
]);

const NOON = 'Thu, 21 Feb 2002 12:00:00 GMT';

/** What only the strict preset looks for is no defect of its own. */
const MILD = { ceiling: 'info', ceilingAlways: true } as const;

const MESSAGES = {
  dateDiffers:
    'Signed message has the Date {inner}, the message around it {outer}: receivers take it for a replay or a change',
  dateMissing: '{where} has no Date and the other has one: receivers cannot compare them',
  identifierMissing: 'Signed message has no {missing}: its signature does not say which dialog it is for',
  fieldDiffers:
    '{header} of the signed message differs from that of the message around it: receivers report a violation',
} as const;

type Context = RuleContext<typeof MESSAGES>;

export default defineRule({
  meta: {
    id: 'tunneled-message-date-mismatch',
    category: 'security',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Let a signed message repeat the Date of the message around it',
    docs: {
      what:
        'A message/sip part within multipart/signed repeats header fields to protect them. Its Date, if there is one, is that ' +
        'of the message around it. The strict preset also looks for a Date in one of both only, for To, From, Call-ID and CSeq ' +
        'in the part, and for other header fields that differ though no proxy may change them.',
      why:
        'Receivers compare both to find out whether somebody changed or replayed the message. They warn the user, or reject ' +
        'the message with 403.',
      falsePositives:
        'Parts outside multipart/signed, as in registrations that an IMS core tells third parties about, are not judged.',
      bad: [
        tunneled({ Date: NOON }, options({ Date: '<|Thu, 21 Feb 2002 14:02:03 GMT|>' })),
        tunneled({ Date: NOON }, options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0' })),
        tunneled({}, options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0', To: null })),
        tunneled({ Contact: '<sip:alice@pc34.example.com>' }, options({ Contact: '<|<sip:alice@pc33.example.com>|>' })),
      ],
      good: [
        tunneled({ Date: NOON }, options({ Date: NOON })),
        tunneled({ Via: 'SIP/2.0/UDP p1.example.com;branch=z9hG4bK1', 'Max-Forwards': 69 }, options({ Date: null })),
      ],
    },
    references: [
      { rfc: 3261, section: '23.4.1' },
      { rfc: 3261, section: '23.4.1.2' },
      { rfc: 3261, section: '23.4.2' },
    ],
    options: {
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: {
          thorough: {
            type: 'boolean',
            description: 'Also compare the other header fields, and report those that are missing',
          },
        },
      },
      default: { thorough: false },
      strict: { thorough: true },
    },
    since: '0.1.0',
    messages: MESSAGES,
  },
  create: ({ thorough }: Options) => ({
    body(part, context) {
      if (part.essence !== 'message/sip' || !part.isInside('multipart/signed')) return;
      const signed = embeddedMessage(part);
      if (!signed || signed.kind === 'unrecognized') return;
      judgeDate(part, signed, context, thorough);
      if (!thorough) return;
      judgeIdentifiers(part, signed, context);
      judgeFields(part, signed, context);
    },
  }),
});

function judgeDate(part: BodyPart, signed: SipMessage, context: Context, thorough: boolean): void {
  const { message } = context;
  const outer = message.field('Date');
  const inner = signed.field('Date');
  if (outer?.value && inner?.value) {
    if (outer.value.text === inner.value.text) return;
    context.report({
      messageId: 'dateDiffers',
      at: rangeIn(part, inner.valueRange),
      data: { inner: inner.value.text, outer: outer.value.text },
      related: [{ message: 'the Date of the message around it', at: outer.valueRange }],
    });
  } else if (thorough && !outer !== !inner && !message.hasUnknownFields && !signed.hasUnknownFields) {
    const where = inner ? 'The message around the signed one' : 'The signed message';
    const at = inner ? message.anchor : rangeIn(part, signed.anchor);
    context.report({ messageId: 'dateMissing', at, data: { where }, ...MILD });
  }
}

function judgeIdentifiers(part: BodyPart, signed: SipMessage, context: Context): void {
  const missing = IDENTIFIERS.filter((name) => !signed.has(name));
  if (missing.length === 0 || signed.hasUnknownFields) return;
  const data = { missing: missing.join(', ') };
  context.report({ messageId: 'identifierMissing', at: rangeIn(part, signed.anchor), data, ...MILD });
}

function judgeFields(part: BodyPart, signed: SipMessage, context: Context): void {
  const { message } = context;
  for (const field of signed.fields) {
    const header = field.canonicalName;
    if (isFree(header) || field !== signed.field(header)) continue;
    const outer = message.field(header);
    if (!outer || comparable(outer) === comparable(field)) continue;
    context.report({
      messageId: 'fieldDiffers',
      at: rangeIn(part, field.valueRange),
      data: { header },
      related: [{ message: 'the one of the message around it', at: outer.valueRange }],
      ...MILD,
    });
  }
}

/** True for a header field that may differ: a proxy changes it, the body has its own, or it is judged as Date. */
function isFree(header: string): boolean {
  return (
    CHANGED_BY_PROXIES.has(header) || header.startsWith('Content-') || header === 'MIME-Version' || header === 'Date'
  );
}

/** All rows of a header field without white space and case: what differs then is no matter of spelling. */
function comparable(first: HeaderField): string {
  const values: string[] = [];
  for (let row: HeaderField | undefined = first; row; row = row.nextOfName) values.push(row.rawValue);
  return values.join(',').replace(/\s+/g, '').toLowerCase();
}

/** A range of the signed message in the message around it. */
function rangeIn({ contentStart }: BodyPart, { start, end }: Range): Range {
  return { start: contentStart + start, end: contentStart + end };
}
