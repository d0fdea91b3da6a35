import type { Statement } from '../statement.js';

export default [
  {
    section: '19.1.1',
    rules: ['sip-uri-empty-user'],
    text: 'If the @ sign is present in a SIP or SIPS URI, the user field MUST NOT be empty.',
  },
  {
    section: '19.1.1',
    rules: ['sip-uri-password-present'],
    text: 'While the SIP and SIPS URI syntax allows this field to be present, its use is NOT RECOMMENDED, because the passing of authentication information in clear text (such as URIs) has proven to be a security risk in almost every case where it has been used.',
  },
  {
    section: '19.1.1',
    rules: ['from-uri-host-is-address', 'contact-not-globally-usable'],
    text: 'Using the fully-qualified domain name form is RECOMMENDED whenever possible.',
  },
  {
    section: '19.1.1',
    rules: ['sip-uri-parameter-duplicate'],
    text: 'Even though an arbitrary number of URI parameters may be included in a URI, any given parameter-name MUST NOT appear more than once.',
  },
  {
    section: '19.1.1',
    rules: ['sips-uri-unreliable-transport'],
    text: 'For a SIPS URI, the transport parameter MUST indicate a reliable transport.',
  },
  {
    section: '19.1.1',
    rules: ['sip-uri-ttl-without-multicast-maddr'],
    text: 'The ttl parameter determines the time-to-live value of the UDP multicast packet and MUST only be used if maddr is a multicast address and the transport protocol is UDP.',
  },
  {
    section: '19.1.1',
    rules: ['sip-uri-user-phone-missing'],
    text: 'If the user string contains a telephone number formatted as a telephone-subscriber, the user parameter value "phone" SHOULD be present.',
  },
  {
    section: '19.1.1',
    undecidable: 'capability',
    text: 'Since the uri-parameter mechanism is extensible, SIP elements MUST silently ignore any uri-parameters that they do not understand.',
  },
  {
    section: '19.1.1',
    undecidable: 'inner-state',
    text: 'Elements processing URIs SHOULD ignore any disallowed components if they are present.',
  },
  {
    section: '19.1.2',
    rules: ['sip-uri-unescaped-character'],
    text: 'Excluded US-ASCII characters (RFC 2396 [5]), such as space and control characters and characters used as URI delimiters, also MUST be escaped.',
  },
  {
    section: '19.1.2',
    rules: ['sip-uri-unescaped-character', 'request-uri-whitespace-or-control'],
    text: 'URIs MUST NOT contain unescaped space and control characters.',
  },
  { section: '19.1.2', rules: ['sip-uri-unescaped-character'], text: 'All other characters MUST be escaped.' },
  {
    section: '19.1.2',
    rules: ['sip-uri-unescaped-character'],
    text: 'Expanding the hname and hvalue tokens in Section 25 show that all URI reserved characters in header field names and values MUST be escaped.',
  },
  {
    section: '19.1.2',
    rules: ['sip-uri-unescaped-character'],
    text: 'Any characters occurring in a telephone-subscriber that do not appear in an expansion of the BNF for the user rule MUST be escaped.',
  },
  {
    section: '19.1.2',
    undecidable: 'inner-state',
    text: 'Current implementations MUST NOT attempt to improve robustness by treating received escaped characters in the host component as literally equivalent to their unescaped counterpart.',
  },
  {
    section: '19.1.4',
    undecidable: 'inner-state',
    text: 'Any present header component MUST be present in both URIs and match for the URIs to match.',
  },
  {
    section: '19.1.5',
    undecidable: 'unseen-cause',
    text: 'An implementation MUST include any provided transport, maddr, ttl, or user parameter in the Request-URI of the formed request.',
  },
  {
    section: '19.1.5',
    undecidable: 'unseen-cause',
    text: 'If the URI contains a method parameter, its value MUST be used as the method of the request.',
  },
  {
    section: '19.1.5',
    rules: ['request-uri-method-param'],
    text: 'The method parameter MUST NOT be placed in the Request-URI.',
  },
  {
    section: '19.1.5',
    undecidable: 'unseen-cause',
    text: "Unknown URI parameters MUST be placed in the message's Request-URI.",
  },
  {
    section: '19.1.5',
    undecidable: 'unseen-cause',
    text: 'An implementation SHOULD treat the presence of any headers or body parts in the URI as a desire to include them in the message, and choose to honor the request on a per-component basis.',
  },
  {
    section: '19.1.5',
    undecidable: 'unseen-cause',
    text: 'An implementation SHOULD NOT honor these obviously dangerous header fields: From, Call-ID, CSeq, Via, and Record-Route.',
  },
  {
    section: '19.1.5',
    undecidable: 'unseen-cause',
    text: 'An implementation SHOULD NOT honor any requested Route header field values in order to not be used as an unwitting agent in malicious attacks.',
  },
  {
    section: '19.1.5',
    undecidable: 'unseen-cause',
    text: 'An implementation SHOULD NOT honor requests to include header fields that may cause it to falsely advertise its location or capabilities.',
  },
  {
    section: '19.1.5',
    undecidable: 'unseen-cause',
    text: 'An implementation SHOULD verify the accuracy of any requested descriptive header fields, including: Content-Disposition, Content-Encoding, Content-Language, Content-Length, Content-Type, Date, Mime-Version, and Timestamp.',
  },
  {
    section: '19.1.5',
    undecidable: 'unseen-cause',
    text: 'An implementation MUST NOT proceed with transmitting the request.',
  },
  {
    section: '19.1.5',
    undecidable: 'unseen-cause',
    text: 'An implementation SHOULD refuse to send these requests rather than modifying them to match their capabilities.',
  },
  {
    section: '19.1.5',
    undecidable: 'unseen-cause',
    text: 'An implementation MUST NOT send a request requiring an extension that it does not support.',
  },
  {
    section: '19.1.6',
    rules: ['telephone-subscriber-not-normalized'],
    text: 'To mitigate this problem, elements constructing telephone-subscriber fields to place in the userinfo part of a SIP or SIPS URI SHOULD fold any case-insensitive portion of telephone-subscriber to lower case, and order the telephone-subscriber parameters lexically by parameter name, excepting isdn-subaddress and post-dial, which occur first and in that order.',
  },
  {
    section: '19.3',
    rules: ['tag-too-short', 'from-to-tags-identical'],
    text: 'When a tag is generated by a UA for insertion into a request or response, it MUST be globally unique and cryptographically random with at least 32 bits of randomness.',
  },
] satisfies readonly Statement[];
