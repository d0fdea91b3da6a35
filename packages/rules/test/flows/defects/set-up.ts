import type { Defect } from '../defect.js';
import {
  again,
  all,
  answering,
  bodiless,
  having,
  missing,
  refused,
  replaced,
  retagged,
  untagged,
  without,
  withSession,
} from '../whole-calls.js';

/** What goes wrong while a call is set up. */
export const SET_UP: readonly Defect[] = [
  {
    name: 'an ACK with the CSeq number of no INVITE',
    changes: { F5: replaced('CSeq: 1', 'CSeq: 2') },
    finds: 'ack-2xx-cseq-mismatch in F5 at "2", see F1',
  },
  {
    name: 'an ACK with another To tag',
    changes: { F5: retagged('To', 'other77777') },
    finds: 'dialog-tag-mismatch in F5 at "other77777", see F3',
  },
  {
    name: 'an ACK without a To tag',
    changes: { F5: untagged('To') },
    finds: 'ack-without-to-tag in F5 at "<sip:bob@example.net>"',
  },
  {
    name: 'an ACK with another From tag',
    changes: { F5: retagged('From', 'other77777') },
    finds: 'dialog-tag-mismatch in F5 at "other77777", see F3',
  },
  {
    name: 'an ACK with another Call-ID',
    changes: { F5: replaced('Call-ID: 3848', 'Call-ID: 3849') },
    finds: 'call-id-changed-in-dialog in F5 at "3849276298220188511@pc33.example.com", see F4',
  },
  {
    name: 'an ACK from another user',
    changes: { F5: replaced('From: <sip:alice@example.com>', 'From: <sip:carol@example.com>') },
    finds: 'dialog-uri-changed in F5 at "sip:carol@example.com", see F1',
  },
  {
    name: 'an ACK to where the INVITE went, not to the Contact',
    changes: { F5: replaced('sip:bob@client.example.net', 'sip:bob@example.net') },
    finds: 'dialog-request-uri-not-remote-target in F5 at "sip:bob@example.net", see F4',
  },
  {
    name: 'an ACK with the branch of the INVITE',
    changes: { F5: replaced('z9hG4bK74bd5', 'z9hG4bK74bf9') },
    finds: 'ack-2xx-reuses-invite-branch in F5 at "z9hG4bK74bf9", see F1',
  },
  {
    name: 'an ACK with a session description, though offer and answer were exchanged',
    changes: { F5: withSession },
    finds: 'session-description-in-ack-after-complete-exchange in F5 at "application/sdp", see F4 F1',
  },
  {
    name: 'an ACK that requires an extension',
    changes: { F5: having('Require: timer') },
    finds: 'ack-2xx-requires-new-extension in F5 at "timer", see F1',
  },
  {
    name: 'an ACK that is never sent',
    changes: { F5: missing },
    finds: 'ack-missing-for-final-response in F1 at "INVITE", see F4',
  },
  {
    name: 'a 2xx without the answer',
    changes: { F4: bodiless },
    finds: 'missing-answer-in-invite-2xx in F4 at "200", see F1',
  },
  {
    name: 'a 2xx with another answer than the 183',
    changes: { F3: all(withSession, answering('183 Session Progress')) },
    finds: 'answer-differs-between-18x-and-2xx in F4 at "3456", see F3',
  },
  {
    name: 'a 2xx with another From tag',
    changes: { F4: retagged('From', 'other77777') },
    finds: 'response-from-mismatch in F4 at "other77777", see F1',
  },
  {
    name: 'a 2xx without a From tag',
    changes: { F4: untagged('From') },
    finds: 'response-from-mismatch in F4 at "<sip:alice@example.com>", see F1',
  },
  {
    name: 'a 2xx without a To tag',
    changes: { F4: untagged('To') },
    finds: 'to-tag-missing-in-response in F4 at "<sip:bob@example.net>"',
  },
  {
    name: 'a 2xx with another To tag than the 180',
    changes: { F4: retagged('To', 'other77777') },
    finds: 'response-to-tag-changes in F4 at "other77777", see F3',
  },
  {
    name: 'a 2xx with another URI in To',
    changes: { F4: replaced('To: <sip:bob@example.net>', 'To: <sip:bob@192.0.2.4>') },
    finds: 'response-to-mismatch in F4 at "sip:bob@192.0.2.4", see F1',
  },
  {
    name: 'a 2xx with another Call-ID',
    changes: { F4: replaced('Call-ID: 3848', 'Call-ID: 3849') },
    finds: 'response-call-id-mismatch in F4 at "3849276298220188511@pc33.example.com", see F1',
  },
  {
    name: 'a 2xx with another CSeq number',
    changes: { F4: replaced('CSeq: 1', 'CSeq: 2') },
    finds: 'response-cseq-mismatch in F4 at "2", see F1',
  },
  {
    name: 'a 2xx with another CSeq method',
    changes: { F4: replaced('CSeq: 1 INVITE', 'CSeq: 1 INFO') },
    finds: 'response-cseq-mismatch in F4 at "INFO", see F1',
  },
  {
    name: 'a 2xx with another branch',
    changes: { F4: replaced('z9hG4bK74bf9', 'z9hG4bK74bf8') },
    finds: 'response-via-mismatch in F4 at "z9hG4bK74bf8", see F1',
  },
  {
    name: 'a 2xx with another host in Via',
    changes: { F4: replaced('pc33.example.com;branch', 'pc34.example.com;branch') },
    finds:
      'response-via-mismatch in F4 at "SIP/2.0/UDP pc34.example.com;branch=z9hG4bK74bf9;received=192.0.2.1", see F1',
  },
  {
    name: 'a 2xx without Contact',
    changes: { F4: without('Contact') },
    finds: 'missing-contact-in-invite-2xx in F4 at "200"',
  },
  {
    name: 'a 2xx with another Contact than the one that the ACK goes to',
    changes: { F4: replaced('Contact: <sip:bob@client', 'Contact: <sip:bob@desk') },
    finds: 'dialog-request-uri-not-remote-target in F5 at "sip:bob@client.example.net", see F4',
  },
  {
    name: 'a 2xx that requires what the client does not support',
    changes: { F4: having('Require: timer') },
    finds: 'response-requires-unsupported-option in F4 at "timer", see F1',
  },
  {
    name: 'a 2xx that is missing',
    changes: { F4: missing },
    finds: 'ack-without-invite-response in F5 at "ACK", see F1',
  },
  {
    name: 'a failure behind the 2xx',
    changes: {
      F4: again(
        'F4b',
        all(bodiless, without('Contact'), without('Allow'), without('Supported'), answering('486 Busy Here')),
      ),
    },
    finds: 'multiple-final-responses in F4b at "486", see F4',
  },
  {
    name: 'a 180 behind the 2xx',
    changes: {
      F3: missing,
      F4: again('F4b', all(bodiless, without('Allow'), without('Supported'), answering('180 Ringing'))),
    },
    finds: 'provisional-after-final-response in F4b at "180", see F4',
  },
  {
    name: 'a 180 with another branch',
    changes: { F3: replaced('z9hG4bK74bf9', 'z9hG4bK74bf8') },
    finds: 'response-via-mismatch in F3 at "z9hG4bK74bf8", see F1',
  },
  {
    name: 'a 180 with another host in its Via',
    changes: { F3: replaced('pc33.example.com;branch', 'pc34.example.com;branch') },
    finds:
      'response-via-mismatch in F3 at "SIP/2.0/UDP pc34.example.com;branch=z9hG4bK74bf9;received=192.0.2.1", see F1',
  },
  {
    name: 'a failure before the 2xx',
    changes: { F3: refused },
    finds: 'multiple-final-responses in F4 at "200", see F3',
  },
];
