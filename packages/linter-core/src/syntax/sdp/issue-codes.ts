import type { IssueCode } from '../issue-codes.js';

const fieldMissing = (line: string) => ({ text: `${line} lacks a field`, data: ['field'] }) as const;
const fieldMalformed = (line: string) =>
  ({ text: `a field of ${line} is malformed`, data: ['field', 'found'] }) as const;
const extraText = (line: string) => ({ text: `text behind the last field of ${line}`, data: ['found'] }) as const;
const separator = (line: string) => ({ text: `the fields of ${line} are not divided by one blank`, data: [] }) as const;
const empty = (line: string) => ({ text: `${line} has no value`, data: [] }) as const;
const notANumber = (line: string) => ({ text: `the value of ${line} is no positive number`, data: ['found'] }) as const;

/** Every code that the reader of session descriptions gives: what one line by itself shows against RFC 8866 §9. */
export const SDP_ISSUE_CODES = {
  // The body as a whole
  'sdp.document.not-sdp': { text: 'the first line is not of the form letter=', data: ['found'] },

  // The form of lines (§5)
  'sdp.line.not-type-value': {
    text: 'a run of lines that are not of the form letter=; stands at the first',
    data: ['found'],
  },
  'sdp.line.unknown-type': { text: 'no such line type', data: ['type'] },
  'sdp.line.leading-blank': { text: 'white space before the type', data: ['type'] },
  'sdp.line.blank-at-equals': { text: 'white space at the equals sign', data: ['type'] },
  'sdp.line.trailing-blank': { text: 'white space at the end of the line', data: ['type'] },
  'sdp.line.empty': { text: 'empty lines among the lines; stands at the first', data: [] },
  'sdp.line.octet-forbidden': { text: 'NUL, or a CR that ends no line', data: ['octet'] },

  // v= (§5.1), o= (§5.2)
  'sdp.version.malformed': { text: 'the version is no number', data: ['found'] },
  'sdp.origin.field-missing': fieldMissing('o='),
  'sdp.origin.field-malformed': fieldMalformed('o='),
  'sdp.origin.extra-text': extraText('o='),
  'sdp.origin.separator': separator('o='),
  'sdp.origin.username-blank': { text: 'the username has blanks', data: ['found'] },
  'sdp.origin.address-mismatch': { text: 'the address is not of its type', data: ['type', 'found', 'fits'] },
  'sdp.origin.address-malformed': { text: 'the address is no valid literal', data: ['type', 'found'] },
  'sdp.origin.address-bracketed': { text: 'an IPv6 address in brackets', data: ['found'] },

  // s= i= u= e= p= (§5.3 to §5.6)
  'sdp.session-name.empty': empty('s='),
  'sdp.information.empty': empty('i='),
  'sdp.uri.empty': empty('u='),
  'sdp.email.empty': empty('e='),
  'sdp.phone.empty': empty('p='),

  // c= (§5.7)
  'sdp.connection.field-missing': fieldMissing('c='),
  'sdp.connection.field-malformed': fieldMalformed('c='),
  'sdp.connection.extra-text': extraText('c='),
  'sdp.connection.separator': separator('c='),
  'sdp.connection.address-mismatch': { text: 'the address is not of its type', data: ['type', 'found', 'fits'] },
  'sdp.connection.address-malformed': { text: 'the address is no valid literal', data: ['type', 'found'] },
  'sdp.connection.address-bracketed': { text: 'an IPv6 address in brackets', data: ['found'] },
  'sdp.connection.slash-on-unicast': { text: 'slash notation on a unicast address', data: ['found'] },
  'sdp.connection.ttl-missing': { text: 'an IPv4 multicast address has no TTL', data: ['found'] },
  'sdp.connection.ttl-malformed': { text: 'the TTL is no number from 0 to 255', data: ['found'] },
  'sdp.connection.ttl-on-ip6': { text: 'an IPv6 multicast address has a TTL', data: ['found'] },
  'sdp.connection.count-malformed': { text: 'the number of addresses is no positive number', data: ['found'] },

  // b= (§5.8), t= (§5.9), r= (§5.10), z= (§5.11)
  'sdp.bandwidth.colon-missing': { text: 'no colon between type and bandwidth', data: ['found'] },
  'sdp.bandwidth.field-malformed': fieldMalformed('b='),
  'sdp.time.field-missing': fieldMissing('t='),
  'sdp.time.field-malformed': fieldMalformed('t='),
  'sdp.time.extra-text': extraText('t='),
  'sdp.time.separator': separator('t='),
  'sdp.repeat.field-missing': fieldMissing('r='),
  'sdp.repeat.field-malformed': fieldMalformed('r='),
  'sdp.repeat.separator': separator('r='),
  'sdp.zone.field-missing': fieldMissing('z='),
  'sdp.zone.field-malformed': fieldMalformed('z='),
  'sdp.zone.separator': separator('z='),

  // m= (§5.14)
  'sdp.media.field-missing': fieldMissing('m='),
  'sdp.media.field-malformed': fieldMalformed('m='),
  'sdp.media.separator': separator('m='),
  'sdp.media.port-range': { text: 'a port above 65535', data: ['found'] },

  // a= (§5.13) and attributes with a grammar (§6, RFC 5888)
  'sdp.attribute.name-missing': { text: 'an attribute without a name', data: [] },
  'sdp.attribute.name-malformed': { text: 'an attribute name is no token', data: ['found'] },
  'sdp.attribute.blank-at-colon': { text: 'white space at the colon', data: ['name'] },
  'sdp.attribute.value-missing': { text: 'a colon without a value', data: ['name'] },
  'sdp.attribute.value-unexpected': { text: 'a property attribute has a value', data: ['name', 'found'] },
  'sdp.rtpmap.field-missing': fieldMissing('a=rtpmap'),
  'sdp.rtpmap.field-malformed': fieldMalformed('a=rtpmap'),
  'sdp.rtpmap.clock-missing': { text: 'no clock rate', data: ['payloadType', 'encoding'] },
  'sdp.rtpmap.extra-text': extraText('a=rtpmap'),
  'sdp.rtpmap.separator': separator('a=rtpmap'),
  'sdp.fmtp.field-missing': fieldMissing('a=fmtp'),
  'sdp.fmtp.field-malformed': fieldMalformed('a=fmtp'),
  'sdp.fmtp.separator': separator('a=fmtp'),
  'sdp.ptime.value-malformed': notANumber('a=ptime'),
  'sdp.maxptime.value-malformed': notANumber('a=maxptime'),
  'sdp.framerate.value-malformed': notANumber('a=framerate'),
  'sdp.quality.value-malformed': { text: 'the value of a=quality is no number', data: ['found'] },
  'sdp.mid.value-malformed': { text: 'the value of a=mid is no token', data: ['found'] },
  'sdp.group.field-missing': fieldMissing('a=group'),
  'sdp.group.field-malformed': fieldMalformed('a=group'),
  'sdp.group.separator': separator('a=group'),
} as const satisfies Record<string, IssueCode>;

/** A code of the reader of session descriptions. */
export type SdpIssueCode = keyof typeof SDP_ISSUE_CODES;
