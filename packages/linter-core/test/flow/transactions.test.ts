import assert from 'node:assert/strict';
import type { Flow } from '@siplint/core';
import { flowsOf, tellTransaction, type Written } from './sip-for-tests.js';

interface Case {
  readonly name: string;
  readonly messages: readonly (Written | string)[];
  readonly transactions: readonly string[];
}

const tell = ({ transactions }: Flow) => transactions.map(tellTransaction);

function check(cases: readonly Case[]): void {
  for (const { name, messages, transactions } of cases) {
    it(name, () => assert.deepEqual(flowsOf(messages, tell).flat(), transactions));
  }
}

describe('transactions', () => {
  check([
    {
      name: 'pair a response with its request by branch, sent-by and CSeq method',
      messages: [{ method: 'OPTIONS' }, { method: 'OPTIONS', status: 200, to: 'B' }],
      transactions: ['OPTIONS 0: 200@1'],
    },
    {
      name: 'compare branch and sent-by without case',
      messages: [
        { via: 'aB@HOST', method: 'OPTIONS' },
        { via: 'Ab@host', method: 'OPTIONS', status: 200, to: 'B' },
      ],
      transactions: ['OPTIONS 0: 200@1'],
    },
    {
      name: 'keep the same branch of two senders apart',
      messages: [
        { via: '1@a', method: 'OPTIONS' },
        { via: '1@b', method: 'OPTIONS', callId: 'c2' },
        { via: '1@b', method: 'OPTIONS', callId: 'c2', status: 200, to: 'B' },
      ],
      transactions: ['OPTIONS 0:', 'OPTIONS 1: 200@2'],
    },
    {
      name: 'without the cookie take Call-ID, From tag and CSeq too',
      messages: [
        { via: '!1', method: 'OPTIONS', cseq: 1 },
        { via: '!1', method: 'OPTIONS', cseq: 2 },
        { via: '!1', method: 'OPTIONS', cseq: 2, status: 200, to: 'B' },
        { via: '!1', method: 'OPTIONS', cseq: 1, status: 404, to: 'B' },
      ],
      transactions: ['OPTIONS 0: 404@3', 'OPTIONS 1: 200@2'],
    },
    {
      name: 'fold retransmissions of requests, responses and ACKs',
      messages: [
        {},
        {},
        { status: 180, to: 'B' },
        { status: 180, to: 'B' },
        { status: 180, to: 'C' },
        { status: 486, to: 'B' },
        { method: 'ACK', to: 'B' },
        { status: 486, to: 'B' },
        { method: 'ACK', to: 'B' },
      ],
      transactions: ['INVITE 0x1: 180@2x1 180@4 486@5x1 ACK@6x1'],
    },
    {
      name: 'take a response with another body, or another RSeq, for another response',
      messages: [
        {},
        { status: 183, to: 'B', body: 'v=0\r\n' },
        { status: 183, to: 'B', body: 'v=1\r\n' },
        { status: 183, to: 'B', rows: ['RSeq: 1'] },
        { status: 183, to: 'B', rows: ['RSeq: 2'] },
      ],
      transactions: ['INVITE 0: 183@1 183@2 183@3 183@4'],
    },
    {
      name: 'begin anew with new credentials, another number or another Call-ID, and say which branch is reused',
      messages: [
        { method: 'REGISTER' },
        { method: 'REGISTER', rows: ['Authorization: Digest username="a"'] },
        { method: 'REGISTER', cseq: 2 },
        { method: 'REGISTER', callId: 'c2' },
        { method: 'REGISTER', cseq: 2, status: 200, to: 'B' },
        { method: 'REGISTER', callId: 'c2', status: 200, to: 'B' },
      ],
      transactions: ['REGISTER 0:', 'REGISTER 1: reuses 0', 'REGISTER 2: 200@4 reuses 1', 'REGISTER 3: 200@5 reuses 2'],
    },
    {
      name: 'begin anew with the request of the other side that has the same branch and number',
      messages: [
        { via: 'p@p 1' },
        { via: 'p@p 1', status: 200, to: 'B' },
        { via: 'p@p 2@b', from: 'B', to: 'A' },
        { via: 'p@p 2@b', from: 'B', to: 'A', status: 200 },
      ],
      transactions: ['INVITE 0: 200@1', 'INVITE 2: 200@3 reuses 0'],
    },
    {
      name: 'link a CANCEL, which is one of its own, to what it cancels',
      messages: [
        {},
        { status: 100 },
        { method: 'CANCEL' },
        { method: 'CANCEL', status: 200, to: 'B' },
        { status: 487, to: 'B' },
        { method: 'ACK', to: 'B' },
      ],
      transactions: ['INVITE 0: 100@1 487@4 ACK@5', 'CANCEL 2: 200@3 cancels 0'],
    },
    {
      name: 'give the ACK to a 2xx a transaction of its own, even with the branch of its INVITE',
      messages: [{}, { status: 200, to: 'B' }, { method: 'ACK', via: '2', to: 'B' }, { method: 'ACK', to: 'B' }],
      transactions: ['INVITE 0: 200@1', 'ACK 2:', 'ACK 3: reuses 0'],
    },
    {
      name: 'keep an ACK whose INVITE has no final response in the file with the INVITE',
      messages: [{}, { status: 180, to: 'B' }, { method: 'ACK', to: 'B' }],
      transactions: ['INVITE 0: 180@1 ACK@2'],
    },
    {
      name: 'hold responses whose request is not in the file',
      messages: [
        { method: 'BYE', status: 200, to: 'B' },
        { via: '2', status: 200, to: 'B', callId: 'c2' },
      ],
      transactions: ['BYE -: 200@0', 'INVITE -: 200@1'],
    },
    {
      name: 'take a request that stands behind its response',
      messages: [{ method: 'BYE', status: 200, to: 'B' }, { method: 'BYE' }],
      transactions: ['BYE 1: 200@0'],
    },
    {
      name: 'pair a response with another number by its branch',
      messages: [
        { method: 'BYE', cseq: 2 },
        { method: 'BYE', cseq: 3, status: 200, to: 'B' },
      ],
      transactions: ['BYE 0: 200@1'],
    },
    {
      name: 'pair a response with another Call-ID only if tag and number are the same',
      messages: [
        { method: 'BYE', cseq: 2 },
        { method: 'BYE', cseq: 2, callId: 'c2', status: 200, to: 'B' },
        { method: 'BYE', cseq: 2, callId: 'c3', from: 'X', status: 200, to: 'B' },
      ],
      transactions: ['BYE 0: 200@1', 'BYE -: 200@2'],
    },
  ]);
});

describe('misfits', () => {
  check([
    {
      name: 'are responses with the branch of a request and another method',
      messages: [{ method: 'BYE' }, { status: 200, to: 'B' }],
      transactions: ['BYE 0: method?1'],
    },
    {
      name: 'are no responses to a CANCEL that was not seen: it has the branch of its INVITE',
      messages: [{ method: 'INVITE' }, { method: 'CANCEL', status: 200, to: 'B' }],
      transactions: ['INVITE 0:', 'CANCEL -: 200@1'],
    },
    {
      name: 'are no responses to a request of another number or sender that reused the branch',
      messages: [
        { method: 'BYE' },
        { status: 200, to: 'B', cseq: 2 },
        { method: 'OPTIONS', via: '3' },
        { method: 'INFO', via: '3', status: 200, from: 'B', to: 'A' },
      ],
      transactions: ['BYE 0:', 'INVITE -: 200@1', 'OPTIONS 2:', 'INFO -: 200@3'],
    },
    {
      name: 'are no responses of an INVITE of which only the CANCEL or the ACK is in the file',
      messages: [{ method: 'CANCEL' }, { status: 487, to: 'B' }, { method: 'ACK', to: 'B' }],
      transactions: ['CANCEL 0:', 'INVITE -: 487@1 ACK@2'],
    },
    {
      name: 'are responses that have all but the branch of one unanswered request',
      messages: [
        { via: '1 0@x', method: 'BYE', to: 'B' },
        { via: '9 0@x', method: 'BYE', status: 200, to: 'B' },
      ],
      transactions: ['BYE 0: branch?1'],
    },
    {
      name: 'are no responses on another branch of a request that a proxy may have forked',
      messages: [
        { via: '1 0@x', method: 'MESSAGE' },
        { via: '9 0@x', method: 'MESSAGE', status: 200, to: 'B' },
      ],
      transactions: ['MESSAGE 0:', 'MESSAGE -: 200@1'],
    },
    {
      name: 'are no responses within another dialog of the same sender',
      messages: [
        { via: '1', method: 'BYE', to: 'B' },
        { via: '9', method: 'BYE', status: 200, to: 'C' },
      ],
      transactions: ['BYE 0:', 'BYE -: 200@1'],
    },
    {
      name: 'are none where two requests come into question, or the one is answered',
      messages: [
        { via: '1', method: 'BYE' },
        { via: '2', method: 'BYE' },
        { via: '9', method: 'BYE', status: 200, to: 'B' },
        { via: '3', method: 'OPTIONS', callId: 'c2' },
        { via: '3', method: 'OPTIONS', callId: 'c2', status: 200, to: 'B' },
        { via: '9', method: 'OPTIONS', callId: 'c2', status: 404, to: 'C' },
      ],
      transactions: ['BYE 0:', 'BYE 1:', 'BYE -: 200@2', 'OPTIONS 3: 200@4', 'OPTIONS -: 404@5'],
    },
    {
      name: 'are ACKs to a failure with another branch',
      messages: [{}, { status: 486, to: 'B' }, { method: 'ACK', via: '2', to: 'B' }],
      transactions: ['INVITE 0: 486@1 branch?2'],
    },
    {
      name: 'are no ACKs with another To tag, nor beside the right one',
      messages: [
        {},
        { status: 486, to: 'B' },
        { method: 'ACK', via: '2', to: 'X' },
        { callId: 'c2', via: '5' },
        { callId: 'c2', via: '5', status: 486, to: 'B' },
        { callId: 'c2', method: 'ACK', via: '5', to: 'B' },
        { callId: 'c2', method: 'ACK', via: '6', to: 'B' },
      ],
      transactions: ['INVITE 0: 486@1', 'ACK 2:', 'INVITE 3: 486@4 ACK@5', 'ACK 6:'],
    },
    {
      name: 'are CANCELs with another branch',
      messages: [
        {},
        { status: 180, to: 'B' },
        { method: 'CANCEL', via: '2' },
        { method: 'CANCEL', via: '2', status: 481, to: 'B' },
      ],
      transactions: ['INVITE 0: 180@1 branch?2', 'CANCEL 2: 481@3'],
    },
    {
      name: 'are responses with the branch of another request, if theirs has none',
      messages: [
        { via: '1', method: 'BYE', cseq: 2, to: 'B' },
        { via: '2', method: 'INFO', cseq: 3, to: 'B' },
        { via: '2', method: 'BYE', cseq: 2, status: 200, to: 'B' },
      ],
      transactions: ['BYE 0: branch?2', 'INFO 1:'],
    },
  ]);
});

describe('requests that follow each other', () => {
  const previous = ({ transactions }: Flow) =>
    transactions.map(
      ({ request, previous, next }) =>
        `${previous?.request?.index ?? '-'}<${request?.index}<${next?.request?.index ?? '-'}`,
    );

  it('are of the same method, tags and hop', () => {
    const messages: Written[] = [
      { method: 'REGISTER', cseq: 1, via: '1' },
      { method: 'REGISTER', cseq: 1, via: '2@p 1' },
      { method: 'REGISTER', cseq: 2, via: '3' },
      { method: 'OPTIONS', cseq: 3, via: '4' },
      { method: 'REGISTER', cseq: 3, via: '5', from: 'X' },
      { method: 'REGISTER', cseq: 4, via: '6' },
    ];
    assert.deepEqual(flowsOf(messages, previous).flat(), ['-<0<2', '-<1<-', '0<2<5', '-<3<-', '-<4<-', '2<5<-']);
  });
});

describe('hops', () => {
  check([
    {
      name: 'follow from the Via values below the topmost',
      messages: [
        { via: '1' },
        { via: '2@p 1' },
        { via: '3@q 2@p 1' },
        { via: '3@q 2@p 1', status: 180, to: 'B' },
        { via: '2@p 1', status: 180, to: 'B' },
        { via: '1', status: 180, to: 'B' },
      ],
      transactions: ['INVITE 0: 180@5 to 1', 'INVITE 1: 180@4 from 0 to 2', 'INVITE 2: 180@3 from 1'],
    },
    {
      name: 'that were not seen are passed over',
      messages: [{ via: '1' }, { via: '3@q 2@p 1' }],
      transactions: ['INVITE 0: to 1', 'INVITE 1: from 0'],
    },
    {
      name: 'of forks have one before them',
      messages: [{ via: '1' }, { via: '2@p 1' }, { via: '3@p 1' }],
      transactions: ['INVITE 0: to 1,2', 'INVITE 1: from 0', 'INVITE 2: from 0'],
    },
    {
      name: 'may stand in any order',
      messages: [{ via: '2@p 1' }, { via: '1' }],
      transactions: ['INVITE 0: from 1', 'INVITE 1: to 0'],
    },
    {
      name: 'are not proved by part of a stack, another method or another number',
      messages: [{ via: '1 0@x' }, { via: '2@p 1' }, { via: '3@p 1', cseq: 2, method: 'BYE' }],
      transactions: ['INVITE 0:', 'INVITE 1:', 'BYE 2:'],
    },
  ]);

  it('tell which message is forwarded: by To tag, by Contact, or as the only one', () => {
    const messages: Written[] = [
      { via: '1' },
      { via: '2@p 1' },
      { via: '3@p 1' },
      { via: '2@p 1', status: 100 },
      { via: '2@p 1', status: 180, to: 'B' },
      { via: '3@p 1', status: 180, to: 'C', contact: 'c@host' },
      { via: '2@p 1', status: 404, to: 'B' },
      { via: '1', status: 100 },
      { via: '1', status: 180, to: 'B' },
      { via: '1', status: 180, to: 'X', contact: 'c@host' },
      { via: '1', status: 180, to: 'Y' },
      { via: '1', status: 404, to: 'Z' },
    ];
    const [forwarded] = flowsOf(messages, (flow) =>
      flow.messages.map(({ forwards }) => forwards?.index ?? '-').join(' '),
    );
    assert.equal(forwarded, '- 0 0 - - - - - 4 5 - 6');
  });
});
