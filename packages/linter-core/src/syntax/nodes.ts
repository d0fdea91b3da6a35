import type { Range } from '../text/range.js';

// Nodes are for reading: what one of them can tell from the rest (an end from a start and a length) need not be a property
// of its own, so a copy by spreading may lack it.

/** A piece of a message with its text as the parser read it. */
export interface TextNode extends Range {
  readonly text: string;
}

/** hostname / IPv4address / IPv6reference (RFC 3261 §25.1). `text` keeps the brackets of an IPv6 reference. */
export interface Host extends TextNode {
  readonly kind: 'name' | 'ipv4' | 'ipv6';
}

/** port = 1*DIGIT. `value` is undefined for a placeholder. */
export interface Port extends TextNode {
  readonly value: number | undefined;
}

/** A `;name` or `;name=value` of a header field or a URI. The range runs from the name to the end of the value. */
export interface Param extends Range {
  /** As written. */
  readonly name: string;
  /** In lower case, for comparing (§7.3.1: parameter names are case-insensitive). */
  readonly key: string;
  /** As written, with the quotes of a quoted string; undefined for a flag (no `=`). */
  readonly value: string | undefined;
  readonly nameEnd: number;
  /** Where the value starts; `end` for a flag. */
  readonly valueStart: number;
  readonly quoted: boolean;
}

/** A `name=value` behind the `?` of a SIP URI. */
export interface UriHeader extends Range {
  readonly name: string;
  readonly value: string;
}

/** SIP-URI or SIPS-URI (§19.1.1). */
export interface SipUri extends TextNode {
  readonly kind: 'sip';
  /** `sip` or `sips`, in lower case. */
  readonly scheme: 'sip' | 'sips';
  readonly secure: boolean;
  readonly user: TextNode | undefined;
  readonly password: TextNode | undefined;
  /** undefined only if the host is missing, which is an issue. */
  readonly host: Host | undefined;
  readonly port: Port | undefined;
  readonly params: readonly Param[];
  readonly headers: readonly UriHeader[];
  /** The range of `?…`, if there is one. */
  readonly headersRange: Range | undefined;
}

/** A URI like another one but for some parts. Nodes are not to be spread: parts of them may be made when asked for. */
export function sipUriWith(uri: SipUri, parts: Partial<Omit<SipUri, 'kind'>>): SipUri {
  const { start, end, text, scheme, secure, user, password, host, port, params, headers, headersRange } = uri;
  return {
    kind: 'sip',
    ...{ start, end, text, scheme, secure, user, password, host, port, params, headers, headersRange },
    ...parts,
  };
}

/** telephone-uri (RFC 3966 §3). `number` is global (`+…`) or local. */
export interface TelUri extends TextNode {
  readonly kind: 'tel';
  readonly scheme: 'tel';
  readonly number: TextNode;
  readonly params: readonly Param[];
}

/** absoluteURI of any other scheme (§25.1). */
export interface OtherUri extends TextNode {
  readonly kind: 'other';
  /** In lower case. */
  readonly scheme: string;
  /** What stands behind the colon. */
  readonly rest: TextNode;
}

export type Uri = SipUri | TelUri | OtherUri;

export interface DisplayName extends TextNode {
  readonly quoted: boolean;
}

/** name-addr / addr-spec with its header parameters: From, To, Route, Record-Route, Reply-To, a Contact value … */
export interface NameAddr extends Range {
  readonly kind: 'name-addr';
  readonly displayName: DisplayName | undefined;
  /** True for name-addr (`<…>`), false for a bare addr-spec. */
  readonly bracketed: boolean;
  /** undefined in a partial value, and where a placeholder stands for the whole of it. */
  readonly uri: Uri | undefined;
  readonly params: readonly Param[];
}

/** The Contact value `*` (§20.10). */
export interface ContactStar extends Range {
  readonly kind: 'star';
  readonly params: readonly Param[];
}

export type ContactValue = NameAddr | ContactStar;

/** via-parm (§25.1, §20.42). */
export interface Via extends Range {
  readonly protocolName: TextNode;
  readonly protocolVersion: TextNode;
  readonly transport: TextNode;
  readonly sentBy: { readonly host: Host; readonly port: Port | undefined } & Range;
  readonly params: readonly Param[];
}

/** CSeq (§20.16). `number` is undefined for a placeholder; above 2**53 it is rounded. */
export interface CSeq extends Range {
  readonly digits: TextNode;
  readonly number: number | undefined;
  readonly method: TextNode;
}

/** A decimal number on its own (Content-Length, Max-Forwards, Expires …); undefined for a placeholder. */
export interface NumberValue extends TextNode {
  readonly value: number | undefined;
}

/** delta-seconds, optionally a comment, and parameters: Retry-After (§20.33), Session-Expires, Min-SE. */
export interface DeltaSecondsValue extends Range {
  readonly seconds: NumberValue;
  readonly comment: TextNode | undefined;
  readonly params: readonly Param[];
}

/** A token with parameters: Event, Subscription-State, Reason, Content-Disposition, an Accept-Encoding element … */
export interface TokenValue extends Range {
  readonly token: TextNode;
  readonly params: readonly Param[];
}

/** m-type SLASH m-subtype with parameters: Content-Type (§20.15), an Accept element (§20.1). */
export interface MediaTypeValue extends Range {
  readonly type: TextNode;
  readonly subtype: TextNode;
  /** `type/subtype` in lower case. */
  readonly essence: string;
  readonly params: readonly Param[];
}

/** LAQUOT absoluteURI RAQUOT with parameters: an element of Alert-Info, Call-Info, Error-Info. */
export interface InfoUri extends Range {
  readonly uri: Uri;
  readonly params: readonly Param[];
}

/** callid = word [ "@" word ], alone or with parameters (Replaces, Join), which stand behind the node. */
export interface CallIdValue extends TextNode {
  readonly params: readonly Param[];
}

/**
 * challenge or credentials (§25.1): a scheme with comma-separated name=value pairs. The scheme is empty in
 * Authentication-Info; parameters of another scheme than Digest are absent where they have a form of their own (token68).
 */
export interface AuthValue extends Range {
  readonly scheme: TextNode;
  readonly params: readonly Param[];
}

/** SIP-date (§20.17), its fields as written. */
export interface DateValue extends TextNode {
  readonly weekday: TextNode;
  readonly day: TextNode;
  readonly month: TextNode;
  readonly year: TextNode;
  readonly time: TextNode;
  readonly zone: TextNode;
}

/** Timestamp (§20.38): the time on its own; the delay stands behind it. */
export interface TimestampValue extends TextNode {
  readonly delay: TextNode | undefined;
}

/** A warning-value (§20.43). */
export interface WarningValue extends Range {
  readonly code: TextNode;
  readonly agent: TextNode;
  readonly text: TextNode;
}

/** RAck (RFC 3262 §7.2). */
export interface RAckValue extends Range {
  readonly responseNumber: NumberValue;
  readonly cseqNumber: NumberValue;
  readonly method: TextNode;
}

/** Finds a parameter by its lower-case name; the first if it is repeated. */
export function paramOf(node: { readonly params: readonly Param[] }, key: string): Param | undefined {
  for (const param of node.params) if (param.key === key) return param;
  return undefined;
}
