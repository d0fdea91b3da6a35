import type { Severity } from '../engine/severity.js';

/**
 * The messages of a file as arrows between participants: plain data, and the contract of `siplint flow --format json`. Within
 * one `version` members are only added. Texts are as written in the file, so whoever shows them has to escape them.
 */
export interface Ladder {
  readonly version: 1;
  /** Messages of the file. */
  readonly total: number;
  /** Messages that were asked for and left out because there are too many. */
  readonly omitted: number;
  /** In order of their first messages. */
  readonly calls: readonly LadderCall[];
  /** In order of their first arrows. */
  readonly participants: readonly LadderParticipant[];
  /** In order of the file, each once: retransmissions too. */
  readonly messages: readonly LadderMessage[];
  /** Findings that are about the file and no message of it. */
  readonly findings: readonly LadderFinding[];
}

/** The messages of one Call-ID. */
export interface LadderCall {
  readonly callId: string;
  /** The URIs in From and To of its first message. */
  readonly from?: string;
  readonly to?: string;
  /** How many of the ladder's messages belong to it. */
  readonly messages: number;
}

/** An element that sends or receives; what its parts are on the inside is not known. */
export interface LadderParticipant {
  /** `p1`, `p2` …, from left to right. */
  readonly id: string;
  /** What to call it: its user, else its address. */
  readonly name: string;
  /** The address-of-record of its user, where the messages show one and only one. */
  readonly uri?: string;
  /** Host, and port unless it is the default one. */
  readonly address?: string;
  /** True if it is known from a From or To header field only: no address shows which element it is. */
  readonly inferred: boolean;
}

/**
 * What shows who an end of an arrow is. A response goes the way of its request back, so it has the same evidence.
 * - `trace`: the addresses that a trace gives
 * - `direction`: the trace was taken at this element, which sent or received
 * - `via`: the sent-by of the topmost Via
 * - `next-hop`: the element that sent the request on, as the Via values prove
 * - `route`: the topmost Route; `record-route`: a Record-Route that the response brought
 * - `request-uri`: the Request-URI of a request without Route
 * - `dialog`: the peer, by its Contact or what else it sent; elements between the two may be hidden
 * - `address`: From or To only
 */
export type LadderEvidence =
  | 'trace'
  | 'direction'
  | 'via'
  | 'next-hop'
  | 'route'
  | 'record-route'
  | 'request-uri'
  | 'dialog'
  | 'address';

export interface LadderMessage {
  /** Position among the messages of the file, from 0. */
  readonly index: number;
  /** The file that it is in; absent where the ladder is of one file. */
  readonly file?: string;
  /** Where it begins: 1-based line of its file, and offset in UTF-16 code units of all that is drawn. */
  readonly line: number;
  readonly offset: number;
  readonly kind: 'request' | 'response' | 'unreadable';
  /** The method of a request, the CSeq method of a response. */
  readonly method?: string;
  readonly status?: number;
  readonly reason?: string;
  /** Method, or status code and reason phrase, or the first line of what can be read as neither. */
  readonly label: string;
  /** Position in `calls`; absent where there is no Call-ID. */
  readonly call?: number;
  readonly cseq?: number;
  /** Ids of participants; both absent where nothing shows between whom it went. */
  readonly from?: string;
  readonly to?: string;
  readonly fromEvidence?: LadderEvidence;
  readonly toEvidence?: LadderEvidence;
  /** True if an end is the peer by `dialog` or `address` only. */
  readonly inferred: boolean;
  /** The session description it carries; `sdp` where it is not known to be one of the two. */
  readonly session?: SessionRole;
  /** Index of the request that a response answers. */
  readonly answers?: number;
  /** Of a retransmission: index of the message that it repeats, and which sending of it this is, from 2. */
  readonly repeats?: number;
  readonly sending?: number;
  /** Seconds on the clock of the trace, and since the message before that has a time. */
  readonly time?: number;
  readonly delta?: number;
  /** Lower case, as in `udp`. */
  readonly transport?: string;
  readonly findings: readonly LadderFinding[];
}

export type SessionRole = 'offer' | 'answer' | 'sdp';

export interface LadderFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** The file that it is in; absent where the ladder is of one file. */
  readonly file?: string;
  /** 1-based; columns in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
}
