import { testRule } from '@siplint/core/testing';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { file, invite, ok, options, response } from '../../src/examples/messages.js';
import required from '../../src/header-syntax/response-requires-unsupported-option.js';
import unsupported from '../../src/header-syntax/unsupported-lists-unrequested-option.js';

const refused = (value: string) => response(420, 'INVITE', { Unsupported: value });

testRule(unsupported, {
  bad: [
    {
      name: 'one of two',
      text: file(invite({ Require: 'foo' }), refused('foo, <|bar|>')),
      findings: [{ severity: 'warning', data: { option: 'bar', method: 'INVITE' } }],
    },
    { name: 'two, in one finding', text: file(invite({ Require: 'foo' }), refused('<|bar|>, baz')) },
    { name: 'a request without Require', text: file(invite(), refused('<|100rel|>')) },
    { name: 'an option that it only supports', text: file(invite({ Supported: '100rel' }), refused('<|100rel|>')) },
  ],
  good: [
    { name: 'letter case', text: file(invite({ Require: 'foo, bar' }), refused('BAR')) },
    { name: 'rows', text: file(invite({ Require: ['foo', 'bar'] }), refused('bar, foo')) },
    { name: 'an option for proxies', text: file(invite({ 'Proxy-Require': 'foo' }), refused('foo')) },
    { name: 'no request', text: refused('foo') },
    { name: 'a Require that cannot be read', text: file(invite({ Require: 'f@o' }), refused('bar')) },
    {
      name: 'an option that a proxy added',
      text: file(
        invite(),
        forwarded('INVITE', { Require: 'foo' }),
        fromBranch(420, 'INVITE', { Unsupported: 'foo' }),
        refused('foo'),
      ),
    },
    { name: 'another code', text: file(invite(), response(421, 'INVITE', { Unsupported: 'foo' })) },
  ],
});

testRule(required, {
  bad: [
    {
      name: 'in a provisional response, and not in those behind it',
      text: file(
        invite(),
        response(183, 'INVITE', { Require: '<|100rel|>', RSeq: '1' }),
        response(180, 'INVITE', { Require: '100rel', RSeq: '2' }),
      ),
      findings: [{ severity: 'warning', data: { code: 183, option: '100rel', method: 'INVITE' } }],
    },
    {
      name: 'each option',
      text: file(invite(), ok('INVITE', { Require: '<|timer|>, replaces, <|foo|>' })),
    },
    {
      name: 'once where a proxy forwards it',
      text: file(
        invite(),
        forwarded('INVITE'),
        fromBranch(183, 'INVITE', { Require: '<|100rel|>', RSeq: '1' }),
        response(183, 'INVITE', { Require: '100rel', RSeq: '1', To: '<sip:bob@example.net>;tag=8321234356-a' }),
      ),
    },
    { name: 'in a failure', text: file(options(), response(486, 'OPTIONS', { Require: '<|foo|>' })) },
  ],
  good: [
    { name: 'what is supported, in other letter case', text: file(invite(), ok('INVITE', { Require: 'REPLACES' })) },
    { name: 'what is required', text: file(invite({ Require: 'foo' }), ok('INVITE', { Require: 'foo' })) },
    { name: '421', text: file(invite(), response(421, 'INVITE')) },
    { name: '420', text: file(invite(), response(420, 'INVITE', { Require: 'foo' })) },
    { name: 'no request', text: ok('INVITE', { Require: 'foo' }) },
    { name: 'a Supported that cannot be read', text: file(invite({ k: 'f@o' }), ok('INVITE', { Require: 'foo' })) },
    {
      name: 'what a proxy added',
      text: file(
        invite(),
        forwarded('INVITE', { Supported: 'timer' }),
        fromBranch(200, 'INVITE', { Require: 'timer' }),
        ok('INVITE', { Require: 'timer' }),
      ),
    },
  ],
});
