import { ack, bye, cancel, file, invite, ok, options, request, response } from '../../src/examples/messages.js';
import { testAlone } from './alone.js';

testAlone('cseq', [
  ['cseq-malformed', options({ cseq: '<|OPTIONS|>' })],
  ['cseq-malformed', options({ CSeq: '<|-1 OPTIONS|>' })],
  ['cseq-malformed', options({ CSeq: '<|0x1 OPTIONS|>' })],
  ['cseq-malformed', options({ CSeq: '<|1OPTIONS|>' })],
  ['cseq-malformed', options({ CSeq: '1 OPTIONS<|, 2 OPTIONS|>' })],
  ['cseq-malformed', ok('BYE', { CSeq: '<|1;BYE|>' })],
  ['cseq-malformed', options({ CSeq: '<|1.5 OPTIONS|>' })],
  ['cseq-malformed', options({ CSeq: '<|1, OPTIONS|>' })],
  ['cseq-method-mismatch', invite({ CSeq: '314159 <|REGISTER|>' })],
  ['cseq-method-mismatch', cancel({ CSeq: '314159\r\n <|INVITE|>' })],
  ['cseq-method-mismatch', request('POKE', { CSeq: '1 <|POKED|>' })],
  ['cseq-method-mismatch', bye({ CSeq: '1 <|bye2|>' })],
  ['cseq-method-mismatch', request('INVTE', { CSeq: '1 <|INVITE|>' })],
  ['cseq-number-out-of-range', options({ cSEQ: '<|4294967296|>\r\n OPTIONS' })],
  ['cseq-number-out-of-range', invite({ CSeq: '<|2147483648|> INVITE' })],
  ['cseq-number-out-of-range', bye({ CSeq: '<|00004294967296|> BYE' })],
  ['cseq-number-out-of-range', ok('BYE', { CSeq: '<|99999999999999999999999999999999999999999|> BYE' })],
  [
    'cseq-number-out-of-range',
    file(
      invite({ CSeq: '<|4294967297|> INVITE' }),
      response(100, 'INVITE', { CSeq: '4294967297 INVITE' }),
      ack({ CSeq: '4294967297 ACK' }),
    ),
  ],
]);
