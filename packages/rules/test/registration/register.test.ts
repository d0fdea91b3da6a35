import { testRule } from '@siplint/core/testing';
import { file, ok, register, response } from '../../src/examples/messages.js';
import contactAction from '../../src/registration/contact-action-parameter-deprecated.js';
import contactWithoutExpires from '../../src/registration/register-2xx-contact-without-expires.js';
import sixHundred from '../../src/registration/register-6xx-response.js';
import contactNotSips from '../../src/registration/register-contact-not-sips.js';
import userinfo from '../../src/registration/register-request-uri-has-userinfo.js';
import recordRoute from '../../src/registration/register-response-has-record-route.js';
import starWithoutExpires from '../../src/registration/register-star-without-expires-zero.js';
import toTag from '../../src/registration/register-to-has-tag.js';
import toNotSip from '../../src/registration/register-to-not-sip-uri.js';

const to = (uri: string) => ({ startLine: `REGISTER ${uri} SIP/2.0` });

testRule(contactAction, {
  good: [{ name: 'in a response', text: ok('REGISTER', { Contact: '<sip:a@b>;expires=1;action=proxy' }) }],
  bad: [
    {
      name: 'each contact',
      text: register({ Contact: '<sip:a@b>;<|action=proxy|>;q=1, <sip:c@d>;q=1 ; <|Action = redirect|>' }),
      findings: [{ severity: 'info' }, { severity: 'info' }],
      fixed: register({ Contact: '<sip:a@b>;q=1, <sip:c@d>;q=1' }),
      safety: 'safe',
    },
  ],
});

testRule(userinfo, {
  good: [
    { name: 'a port and parameters', text: register(to('sip:example.com:5060;transport=tcp')) },
    { name: 'another scheme', text: register(to('urn:service:sos')) },
    { name: 'an empty user part, which is a defect of the URI', text: register(to('sip:@example.com')) },
    { name: 'a placeholder', text: register(to('sip:{{user}}@example.com')) },
  ],
  bad: [
    {
      name: 'takes user and password away',
      text: register(to('sip:<|bob:x@|>example.com;lr')),
      fixed: register(to('sip:example.com;lr')),
    },
  ],
});

testRule(toNotSip, {
  good: [
    { name: 'any case of the scheme', text: register({ To: '<SIPS:a@b>' }) },
    { name: 'a placeholder', text: register({ To: '<{{aor}}>' }) },
  ],
  bad: [{ name: 'without brackets', text: register({ To: '<|tel:+15550123|>' }), findings: [{ severity: 'error' }] }],
});

testRule(toTag, {
  good: [{ name: 'a placeholder', text: register({ To: '<sip:a@b>;tag={{tag}}' }) }],
  bad: [
    {
      name: 'takes the tag away',
      text: register({ To: '<sip:a@b> ; <|tag = 1x|> ;x=1' }),
      fixed: register({ To: '<sip:a@b> ;x=1' }),
    },
  ],
});

testRule(starWithoutExpires, {
  good: [
    { name: 'a zero in any spelling', text: register({ Contact: '*', Expires: '000' }) },
    { name: 'an Expires that did not parse', text: register({ Contact: '*', Expires: 'never' }) },
    { name: 'an empty Expires', text: register({ Contact: '*', Expires: '' }) },
    { name: 'a placeholder', text: register({ Contact: '*', Expires: '{{expires}}' }) },
    { name: 'a placeholder for rows', text: register({ Contact: '*', Expires: null, rows: ['{{rows}}'] }) },
    { name: 'not alone in its row', text: register({ Contact: '*, <sip:a@b>' }) },
    { name: 'not alone in its message', text: register({ Contact: ['*', '<sip:a@b>'] }) },
    { name: 'behind another row', text: register({ Contact: ['<sip:a@b>', '*'] }) },
    { name: 'with parameters', text: register({ Contact: '*;expires=0', Expires: null }) },
  ],
  bad: [
    {
      name: 'sets Expires',
      text: register({ Contact: '*', Expires: '<|3600|>' }),
      findings: [{ messageId: 'notZero', severity: 'error' }],
      fixed: register({ Contact: '*', Expires: '0' }),
    },
    {
      name: 'adds Expires',
      text: register({ Contact: '<|*|>', Expires: null }),
      findings: [{ messageId: 'missing' }],
      fixed: register({ Contact: '*', Expires: '0' }),
    },
  ],
});

testRule(contactNotSips, {
  good: [
    { name: 'a star', text: register({ To: '<sips:a@b>', Contact: '*', Expires: '0' }) },
    { name: 'mail', text: register({ To: '<sips:a@b>', Contact: 'mailto:a@b' }) },
    { name: 'removal by the header field', text: register({ To: '<sips:a@b>', Contact: '<sip:a@c>', Expires: '0' }) },
    { name: 'removal by the parameter', text: register({ To: '<sips:a@b>', Contact: '<sip:a@c>;expires=00' }) },
  ],
  bad: [
    {
      name: 'the parameter goes before the header field',
      text: register({ To: '<sips:a@b>', Contact: '<<|sip|>:a@c>;expires=60', Expires: '0' }),
      findings: [{ severity: 'warning' }],
      fixed: register({ To: '<sips:a@b>', Contact: '<sips:a@c>;expires=60', Expires: '0' }),
    },
    { name: 'each contact', text: register({ To: 'sips:a@b', Contact: ['<<|sip|>:a@c>', '<|sip|>:a@d'] }) },
  ],
});

testRule(recordRoute, {
  good: [{ name: 'a failure', text: response(500, 'REGISTER', { 'Record-Route': '<sip:p;lr>' }) }],
  bad: [
    {
      name: 'takes all rows away',
      text: ok('REGISTER', { rows: ['<|Record-Route|>: <sip:p;lr>', 'X: 1', 'record-route: <sip:q;lr>'] }),
      findings: [{ severity: 'warning' }],
      fixed: ok('REGISTER', { rows: ['X: 1'] }),
    },
  ],
});

testRule(contactWithoutExpires, {
  good: [
    { name: 'another method', text: ok('INVITE', { Contact: '<sip:a@b>' }) },
    { name: 'a placeholder', text: ok('REGISTER', { Contact: '{{contacts}}' }) },
    { name: 'an expires that is no number', text: ok('REGISTER', { Contact: '<sip:a@b>;expires=soon' }) },
  ],
  bad: [
    {
      name: 'every value',
      text: ok('REGISTER', { Contact: '<<|sip:a@b|>>;q=1, <|tel:1|>, <sip:c@d>;expires=1' }),
      findings: [{ severity: 'error' }, { severity: 'error' }],
      fixed: null,
    },
    {
      name: 'an Expires header field instead is a warning',
      text: ok('REGISTER', { Contact: '<<|sip:a@b|>>;q=1', Expires: '60' }),
      findings: [{ messageId: 'onlyHeader', severity: 'warning' }],
      fixed: ok('REGISTER', { Contact: '<sip:a@b>;q=1;expires=60', Expires: '60' }),
    },
    {
      name: 'a binding that the request has is an error',
      text: file(register({ Contact: '<sip:a@B>;q=1' }), ok('REGISTER', { Contact: '<<|sip:a@b;ob|>>' })),
      findings: [{ messageId: 'missing', severity: 'error' }],
    },
    {
      name: 'a binding that the request does not have is a warning',
      text: file(
        register({ Contact: '<sip:a@b>' }),
        ok('REGISTER', { Contact: '<sip:a@b>;expires=1, <|mailto:c@d|>' }),
      ),
      findings: [{ messageId: 'missing', severity: 'warning' }],
    },
  ],
});

testRule(sixHundred, {
  bad: [
    {
      name: 'any code of the class',
      text: response(600, 'REGISTER', { startLine: 'SIP/2.0 <|600|> Busy Everywhere' }),
      findings: [{ severity: 'warning' }],
    },
  ],
  good: [{ name: 'another class', text: response(503, 'REGISTER') }],
});
