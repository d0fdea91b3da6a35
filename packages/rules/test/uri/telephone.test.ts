import { testRule } from '@siplint/core/testing';
import { file, invite, line, ok, options, request } from '../../src/examples/messages.js';
import notNormalized from '../../src/style/telephone-subscriber-not-normalized.js';
import phoneMissing from '../../src/uri/sip-uri-user-phone-missing.js';
import notANumber from '../../src/uri/sip-uri-user-phone-not-a-number.js';
import outsideUser from '../../src/uri/tel-parameters-outside-userinfo.js';

const contact = (uri: string) => options({ Contact: `<${uri}>` });
const phone = (user: string) => contact(`sip:${user}@h;user=phone`);

testRule(notNormalized, {
  good: [
    { name: 'the order of RFC 3261', text: phone('+1;isub=1;postd=2;cic=1;ext=2;phone-context=h') },
    { name: 'the order of RFC 3966', text: phone('1;ext=1;phone-context=h;cic=1') },
    { name: 'values of unknown parameters', text: phone('+1;x=Y') },
    { name: 'no parameters', text: phone('+1-ABC') },
    { name: 'escapes', text: phone('1;phone-context=%2B1') },
    { name: 'no user=phone', text: contact('sip:+1;B=1;a=1@h') },
    { name: 'no number', text: phone('bob;B=1;a=1') },
  ],
  bad: [
    {
      name: 'isub and postd first',
      text: phone('+1;<|ext=1;postd=2;isub=3|>'),
      findings: [{ severity: 'hint' }],
      fixed: phone('+1;isub=3;postd=2;ext=1'),
    },
    { name: 'names, known values', text: phone('+1;<|ISUB=A;X=Y|>'), fixed: phone('+1;isub=a;x=Y') },
    {
      name: 'keeps an order that is right',
      text: phone('1;<|ext=1;PHONE-context=h;cic=1|>'),
      fixed: phone('1;ext=1;phone-context=h;cic=1'),
    },
    { name: 'once a call', text: file(phone('+1;<|b;a|>'), line('---'), phone('+1;b;a')) },
  ],
});

testRule(phoneMissing, {
  good: [
    { name: 'digits alone', text: contact('sip:1234@h') },
    { name: 'another user', text: contact('sip:+1234@h;user=ip') },
    { name: 'no number', text: contact('sip:+1a@h') },
    { name: 'no digit', text: contact('sip:+-.@h') },
    { name: 'a sign of the keypad', text: contact('sip:+1*2@h') },
    { name: 'tel', text: contact('tel:+1') },
    { name: 'user=phone meant for a bare URI', text: options({ Contact: 'sip:+1@h;user=phone' }) },
    { name: 'a placeholder', text: contact('sip:+1{{n}}@h') },
  ],
  bad: [
    {
      name: 'separators and parameters',
      text: contact('<|sips:+1(2)-3.4;ext=5;x@h;lr?a=b|>'),
      findings: [{ severity: 'info', data: { user: '+1(2)-3.4;ext=5;x' } }],
      fixed: contact('sips:+1(2)-3.4;ext=5;x@h;lr;user=phone?a=b'),
    },
    {
      name: 'a bare URI',
      text: options({ Contact: '<|sip:+1@h|>;x' }),
      fixed: options({ Contact: '<sip:+1@h;user=phone>;x' }),
    },
    { name: 'the Request-URI', text: options({ startLine: 'OPTIONS <|sip:+1@h|> SIP/2.0' }) },
    {
      name: 'once a call, user and host',
      text: file(
        invite({ To: '<<|sip:+1@h|>>', Contact: '<sip:+1@h:5070>', From: '<<|sip:+2@h|>>;tag=1' }),
        line('---'),
        ok('INVITE', { To: '<sip:+1@h>;tag=2', From: '<sip:+2@h>;tag=1', Contact: '<<|sip:+1@g|>>' }),
      ),
    },
  ],
});

testRule(notANumber, {
  good: [
    ...['anonymous', 'UNAVAILABLE', 'Restricted', 'unknown'].map((user) => ({ name: user, text: phone(user) })),
    { name: 'a number', text: phone('+358-555-1234567') },
    { name: 'keypad, pauses and hex letters', text: phone('*AbC%23(1)p2w') },
    { name: 'parameters of any kind', text: phone('1;phone-context=+1;x;y=%41') },
    { name: 'before a password', text: contact('sip:1:x@h;user=phone') },
    { name: 'no user', text: contact('sip:h;user=phone') },
    { name: 'another user', text: contact('sip:bob@h;user=ip') },
    { name: 'a placeholder', text: phone('{{number}}') },
  ],
  bad: [
    {
      name: 'a name',
      text: contact('sip:bob@h;<|User=PHONE|>;x'),
      findings: [{ severity: 'info', data: { user: 'bob' } }],
      fixed: contact('sip:bob@h;x'),
    },
    { name: 'an escape that is no sign of a number', text: contact('sip:1%202@h;<|user=phone|>') },
    { name: 'an empty parameter', text: contact('sip:1;;x@h;<|user=phone|>') },
    { name: 'a plus in the middle', text: contact('sip:1+2@h;<|user=phone|>') },
    {
      name: 'once a call',
      text: file(
        invite({ To: '<sip:x@h;<|user=phone|>>' }),
        line('---'),
        request('CANCEL', { To: '<sip:x@h;user=phone>' }),
      ),
    },
  ],
});

testRule(outsideUser, {
  good: [
    { name: 'no user=phone', text: contact('sip:1@h;ext=1') },
    { name: 'no number', text: contact('sip:bob@h;ext=1;user=phone') },
    { name: 'in the user part as well', text: contact('sip:1;EXT=1@h;ext=1;user=phone') },
    { name: 'other parameters', text: contact('sip:1@h;cpc=ordinary;user=phone') },
  ],
  bad: [
    {
      name: 'moves all of them',
      text: contact('sip:+1;isub=1@h;<|Postd=p2|>;user=phone;tsp=a.b;lr'),
      findings: [{ severity: 'info', data: { names: 'Postd, tsp' } }],
      fixed: contact('sip:+1;isub=1;Postd=p2;tsp=a.b@h;user=phone;lr'),
    },
    {
      name: 'not where the user part does not admit the value',
      text: contact('sip:1@h;<|ext=[1]|>;user=phone'),
      fixed: null,
    },
    {
      name: 'before a password',
      text: contact('sip:1:x@h;user=phone;<|ext=2|>'),
      fixed: contact('sip:1;ext=2:x@h;user=phone'),
    },
    { name: 'From and To', text: invite({ To: '<sip:1@h;user=phone;<|ext=2|>>' }) },
  ],
});
