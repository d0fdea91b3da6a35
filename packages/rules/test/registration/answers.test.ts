import { testRule } from '@siplint/core/testing';
import { again, answerAgain } from '../../src/examples/again.js';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { file, line, ok, register, response } from '../../src/examples/messages.js';
import expiresRaised from '../../src/registration/register-2xx-expires-raised.js';
import missingBinding from '../../src/registration/register-2xx-missing-binding.js';
import notAllowed from '../../src/registration/register-423-not-allowed.js';
import retryBelow from '../../src/registration/register-retry-below-min-expires.js';
import starNot400 from '../../src/registration/register-star-not-answered-with-400.js';

const MINE = '<sip:alice@pc33.example.com>';
const STATUS = { startLine: 'SIP/2.0 <|200|> OK' };
const answered = (asked: string | null, listed: string | null, changes = {}) =>
  file(register({ Contact: asked }), ok('REGISTER', { Contact: listed, ...changes }));

testRule(missingBinding, {
  good: [
    {
      name: 'a port that is the default one',
      text: answered('<sip:alice@pc33.example.com:5060>', `${MINE};expires=9`),
    },
    { name: 'an escape', text: answered('<sip:%61lice@pc33.example.com>', `${MINE};expires=9`) },
    { name: 'added parameters', text: answered(MINE, '<sips:alice@PC33.example.com;ob;x=1>;expires=9;q=0.1') },
    { name: 'another scheme', text: answered('<tel:+15550123>', '<tel:+15550123>;expires=60') },
    { name: 'listed as expired', text: answered(`${MINE};expires=0`, `${MINE};expires=0`) },
    {
      name: 'removed, listed with a parameter that tells URIs apart',
      text: answered(`${MINE};expires=0`, `${MINE.replace('>', ';maddr=192.0.2.9>')}`),
    },
    {
      name: 'removed, listed with a transport',
      text: answered(`${MINE};expires=0`, `${MINE.replace('>', ';transport=tcp>')}`),
    },
    {
      name: 'removed and bound anew with other parameters',
      text: answered(
        `<sip:alice@pc33.example.com;x=1>;expires=0, <sip:alice@pc33.example.com;x=2>`,
        '<sip:alice@pc33.example.com;x=2>;expires=60',
      ),
    },
    { name: 'an interval that cannot be read', text: answered(`${MINE};expires=soon`, null) },
    { name: 'a placeholder for the interval', text: answered(`${MINE};expires={{n}}`, null) },
    { name: 'a placeholder for the binding', text: answered('<{{contact}}>', null) },
    { name: 'a placeholder for the list', text: answered(MINE, '{{contacts}}') },
    { name: 'a query', text: answered(null, `${MINE};expires=60`) },
    { name: 'a failure', text: file(register(), response(500, 'REGISTER')) },
    { name: 'the request is not in the file', text: ok('REGISTER', { Contact: null }) },
    {
      name: 'a star beside others, which is another defect',
      text: file(register({ Contact: ['*', MINE], Expires: '0' }), ok('REGISTER')),
    },
    {
      name: 'a star with an interval, which is another defect',
      text: file(register({ Contact: '*', Expires: '60' }), ok('REGISTER')),
    },
    {
      name: 'on the hop behind, where a proxy has rewritten it and the response was seen before',
      text: file(
        register(),
        forwarded('REGISTER', { Contact: '<sip:alice@proxy.example.com>' }),
        fromBranch(200, 'REGISTER', {
          To: '<sip:alice@example.com>;tag=1',
          Contact: '<sip:alice@proxy.example.com>;expires=6',
        }),
        ok('REGISTER', { To: '<sip:alice@example.com>;tag=1', Contact: '<sip:alice@proxy.example.com>;expires=6' }),
      ),
    },
  ],
  bad: [
    {
      name: 'the list is empty',
      text: answered(`<sip:alice@192.0.2.7>;expires=0, ${MINE}`, null, STATUS),
      findings: [{ messageId: 'none', severity: 'warning', data: { uri: 'sip:alice@pc33.example.com' } }],
    },
    {
      name: 'others only is an info',
      text: answered(MINE, '<sip:alice@pc33.example.com:5062>;expires=9', STATUS),
      findings: [{ messageId: 'others', severity: 'info' }],
    },
    {
      name: 'one of two is an info',
      text: answered(`<sip:alice@192.0.2.7>, ${MINE}`, `${MINE};expires=60`, STATUS),
      findings: [{ messageId: 'others', severity: 'info', data: { uri: 'sip:alice@192.0.2.7' } }],
    },
    {
      name: 'removed by the parameter',
      text: answered(`${MINE} ; Expires = 00`, '<<|sip:alice@pc33.example.com|>>;expires=60'),
      findings: [{ messageId: 'kept', severity: 'warning' }],
    },
    {
      name: 'each that is left behind a star',
      text: file(
        register({ Contact: '*', Expires: '0' }),
        ok('REGISTER', { Contact: '<<|sip:a@192.0.2.7|>>, <<|tel:1|>>;expires=60, <sip:a@192.0.2.8>;expires=0' }),
      ),
      findings: [{ messageId: 'keptByStar' }, { messageId: 'keptByStar' }],
    },
    {
      name: 'many bindings',
      text: answered(
        [...Array(20).keys()].map((i) => `<sip:alice@192.0.2.${i}>`).join(', '),
        [...Array(19).keys()].map((i) => `<sip:alice@192.0.2.${i}>;expires=60`).join(', '),
        STATUS,
      ),
      findings: [{ messageId: 'others', data: { uri: 'sip:alice@192.0.2.19' } }],
    },
  ],
});

testRule(expiresRaised, {
  good: [
    { name: 'another binding', text: answered(`${MINE};expires=60`, '<sip:alice@192.0.2.7>;expires=90') },
    { name: 'a removal', text: answered(`${MINE};expires=0`, `${MINE};expires=90`) },
    { name: 'an interval that cannot be read', text: answered(`${MINE};expires=soon`, `${MINE};expires=90`) },
    { name: 'a placeholder', text: answered(`${MINE};expires=60`, `${MINE};expires={{n}}`) },
  ],
  bad: [
    {
      name: 'by the header fields',
      text: file(
        register({ Expires: '60' }),
        ok('REGISTER', { Contact: '<sip:alice@pc33.example.com:5060>', Expires: '<|61|>' }),
      ),
      findings: [{ severity: 'info', data: { asked: '60', granted: '61' } }],
    },
    {
      name: 'once a binding and Call-ID',
      text: file(
        register({ Expires: '60' }),
        ok('REGISTER', { Contact: `${MINE};expires=<|90|>` }),
        again('REGISTER', { Expires: '60' }),
        answerAgain(200, 'REGISTER', { Contact: `${MINE};expires=90` }),
      ),
    },
  ],
});

const refused = (changes = {}) =>
  response(423, 'REGISTER', { startLine: 'SIP/2.0 <|423|> Interval Too Brief', 'Min-Expires': '60', ...changes });
const tooBrief = (asked: Parameters<typeof register>[0], changes = {}) => file(register(asked), refused(changes));

testRule(notAllowed, {
  good: [
    {
      name: 'one of several',
      text: file(
        register({ Contact: `${MINE};expires=59, <sip:a@b>;expires=0` }),
        response(423, 'REGISTER', { 'Min-Expires': '60' }),
      ),
    },
    {
      name: 'no Min-Expires, which is another defect',
      text: file(register({ Expires: '3599' }), response(423, 'REGISTER', { 'Min-Expires': null })),
    },
    {
      name: 'a placeholder',
      text: file(register({ Expires: '{{expires}}' }), response(423, 'REGISTER', { 'Min-Expires': '60' })),
    },
    { name: 'another method', text: file(register(), response(423, 'PUBLISH')) },
  ],
  bad: [
    {
      name: 'one hour',
      text: tooBrief({ Expires: '3600' }, { 'Min-Expires': '7200' }),
      findings: [{ messageId: 'notBrief', severity: 'warning', data: { interval: '3600' } }],
    },
    {
      name: 'the minimum',
      text: tooBrief({ Expires: '60' }),
      findings: [{ messageId: 'notBelow', data: { interval: '60', minimum: 60 } }],
    },
    { name: 'a star', text: tooBrief({ Contact: '*', Expires: '0' }), findings: [{ messageId: 'removal' }] },
    { name: 'a removal', text: tooBrief({ Contact: `${MINE};expires=0` }), findings: [{ messageId: 'removal' }] },
    { name: 'none stated', text: tooBrief({ Expires: null }), findings: [{ messageId: 'notStated' }] },
    { name: 'a query', text: tooBrief({ Contact: null, Expires: '30' }), findings: [{ messageId: 'noContact' }] },
    {
      name: 'without Min-Expires an hour is enough',
      text: tooBrief({ Expires: '3600' }, { 'Min-Expires': null }),
      findings: [{ messageId: 'notBrief' }],
    },
  ],
});

const BRIEF = [register({ Expires: '30' }), response(423, 'REGISTER', { 'Min-Expires': '60' })];

testRule(retryBelow, {
  good: [
    { name: 'sent before the 423', text: file(BRIEF[0] ?? '', again('REGISTER', { Expires: '30' }), BRIEF[1] ?? '') },
    {
      name: 'no Min-Expires',
      text: file(register(), response(423, 'REGISTER', { 'Min-Expires': null }), again('REGISTER', { Expires: '1' })),
    },
    { name: 'a removal', text: file(...BRIEF, again('REGISTER', { Expires: '0' })) },
    { name: 'a star', text: file(...BRIEF, again('REGISTER', { Contact: '*', Expires: '0' })) },
    { name: 'a query', text: file(...BRIEF, again('REGISTER', { Contact: null, Expires: '30' })) },
    { name: 'a placeholder', text: file(...BRIEF, again('REGISTER', { Expires: '{{expires}}' })) },
    { name: 'another Call-ID', text: file(...BRIEF, again('REGISTER', { 'Call-ID': 'x@a', Expires: '30' })) },
  ],
  bad: [
    {
      name: 'once a Call-ID',
      text: file(
        ...BRIEF,
        again('REGISTER', { Expires: '<|59|>' }),
        answerAgain(423, 'REGISTER', { 'Min-Expires': '60' }),
        again('REGISTER', { Expires: '59' }, 2),
      ),
      findings: [{ severity: 'info', data: { interval: '59', minimum: 60 } }],
    },
  ],
});

testRule(starNot400, {
  good: [
    {
      name: 'an Expires that cannot be read',
      text: file(register({ Contact: '*', Expires: 'never' }), ok('REGISTER')),
    },
    { name: 'a placeholder', text: file(register({ Contact: '*', Expires: '{{n}}' }), ok('REGISTER')) },
    { name: 'a parameter, which is another defect', text: file(register({ Contact: '*;expires=60' }), ok('REGISTER')) },
    { name: 'no star', text: file(register({ Contact: '<sip:a b>, <sip:c@d>' }), ok('REGISTER')) },
    { name: 'refused', text: file(register({ Contact: '*', Expires: '60' }), response(500, 'REGISTER')) },
    { name: 'the request is not in the file', text: file(line('# nothing'), ok('REGISTER')) },
  ],
  bad: [
    {
      name: 'in two rows',
      text: file(register({ Contact: [MINE, '*'], Expires: '0' }), ok('REGISTER', STATUS)),
      findings: [{ messageId: 'notAlone', severity: 'warning' }],
    },
    {
      name: 'an interval',
      text: file(register({ Contact: '*', Expires: '1' }), ok('REGISTER', STATUS)),
      findings: [{ messageId: 'notZero', data: { expires: 1 } }],
    },
  ],
});
