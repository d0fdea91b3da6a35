/** Where a fact is written: an RFC with a section, or another standard by name. */
export interface Reference {
  /** RFC number; absent for a standard that is no RFC. */
  readonly rfc?: number;
  /** Section as printed, such as `20.42` or `8.1.1.7`; absent when the whole document is meant. */
  readonly section?: string;
  /** Name of a standard that is no RFC, such as `3GPP TS 24.229`. */
  readonly standard?: string;
}

/**
 * The value grammar of a header field: the production, or the class of productions, that reads it. The first group has a
 * production of its own in RFC 3261 §25.1; the others are classes that many extension header fields share.
 */
export type HeaderGrammar =
  | 'accept'
  | 'accept-encoding'
  | 'accept-language'
  | 'authentication-info'
  | 'call-id'
  | 'call-id-list'
  | 'challenge'
  | 'contact'
  | 'content-disposition'
  | 'content-length'
  | 'content-type'
  | 'credentials'
  | 'cseq'
  | 'date'
  | 'from-to'
  | 'info-uri-list'
  | 'language-tag-list'
  | 'max-forwards'
  | 'mime-version'
  | 'product'
  | 'retry-after'
  | 'route'
  | 'timestamp'
  | 'via'
  | 'warning'
  // classes
  | 'delta-seconds'
  | 'delta-seconds-params'
  | 'name-addr'
  | 'name-addr-list'
  | 'rack'
  | 'token'
  | 'token-list'
  | 'token-params'
  | 'token-params-list'
  | 'call-id-params'
  | 'digits'
  | 'text'
  | 'opaque';

/**
 * How often a header field may stand in a message (RFC 3261 §7.3.1). `single`: once, one value. `list`: a comma-separated
 * list, so several rows are one list. `rows`: several rows, each one value that commas do not divide.
 */
export type Multiplicity = 'single' | 'list' | 'rows';

/** A header field of the IANA registry (or a well-known one outside it). */
export interface HeaderDefinition {
  /** Long name in its registered spelling. */
  readonly name: string;
  /** Compact form, one letter in lower case. */
  readonly compact?: string;
  readonly grammar: HeaderGrammar;
  readonly multiplicity: Multiplicity;
  /** True where the grammar admits an empty value. */
  readonly mayBeEmpty: boolean;
  /** What it is for, one short sentence, for hover and completion. */
  readonly purpose: string;
  /** The defining document, with the section of the definition where known. */
  readonly references: readonly Reference[];
  /** True for a header field that a later document made historic or deprecated. */
  readonly deprecated?: boolean;
}

export interface MethodDefinition {
  readonly name: string;
  readonly purpose: string;
  readonly references: readonly Reference[];
}

export interface StatusCodeDefinition {
  readonly code: number;
  readonly reason: string;
  readonly references: readonly Reference[];
  readonly deprecated?: boolean;
}

/** A registered word without further structure: an option tag, event package, transport, URI scheme, auth scheme … */
export interface NameDefinition {
  readonly name: string;
  readonly description?: string;
  readonly references: readonly Reference[];
  readonly deprecated?: boolean;
}

export interface UriParameterDefinition {
  readonly name: string;
  /** True if the registry says that the parameter's values are predefined. */
  readonly predefinedValues: boolean;
  readonly references: readonly Reference[];
}

export interface HeaderParameterDefinition {
  readonly header: string;
  readonly name: string;
  readonly predefinedValues: boolean;
  readonly references: readonly Reference[];
  readonly deprecated?: boolean;
}

/** A code of the Warning header field (RFC 3261 §20.43). */
export interface WarnCodeDefinition {
  readonly code: number;
  readonly description: string;
  readonly references: readonly Reference[];
}

/** A nettype of SDP. */
export interface SdpNetworkTypeDefinition {
  readonly name: string;
  /** The addrtypes that can be used with it. */
  readonly addressTypes: readonly string[];
  readonly references: readonly Reference[];
}

/** Where an SDP attribute may stand; `source` is within a=ssrc, `dcsa` within a=dcsa. */
export type SdpAttributeLevel = 'session' | 'media' | 'source' | 'dcsa';

/** An attribute of SDP. */
export interface SdpAttributeDefinition {
  readonly name: string;
  readonly levels: readonly SdpAttributeLevel[];
  readonly references: readonly Reference[];
  readonly deprecated?: boolean;
}

/** A static RTP payload type. */
export interface RtpPayloadTypeDefinition {
  readonly payloadType: number;
  readonly encoding: string;
  readonly media: readonly ('audio' | 'video')[];
  /** In Hz. */
  readonly clockRate: number;
  readonly channels?: number;
  readonly references: readonly Reference[];
}

/** A cell of Tables 2 and 3 of RFC 3261 §20. */
export type Presence = 'm' | 'm*' | 'o' | 'c' | 't' | '*' | '-';
export type CoreMethod = 'ACK' | 'BYE' | 'CANCEL' | 'INVITE' | 'OPTIONS' | 'REGISTER';

/** A row of Tables 2 and 3 of RFC 3261 §20: where a header field may appear. */
export interface HeaderPresenceRow {
  readonly header: string;
  /**
   * '' any message, R requests, r responses, c copied from request to response, rc copied into responses, or codes:
   * `405`, `2xx`, `18x`, `300-699`, or several of them with commas.
   */
  readonly where: string;
  /** What a proxy may do: a add, m modify, d delete, r must be able to read. */
  readonly proxy: string;
  readonly methods: Readonly<Record<CoreMethod, Presence>>;
  /** The text that adds the row to the tables; absent for a row of the tables themselves. */
  readonly references?: readonly Reference[];
}

/** Where a URI stands, in the columns of Table 1 of RFC 3261 §19.1.1. */
export type UriContext = 'requestUri' | 'to' | 'from' | 'regContact' | 'dialog' | 'external';

/** A row of Table 1 of RFC 3261 §19.1.1: which URI component may stand in which context. */
export interface UriComponentRow {
  readonly component: string;
  readonly default: string | null;
  readonly contexts: Readonly<Record<UriContext, 'm' | 'o' | '-'>>;
}
