import type { Defect } from '../defect.js';
import { again, all, each, having, missing, refused, replaced, retagged, untagged } from '../whole-calls.js';

/** What goes wrong within a call. */
export const IN_DIALOG: readonly Defect[] = [
  {
    name: 'a 100 with a To tag',
    changes: { F2: retagged('To', '8321234356') },
    finds: 'to-tag-in-100-response in F2 at "tag=8321234356", see F1',
    isStrict: true,
  },
  {
    name: 'a 100 without the Timestamp of the INVITE',
    changes: { F1: having('Timestamp: 54') },
    finds: 'timestamp-not-copied-to-100 in F2 at "100", see F1',
  },
  {
    name: 'a request with the number of the INVITE',
    changes: each('F6 F7', replaced('CSeq: 2', 'CSeq: 1')),
    finds: 'dialog-cseq-not-increasing in F6 at "1", see F1',
  },
  {
    name: 'a request with the number of the one before',
    changes: each('F8 F9', replaced('CSeq: 3', 'CSeq: 2')),
    finds: 'dialog-cseq-not-increasing in F8 at "2", see F6',
  },
  {
    name: 'a request that leaves out two numbers',
    changes: each('F8 F9', replaced('CSeq: 3', 'CSeq: 5')),
    finds: 'dialog-cseq-gap in F8 at "5", see F6',
    isStrict: true,
  },
  {
    name: 'a request with the branch of the INVITE',
    changes: each('F6 F7', replaced('74bd7', '74bf9')),
    finds: 'via-branch-reused in F6 at "z9hG4bK74bf9", see F1',
  },
  {
    name: 'a request with its tags exchanged',
    changes: each('F6 F7', all(retagged('To', '9fxced76sl'), retagged('From', '8321234356'))),
    finds: 'dialog-tags-swapped in F6 at "<sip:alice@example.com>;tag=8321234356", see F1',
  },
  {
    name: 'a request with another To tag',
    changes: { F6: retagged('To', 'other77777'), F7: all(retagged('To', 'other77777'), refused) },
    finds: 'dialog-tag-mismatch in F6 at "other77777", see F3',
  },
  {
    name: 'a request with another From tag',
    changes: { F6: retagged('From', 'other77777'), F7: all(retagged('From', 'other77777'), refused) },
    finds: 'dialog-tag-mismatch in F6 at "other77777", see F3',
  },
  {
    name: 'a request with another Call-ID',
    changes: {
      F6: replaced('Call-ID: 3848', 'Call-ID: 3849'),
      F7: all(replaced('Call-ID: 3848', 'Call-ID: 3849'), refused),
    },
    finds: 'call-id-changed-in-dialog in F6 at "3849276298220188511@pc33.example.com", see F5',
  },
  {
    name: 'a request from another user',
    changes: each('F6 F7', replaced('From: <sip:alice@example.com>', 'From: <sip:carol@example.com>')),
    finds: 'dialog-uri-changed in F6 at "sip:carol@example.com", see F1',
  },
  {
    name: 'a request to another target',
    changes: { F6: replaced('sip:bob@client.example.net', 'sip:bob@example.net') },
    finds: 'dialog-request-uri-not-remote-target in F6 at "sip:bob@example.net", see F4',
  },
  {
    name: 'a request that changes when it is sent again',
    changes: { F6: again('F6b', having('Subject: again')) },
    finds: 'retransmission-not-identical in F6b at "again", see F6',
  },
  {
    name: 'a request without a response',
    changes: { F7: missing },
    finds: 'pending-request-unanswered-after-bye in F6 at "INFO", see F8',
  },
  {
    name: 'a response with another To tag than its request',
    changes: { F7: retagged('To', 'other77777') },
    finds: 'response-to-mismatch in F7 at "other77777", see F6',
  },
  {
    name: 'a response with another From tag than its request',
    changes: { F7: retagged('From', 'other77777') },
    finds: 'response-from-mismatch in F7 at "other77777", see F6',
  },
  {
    name: 'a response with another number than its request',
    changes: { F7: replaced('CSeq: 2', 'CSeq: 3') },
    finds: 'response-cseq-mismatch in F7 at "3", see F6',
  },
  {
    name: 'a response with another branch than its request',
    changes: { F7: replaced('74bd7', '74bd8') },
    finds: 'response-via-mismatch in F7 at "z9hG4bK74bd8", see F6',
  },
  {
    name: 'a response with the branch of another transaction',
    changes: { F7: replaced('74bd7', '74bf9') },
    finds: 'response-via-mismatch in F7 at "z9hG4bK74bf9", see F6',
  },
  {
    name: 'a BYE without a To tag',
    changes: { F8: untagged('To'), F9: refused },
    finds: 'bye-without-dialog-tags in F8 at "<sip:bob@example.net>"',
  },
  {
    name: 'a BYE with another To tag',
    changes: { F8: retagged('To', 'other77777'), F9: all(retagged('To', 'other77777'), refused) },
    finds: 'dialog-tag-mismatch in F8 at "other77777", see F3',
  },
  {
    name: 'a BYE that is refused',
    changes: { F9: refused },
    finds: 'bye-not-answered-with-2xx in F9 at "481", see F8',
  },
  {
    name: 'a BYE without a response',
    changes: { F9: missing },
    finds: 'request-without-final-response in F8 at "BYE"',
  },
  {
    name: 'a request behind the BYE',
    changes: {
      F9: again(
        'F10',
        all(
          replaced('SIP/2.0 200 OK', 'INFO sip:bob@client.example.net SIP/2.0\nMax-Forwards: 70'),
          replaced(';received=192.0.2.1', ''),
          replaced('74be1', '74be9'),
          replaced('CSeq: 3 BYE', 'CSeq: 4 INFO'),
          again(
            'F11',
            all(
              replaced(
                'INFO sip:bob@client.example.net SIP/2.0\nMax-Forwards: 70',
                'SIP/2.0 481 Call/Transaction Does Not Exist',
              ),
              replaced(';branch', ';received=192.0.2.1;branch'),
            ),
          ),
        ),
      ),
    },
    finds: 'request-after-dialog-end in F10 at "INFO", see F9',
  },
  {
    name: 'a BYE from another user, which the response does not copy',
    changes: { F8: replaced('From: <sip:alice@example.com>', 'From: <sip:carol@example.com>') },
    finds: 'dialog-uri-changed in F8 at "sip:carol@example.com", see F1',
  },
  {
    name: 'a BYE to another user, which the response does not copy',
    changes: { F8: replaced('To: <sip:bob@example.net>', 'To: <sip:carol@example.net>') },
    finds: 'dialog-uri-changed in F8 at "sip:carol@example.net", see F1',
  },
  {
    name: 'a BYE with another number than its response',
    changes: { F8: replaced('CSeq: 3', 'CSeq: 7') },
    finds: 'response-cseq-mismatch in F9 at "3", see F8',
  },
  {
    name: 'a BYE with a lower number than its response',
    changes: { F8: replaced('CSeq: 3', 'CSeq: 1') },
    finds: 'response-cseq-mismatch in F9 at "3", see F8',
  },
];
