/** What messages of the corpus deserve when they stand in one file with those around them. */
export interface FlowFinding {
  readonly rule: string;
  /** Paths below the corpus, without the suffix. */
  readonly messages: readonly string[];
  readonly reason: string;
}

/** What both presets find. */
export const FLOW_FINDINGS: readonly FlowFinding[] = [
  {
    rule: 'auth-qop-not-echoed',
    messages: ['callflows/rfc3665/043', 'callflows/rfc3665/057'],
    reason:
      'The 407 of proxy 2 offers qop="auth", and RFC 3261 §22.4 item 8 has the client send it; RFC 3665 leaves it out.',
  },
  {
    rule: 'redirected-request-keeps-forbidden-uri-parts',
    messages: ['callflows/rfc3665/087'],
    reason:
      'The 302 redirects to a URI with transport=tcp, which §19.1.5 has the client keep; RFC 3665 §3.6 F4 drops it.',
  },
  {
    rule: 'dialog-request-uri-not-remote-target',
    messages: [
      'captures/sipnab-demo-codec/005-ACK',
      'captures/sipnab-demo-opus/005-ACK',
      'captures/sipnab-demo-reinvite/007-ACK',
    ],
    reason: 'The demo sends the ACK to the address that was dialled, not to the Contact of the 200 (§12.2.1.1).',
  },
  {
    rule: 'dialog-cseq-not-increasing',
    messages: ['callflows/rfc3903/012'],
    reason: 'Both NOTIFYs of RFC 3903 §15 (M7 and M13) have CSeq 2.',
  },
  {
    rule: 'cancel-before-provisional',
    messages: ['captures/sems-ekiga-ser/006-CANCEL', 'captures/sems-ekiga-ser/007-CANCEL'],
    reason:
      'Ekiga sends INVITEs over several interfaces, and CANCELs for all but one before their 100 is there (§9.1).',
  },
  {
    rule: 'response-from-mismatch',
    messages: ['captures/zoiper-digium/006-180'],
    reason:
      'The tag was changed on its way through the test bed: as0a1a8cad in the INVITE and its ACK, as5d701719 in the responses.',
  },
  {
    rule: 'response-from-mismatch',
    messages: ['captures/sngrep-ipip/002-183', 'captures/cisco-csco7/004-100'],
    reason: 'A gateway, or who made the capture anonymous, rewrote the URI in the responses alone.',
  },
  {
    rule: 'response-to-mismatch',
    messages: ['captures/sngrep-ipip/002-183', 'captures/cisco-csco7/004-100', 'captures/zoiper-digium/015-100'],
    reason: 'A gateway, or who made the capture anonymous, rewrote the URI in the responses alone.',
  },
];

/** What `strict` finds beyond that. */
export const STRICT_FLOW_FINDINGS: readonly FlowFinding[] = [
  {
    rule: 'retry-identifiers-changed',
    messages: [
      'callflows/rfc3665/002',
      'callflows/rfc3665/010',
      'captures/ims-register/009-REGISTER',
      'captures/nero-sipps-cirpack-ser/003-REGISTER',
      'captures/nero-sipps-cirpack-ser/008-REGISTER',
    ],
    reason:
      'The request with credentials has a new From tag, where RFC 3261 §8.1.3.5 has it keep the old one (SHOULD).',
  },
  {
    rule: 'ack-2xx-credentials-differ',
    messages: ['callflows/rfc3665/028', 'callflows/rfc3665/064', 'callflows/rfc3665/079'],
    reason: 'The ACK lacks the credentials of its INVITE, which §22.1 has it repeat.',
  },
  {
    rule: 'ack-2xx-reuses-invite-branch',
    messages: [
      'callflows/rfc3665/029',
      'callflows/rfc3665/052',
      'callflows/rfc3665/065',
      'callflows/rfc3665/080',
      'callflows/rfc3665/094',
    ],
    reason:
      'The proxies of RFC 3665 forward the ACK to a 2xx with the branch of the INVITE; it is a transaction of its own.',
  },
  {
    rule: 'via-branch-reused',
    messages: [
      'callflows/rfc3665/032',
      'callflows/rfc3665/045',
      'callflows/rfc3665/067',
      'callflows/rfc3665/082',
      'callflows/rfc3665/096',
    ],
    reason: 'The proxies of RFC 3665 have one branch for all that they forward in a call.',
  },
  {
    rule: 'proxy-modified-body',
    messages: ['callflows/rfc3665/069'],
    reason: 'The ALG of RFC 3665 §3.5 writes its own address into the session description.',
  },
  {
    rule: 'tag-too-short',
    messages: ['callflows/rfc3665/054'],
    reason: 'The call that begins anew at proxy 2 has the From tag of the first.',
  },
  {
    rule: 'dialog-cseq-gap',
    messages: ['captures/sems-ekiga-ser/017-INFO', 'captures/sngrep-ipip/004-BYE'],
    reason: 'Requests in between are not in the corpus.',
  },
  {
    rule: 'register-2xx-missing-binding',
    messages: ['captures/sipnab-demo-reinvite/002-200'],
    reason: 'The REGISTER binds port 5082, its 200 lists port 5080.',
  },
  {
    rule: 'to-tag-in-100-response',
    messages: ['captures/ippgw-rtp/002-100', 'captures/ippgw-proxy/004-100'],
    reason: 'The gateway gives its 100 a To tag (SHOULD NOT, §17.2.1).',
  },
];
