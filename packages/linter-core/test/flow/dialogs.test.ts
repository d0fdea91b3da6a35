import assert from 'node:assert/strict';
import type { Flow } from '@siplint/core';
import { flowsOf, tellDialogs, type Written } from './sip-for-tests.js';

interface Case {
  readonly name: string;
  readonly messages: readonly Written[];
  readonly dialogs: readonly string[];
}

const ESTABLISHED: readonly Written[] = [
  { contact: 'a@host' },
  { status: 180, to: 'B', contact: 'b@host' },
  { status: 200, to: 'B', contact: 'b@host' },
  { method: 'ACK', via: '2', to: 'B' },
];

const BYE_OF_CALLEE: readonly Written[] = [
  { method: 'BYE', via: '9@b', cseq: 7, from: 'B', to: 'A' },
  { method: 'BYE', via: '9@b', cseq: 7, from: 'B', to: 'A', status: 200 },
];

describe('dialogs', () => {
  const cases: readonly Case[] = [
    {
      name: 'are early with a provisional response that has a To tag',
      messages: [{}, { status: 100, to: 'X' }, { status: 180, to: 'B' }],
      dialogs: ['A-B early: 0/2'],
    },
    {
      name: 'are confirmed by a 2xx, and hold the ACK to it',
      messages: ESTABLISHED,
      dialogs: ['A-B confirmed: 0/1,2 caller ACK@3'],
    },
    {
      name: 'end with the 2xx to a BYE of either side',
      messages: [...ESTABLISHED, ...BYE_OF_CALLEE],
      dialogs: ['A-B terminated@5: 0/1,2 caller ACK@3 callee BYE@4'],
    },
    {
      name: 'do not end with a BYE that is refused',
      messages: [
        ...ESTABLISHED,
        { method: 'BYE', via: '9', cseq: 2, to: 'B' },
        { method: 'BYE', via: '9', cseq: 2, to: 'B', status: 401 },
      ],
      dialogs: ['A-B confirmed: 0/1,2 caller ACK@3 caller BYE@4'],
    },
    {
      name: 'end early with a failure, whose ACK is no part of them',
      messages: [{}, { status: 180, to: 'B' }, { status: 486, to: 'B' }, { method: 'ACK', to: 'B' }],
      dialogs: ['A-B terminated@2: 0/1'],
    },
    {
      name: 'are several where the INVITE was forked',
      messages: [
        {},
        { status: 180, to: 'B' },
        { status: 180, to: 'C' },
        { status: 200, to: 'C' },
        { method: 'ACK', via: '2', to: 'C' },
      ],
      dialogs: ['A-B early: 0/1', 'A-C confirmed: 0/2,3 caller ACK@4'],
    },
    {
      name: 'are one whatever their hops, and so is each request in them',
      messages: [
        { via: '1' },
        { via: '2@p 1' },
        { via: '2@p 1', status: 200, to: 'B' },
        { via: '1', status: 200, to: 'B' },
        { via: '3', method: 'ACK', to: 'B' },
        { via: '4@p 3', method: 'ACK', to: 'B' },
        { via: '5@b', method: 'BYE', cseq: 9, from: 'B', to: 'A' },
        { via: '6@p 5@b', method: 'BYE', cseq: 9, from: 'B', to: 'A' },
      ],
      dialogs: ['A-B confirmed: 0,1/2,3 caller ACK@4,5 callee BYE@6,7'],
    },
    {
      name: 'may have begun before the file',
      messages: [
        { method: 'INFO', cseq: 5, from: 'B', to: 'A' },
        { method: 'INFO', cseq: 5, from: 'B', to: 'A', status: 200 },
        { method: 'BYE', via: '2', cseq: 2, to: 'B' },
      ],
      dialogs: ['B-A confirmed: ?/ caller INFO@0 callee BYE@2'],
    },
    {
      name: 'may begin in the file with the response alone',
      messages: [
        { status: 200, to: 'B' },
        { method: 'ACK', via: '2', to: 'B' },
      ],
      dialogs: ['A-B confirmed: ?/ caller ACK@1'],
    },
    {
      name: 'do not hold requests with other tags, where the file shows how one began',
      messages: [
        ...ESTABLISHED,
        { method: 'INFO', via: '5', cseq: 2, to: 'X' },
        { method: 'BYE', via: '6', cseq: 3, from: 'Y', to: 'B' },
      ],
      dialogs: ['A-B confirmed: 0/1,2 caller ACK@3', 'outside: INFO@4', 'outside: BYE@5'],
    },
    {
      name: 'hold requests with other tags that the peer accepted: it knew the dialog',
      messages: [
        ...ESTABLISHED,
        { method: 'INFO', via: '4', cseq: 2, to: 'X' },
        { method: 'INFO', via: '5', cseq: 3, from: 'X', to: 'A' },
        { method: 'INFO', via: '5', cseq: 3, from: 'X', to: 'A', status: 200 },
      ],
      dialogs: ['A-B confirmed: 0/1,2 caller ACK@3', 'A-X confirmed: ?/ caller INFO@4 callee INFO@5'],
    },
    {
      name: 'have the tag of the caller that its request has',
      messages: [{}, { from: 'X', status: 200, to: 'B' }, { method: 'ACK', via: '2', to: 'B' }],
      dialogs: ['A-B confirmed: 0/1 caller ACK@2'],
    },
    {
      name: 'of a challenged INVITE begin with the one that was accepted',
      messages: [
        {},
        { status: 401, to: 'X' },
        { method: 'ACK', to: 'X' },
        { via: '2', cseq: 2 },
        { via: '2', cseq: 2, status: 200, to: 'B' },
      ],
      dialogs: ['A-B confirmed: 3/4'],
    },
    {
      name: 'of a SUBSCRIBE begin with its 2xx, or with a NOTIFY before that',
      messages: [
        { method: 'SUBSCRIBE' },
        { method: 'NOTIFY', via: '7@b', cseq: 3, from: 'B', to: 'A' },
        { method: 'SUBSCRIBE', status: 200, to: 'B' },
        { method: 'NOTIFY', via: '8@c', cseq: 3, from: 'C', to: 'A' },
      ],
      dialogs: ['A-B confirmed: 0/2 callee NOTIFY@1', 'A-C confirmed: ?/ callee NOTIFY@3'],
    },
    {
      name: 'take retransmissions once',
      messages: [...ESTABLISHED, { status: 200, to: 'B', contact: 'b@host' }, { method: 'ACK', via: '2', to: 'B' }],
      dialogs: ['A-B confirmed: 0/1,2 caller ACK@3'],
    },
  ];
  for (const { name, messages, dialogs } of cases) {
    it(name, () => assert.deepEqual(flowsOf(messages, tellDialogs).flat(), dialogs));
  }

  it('know their forks', () => {
    const forks = ({ dialogs }: Flow) => dialogs.map((dialog) => dialog.forks.map(({ calleeTag }) => calleeTag).join());
    const messages = [
      {},
      { status: 180, to: 'B' },
      { status: 180, to: 'C' },
      { method: 'INFO', via: '2', from: 'Q', to: 'R' },
    ];
    assert.deepEqual(flowsOf(messages, forks).flat(), ['B,C', 'B,C']);
  });

  it('hold all their messages in order', () => {
    const messages: Written[] = [...ESTABLISHED, ...BYE_OF_CALLEE];
    const held = flowsOf(messages, ({ dialogs }) => dialogs.map((dialog) => dialog.messages.map(({ index }) => index)));
    assert.deepEqual(held.flat(), [[0, 1, 2, 3, 4, 5]]);
  });
});

describe('remote targets', () => {
  const reinvite = (via: string, contact: string): Written => ({ via, cseq: 2, to: 'B', contact });
  const cases: readonly {
    readonly name: string;
    readonly messages: readonly Written[];
    readonly targets: readonly string[];
  }[] = [
    {
      name: 'are the Contacts of the creating messages',
      messages: [...ESTABLISHED, ...BYE_OF_CALLEE],
      targets: ['ACK@3: 2', 'BYE@4: 0'],
    },
    {
      name: 'are replaced by those of an accepted target refresh',
      messages: [
        ...ESTABLISHED,
        reinvite('4', 'a2@host'),
        { via: '4', cseq: 2, to: 'B', contact: 'b2@host', status: 200 },
        { via: '5', method: 'ACK', cseq: 2, to: 'B' },
        ...BYE_OF_CALLEE,
      ],
      targets: ['ACK@3: 2', 'INVITE@4: 2', 'ACK@6: 5', 'BYE@7: 4'],
    },
    {
      name: 'stay where a target refresh is refused',
      messages: [
        ...ESTABLISHED,
        reinvite('4', 'a2@host'),
        { via: '4', cseq: 2, to: 'B', status: 488 },
        ...BYE_OF_CALLEE,
      ],
      targets: ['ACK@3: 2', 'INVITE@4: 2', 'BYE@6: 0'],
    },
    {
      name: 'may be those of a refused target refresh that a request went to',
      messages: [
        ...ESTABLISHED,
        reinvite('4', 'a2@host'),
        { method: 'UPDATE', via: '8@b', cseq: 6, from: 'B', to: 'A', uri: 'sip:a2@host' },
        { via: '4', cseq: 2, to: 'B', status: 488 },
        ...BYE_OF_CALLEE,
      ],
      targets: ['ACK@3: 2', 'INVITE@4: 2', 'UPDATE@5: 0,4', 'BYE@7: 0,4'],
    },
    {
      name: 'may be those of each provisional response until the 2xx is there',
      messages: [
        ...[{}, { status: 180, to: 'B', contact: 'b1@host' }, { status: 183, to: 'B', contact: 'b2@host' }],
        { method: 'PRACK', via: '3', cseq: 2, to: 'B' },
        { status: 200, to: 'B', contact: 'b@host' },
        { method: 'ACK', via: '2', to: 'B' },
      ],
      targets: ['PRACK@3: 1,2', 'ACK@5: 4'],
    },
    {
      name: 'are both while a target refresh is not answered',
      messages: [...ESTABLISHED, reinvite('4', 'a2@host'), ...BYE_OF_CALLEE],
      targets: ['ACK@3: 2', 'INVITE@4: 2', 'BYE@5: 0,4'],
    },
    {
      name: 'are kept for each hop',
      messages: [
        { via: '1', contact: 'a@host' },
        { via: '2@p 1', contact: 'a@nat' },
        { via: '2@p 1', status: 200, to: 'B', contact: 'b@host' },
        { via: '1', status: 200, to: 'B', contact: 'b@nat' },
        ...BYE_OF_CALLEE,
        { via: '3', method: 'ACK', to: 'B' },
      ],
      targets: ['BYE@4: 0,1', 'ACK@6: 2,3'],
    },
    {
      name: 'are unknown where the file does not show them',
      messages: [{ method: 'INFO', cseq: 5, to: 'B' }],
      targets: ['INFO@0: '],
    },
    {
      name: 'are those of the NOTIFY and of the 2xx to the SUBSCRIBE, whichever comes first',
      messages: [
        { method: 'SUBSCRIBE' },
        { method: 'NOTIFY', via: '9@b', cseq: 7, from: 'B', to: 'A', contact: 'n@host' },
        { method: 'NOTIFY', via: '9@b', cseq: 7, from: 'B', to: 'A', status: 200 },
        { method: 'SUBSCRIBE', status: 200, to: 'B', contact: 's@host' },
        { method: 'SUBSCRIBE', via: '2', cseq: 2, to: 'B' },
      ],
      targets: ['NOTIFY@1: ', 'SUBSCRIBE@4: 1,3'],
    },
    {
      name: 'are unknown behind the response to a request that may have changed them and is not in the file',
      messages: [
        ...ESTABLISHED,
        { method: 'UPDATE', via: '3', cseq: 2, to: 'B', status: 200, contact: 'new-b@host' },
        { method: 'INFO', via: '4', cseq: 3, to: 'B' },
        { method: 'BYE', via: '9@b', cseq: 7, from: 'B', to: 'A' },
      ],
      targets: ['ACK@3: 2', 'INFO@5: 2,4', 'BYE@6: '],
    },
    {
      name: 'may be those of the response for the side that answered a re-INVITE that is not in the file, whoever called',
      messages: [
        ...ESTABLISHED,
        { method: 'INVITE', via: '8@b', cseq: 7, from: 'B', to: 'A', status: 200, contact: 'new-a@host' },
        { method: 'BYE', via: '9@b', cseq: 8, from: 'B', to: 'A' },
        { method: 'BYE', via: '4', cseq: 2, to: 'B' },
      ],
      targets: ['ACK@3: 2', 'BYE@5: 0,4', 'BYE@6: '],
    },
    {
      name: 'stay where such a request was refused',
      messages: [
        ...ESTABLISHED,
        { method: 'UPDATE', via: '3', cseq: 2, to: 'B', status: 488 },
        { method: 'BYE', via: '9@b', cseq: 7, from: 'B', to: 'A' },
      ],
      targets: ['ACK@3: 2', 'BYE@5: 0'],
    },
  ];
  for (const { name, messages, targets } of cases) {
    it(name, () => {
      const told = flowsOf(messages, ({ dialogs }) =>
        dialogs.flatMap(({ requests }) =>
          requests.map(({ request, remoteTargets }) => {
            return `${request.method}@${request.index}: ${remoteTargets.map(({ index }) => index).join()}`;
          }),
        ),
      );
      assert.deepEqual(told.flat(), targets);
    });
  }
});
