/** What a syntax issue says, and what its `data` holds for a message to quote. */
export interface IssueCode {
  /** The defect, as the description of the production would put it. */
  readonly text: string;
  readonly data: readonly string[];
}

/**
 * Every code that the grammar functions give. Each belongs to exactly one rule of the catalogue; a rule may own several.
 */
export const ISSUE_CODES = {
  // The frame of a message (message-parser.ts)
  'frame.line-end-not-crlf': { text: 'lines of the header section end in LF or CR alone', data: ['count', 'found'] },
  'frame.stray-cr': { text: 'a CR stands inside a line of the header section', data: ['count'] },
  'frame.separator-missing': { text: 'the header section ends without an empty line', data: [] },
  'frame.body-without-separator': { text: 'the body begins without an empty line before it', data: [] },
  'frame.line-without-colon': { text: 'a line of the header section has no colon', data: ['line'] },
  'frame.continuation-without-header': { text: 'a continuation line follows the start line', data: [] },
  'frame.name-not-token': { text: 'a header field name is no token', data: ['name'] },
  'frame.fold-blank': { text: 'a continuation line inside a value holds white space only', data: [] },
  'frame.byte-order-mark': { text: 'a byte order mark stands before the start line', data: [] },
  'frame.byte-order-mark-text-form': { text: 'the same, in a message stored with LF', data: [] },

  // Parameters (values/params.ts)
  'param.empty': { text: 'a parameter is empty', data: [] },
  'param.name-malformed': { text: 'a parameter name is no token', data: ['found'] },
  'param.value-missing': { text: 'a parameter has "=" but no value, or needs one', data: ['name'] },
  'param.value-malformed': { text: 'a parameter value is no token, host or quoted string', data: ['name', 'value'] },
  'param.duplicate': { text: 'a parameter stands twice', data: ['name'] },

  // Octets, lists, quoted strings and comments
  'value.control-character': { text: 'a control character stands in a header field value', data: ['count', 'name'] },
  'value.invalid-utf8': { text: 'an octet of a header field value is no valid UTF-8', data: ['octet'] },
  'list.empty-element': { text: 'an element of a list is empty', data: [] },
  'quoted-string.unterminated': { text: 'a quoted string has no closing quote', data: ['found'] },
  'quoted-pair.invalid': { text: 'a backslash stands before a character that it cannot escape', data: ['found'] },
  'comment.unbalanced': { text: 'a parenthesis of a comment is not matched', data: ['found'] },
  'qvalue.invalid': { text: 'a q parameter is no number from 0 to 1 with up to three decimals', data: ['value'] },

  // Header field values of RFC 3261 but for those that hold addresses (values/*.ts)
  'accept.type-missing': { text: 'an Accept element has no media type', data: ['found'] },
  'accept.subtype-missing': { text: 'an Accept element has no "/" and subtype', data: ['found'] },
  'accept.wildcard-type': { text: 'an Accept element has the type "*" with a subtype', data: ['found'] },
  'accept.trailing-text': { text: 'text stands behind an Accept element', data: ['found'] },
  'accept-encoding.malformed': { text: 'an Accept-Encoding element is no token with parameters', data: ['found'] },
  'auth.scheme-missing': { text: 'a challenge or credentials do not start with a scheme and a space', data: ['found'] },
  'auth.parameter-missing': { text: 'nothing follows the scheme', data: ['scheme'] },
  'auth.parameter-malformed': { text: 'an auth parameter has no "name="', data: ['found'] },
  'auth.parameter-value-missing': { text: 'an auth parameter has no value', data: ['name'] },
  'auth.parameter-value-malformed': { text: 'an auth value is no token or quoted string', data: ['name', 'value'] },
  'auth.separator': { text: 'auth parameters are not separated by a comma', data: ['found'] },
  'authentication-info.scheme': { text: 'Authentication-Info starts with a scheme', data: ['scheme'] },
  'authentication-info.parameter-malformed': { text: 'a parameter has no "name="', data: ['found'] },
  'authentication-info.parameter-value-missing': { text: 'a parameter has no value', data: ['name'] },
  'authentication-info.parameter-value-malformed': {
    text: 'a parameter value is no token or quoted string',
    data: ['name', 'value'],
  },
  'authentication-info.separator': { text: 'parameters are not separated by a comma', data: ['found'] },
  'authentication-info.rspauth-not-hex': { text: 'rspauth holds other characters than hex digits', data: ['value'] },
  'call-id.word-missing': { text: 'a Call-ID lacks the word before or behind its "@"', data: ['found'] },
  'call-id.invalid-character': { text: 'a Call-ID holds a character that no word has', data: ['found'] },
  'content-disposition.type-missing': { text: 'Content-Disposition does not start with a token', data: ['found'] },
  'content-disposition.parameter-empty': { text: 'a parameter is empty', data: [] },
  'content-disposition.parameter-malformed': {
    text: 'a parameter is no name with a value',
    data: ['name', 'value', 'found'],
  },
  'content-disposition.parameter-value-missing': { text: 'a parameter has "=" but no value', data: ['name'] },
  'content-disposition.trailing-text': { text: 'text stands behind the disposition type', data: ['found'] },
  'content-length.not-digits': { text: 'Content-Length is not made of digits', data: ['found'] },
  'content-type.type-missing': { text: 'Content-Type does not start with a media type', data: ['found'] },
  'content-type.subtype-missing': { text: 'the media type has no "/" and subtype', data: ['found'] },
  'content-type.wildcard': { text: 'Content-Type holds a wildcard', data: ['found'] },
  'content-type.parameter-empty': { text: 'a parameter is empty', data: [] },
  'content-type.trailing-semicolon': { text: 'a ";" stands at the end', data: [] },
  'content-type.parameter-malformed': { text: 'a parameter is no name with a value', data: ['name', 'value', 'found'] },
  'content-type.parameter-value-missing': { text: 'a parameter has no value', data: ['name'] },
  'content-type.trailing-text': { text: 'text stands behind the media type', data: ['found'] },
  'cseq.number-missing': { text: 'CSeq does not start with a number', data: ['found'] },
  'cseq.method-missing': { text: 'no white space and method follow the CSeq number', data: ['found'] },
  'cseq.trailing-text': { text: 'text stands behind the CSeq method', data: ['found'] },
  'date.malformed': { text: 'Date does not have the form of RFC 1123', data: ['found'] },
  'date.zone-not-gmt': { text: 'the zone of Date is not GMT', data: ['zone'] },
  'delta-seconds.not-digits': { text: 'a number of seconds is not made of digits', data: ['found'] },
  'delta-seconds.too-large': { text: 'a number of seconds is above 4294967295', data: ['value', 'maximum'] },
  'language-tag.malformed': { text: 'a language tag or range is malformed', data: ['found'] },
  'max-forwards.not-digits': { text: 'Max-Forwards is not made of digits', data: ['found'] },
  'max-forwards.out-of-range': { text: 'Max-Forwards is above 255', data: ['value', 'maximum'] },
  'mime-version.malformed': { text: 'MIME-Version is not two numbers with a dot between', data: ['found'] },
  'priority.malformed': { text: 'Priority is not one token', data: ['found'] },
  'retry-after.not-digits': { text: 'Retry-After does not start with a number of seconds', data: ['found'] },
  'retry-after.duration-malformed': { text: 'the duration parameter is not made of digits', data: ['value'] },
  'retry-after.trailing-text': { text: 'text that is no comment or parameter follows the number', data: ['found'] },
  'timestamp.malformed': { text: 'Timestamp is not one or two decimal numbers', data: ['found'] },
  'token-list.malformed': { text: 'an element of a list of tokens is not one token', data: ['found'] },
  'warning.code-malformed': { text: 'a Warning value does not start with three digits', data: ['found'] },
  'warning.separator': { text: 'code and agent of a Warning value are not separated by one space', data: ['found'] },
  'warning.agent-missing': { text: 'a Warning value has no agent', data: ['found'] },
  'warning.agent-malformed': { text: 'the agent of a Warning value is no host with a port or token', data: ['found'] },
  'warning.text-missing': { text: 'a Warning value has no text', data: ['found'] },
  'warning.text-not-quoted': { text: 'the text of a Warning value is not quoted', data: ['found'] },
  'warning.trailing-text': { text: 'text stands behind a Warning value', data: ['found'] },

  // Extension header fields: RAck, and the classes of grammars that several share
  'rack.malformed': { text: 'RAck is not two numbers and a method', data: ['found'] },
  'class.call-id.trailing-text': { text: 'text stands behind a Call-ID with parameters', data: ['found'] },
  'class.call-id.word-missing': { text: 'a Call-ID lacks the word before or behind its "@"', data: ['found'] },
  'class.call-id.invalid-character': { text: 'a Call-ID holds a character that no word has', data: ['found'] },
  'class.delta-seconds-malformed': { text: 'the value does not start with a number of seconds', data: ['found'] },
  'class.digits-malformed': { text: 'the value is not made of digits', data: ['found'] },
  'class.token-malformed': { text: 'the value is not one token', data: ['found'] },
  'class.token-list-malformed': { text: 'an element of the list is not one token', data: ['found'] },
  'class.token-params-malformed': { text: 'a value is no token with parameters', data: ['found'] },
} as const satisfies Record<string, IssueCode>;

export type IssueCodeName = keyof typeof ISSUE_CODES;
