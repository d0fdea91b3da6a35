import type { Statement } from '../statement.js';

export default [
  {
    section: '7',
    rules: ['line-terminator-not-crlf'],
    text: 'The start-line, each message-header line, and the empty line MUST be terminated by a carriage-return line-feed sequence (CRLF).',
  },
  {
    section: '7',
    rules: ['missing-header-body-separator'],
    text: 'Note that the empty line MUST be present even if the message-body is not.',
  },
  {
    section: '7.1',
    rules: ['request-uri-whitespace-or-control', 'request-uri-angle-brackets'],
    text: 'The Request-URI MUST NOT contain unescaped spaces or control characters and MUST NOT be enclosed in "<>".',
  },
  {
    section: '7.1',
    rules: ['sip-version-unsupported'],
    text: 'To be compliant with this specification, applications sending SIP messages MUST include a SIP-Version of "SIP/2.0".',
  },
  {
    section: '7.1',
    rules: ['sip-version-not-uppercase'],
    text: 'The SIP-Version string is case-insensitive, but implementations MUST send upper-case.',
  },
  {
    section: '7.3.1',
    rules: ['routing-headers-not-near-top'],
    text: 'However, it is RECOMMENDED that header fields which are needed for proxy processing (Via, Route, Record-Route, Proxy-Require, Max-Forwards, and Proxy-Authorization, for example) appear towards the top of the message to facilitate rapid parsing.',
  },
  {
    section: '7.3.1',
    rules: ['header-field-repeated'],
    text: 'It MUST be possible to combine the multiple header field rows into one "field-name: field-value" pair, without changing the semantics of the message, by appending each subsequent field-value to the first, each separated by a comma.',
  },
  {
    section: '7.3.1',
    rules: ['auth-header-values-combined'],
    text: 'Multiple header field rows with these names MAY be present in a message, but since their grammar does not follow the general form listed in Section 7.3, they MUST NOT be combined into a single header field row.',
  },
  {
    section: '7.3.1',
    undecidable: 'capability',
    text: 'Implementations MUST be able to process multiple header field rows with the same name in any combination of the single-value-per-line or comma-separated value forms.',
  },
  {
    section: '7.3.1',
    rules: ['header-parameter-duplicate'],
    text: 'field-name: field-value *(;parameter-name=parameter-value) Even though an arbitrary number of parameter pairs may be attached to a header field value, any given parameter-name MUST NOT appear more than once.',
  },
  {
    section: '7.3.2',
    rules: ['request-header-in-response', 'response-header-in-request'],
    text: 'If a header field appears in a message not matching its category (such as a request header field in a response), it MUST be ignored.',
  },
  {
    section: '7.3.3',
    undecidable: 'capability',
    text: 'Implementations MUST accept both the long and short forms of each header name.',
  },
  {
    section: '7.4.1',
    rules: ['missing-content-type'],
    text: 'The Internet media type of the message body MUST be given by the Content-Type header field.',
  },
  {
    section: '7.4.1',
    rules: ['content-encoding-not-applied'],
    text: 'If the body has undergone any encoding such as compression, then this MUST be indicated by the Content-Encoding header field; otherwise, Content-Encoding MUST be omitted.',
  },
  {
    section: '7.4.1',
    rules: ['body-type-not-accepted'],
    text: 'Implementations that send requests containing multipart message bodies MUST send a session description as a non-multipart message body if the remote implementation requests this through an Accept header field that does not contain multipart.',
  },
  {
    section: '7.4.2',
    rules: ['transfer-encoding-chunked'],
    text: 'The "chunked" transfer encoding of HTTP/1.1 MUST NOT be used for SIP.',
  },
  {
    section: '7.5',
    undecidable: 'capability',
    text: 'Implementations processing SIP messages over stream-oriented transports MUST ignore any CRLF appearing before the start-line [H4.1].',
  },
] satisfies readonly Statement[];
