import { options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'accept-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'List media types in Accept',
    docs: {
      what:
        'Each element of Accept is type/subtype, type/* or */*, with parameters behind semicolons. An empty value is legal, ' +
        'and so is white space around "/".',
      why:
        'The receiver picks the format of a body by it. From an element it cannot read it learns nothing, and answers 415 ' +
        'or 406, or sends a body that is not understood.',
      bad: [
        options({ Accept: '<|sdp|>' }),
        options({ Accept: 'text/plain, <|*/sdp|>' }),
        options({ Accept: '<|/sdp|>' }),
        options({ Accept: 'application/sdp <|text/plain|>' }),
      ],
      good: [
        options({ Accept: 'application/sdp;level=1, text/*;q=0.3, */*' }),
        options({ Accept: 'application / sdp ; x="a,b"' }),
        options({ Accept: '' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.1' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: {
      type: 'Accept element "{found}" has no type before the "/": write it as in application/sdp',
      subtype: 'Accept element "{found}" has no subtype: write it as in application/sdp',
      wildcard: 'Accept element "{found}" has a subtype behind the type "*": only */* may have that type',
      trailing: '"{found}" stands behind an Accept element without a comma or a ";" before it',
    },
  },
  issues: {
    'accept.type-missing': 'type',
    'accept.subtype-missing': 'subtype',
    'accept.wildcard-type': 'wildcard',
    'accept.trailing-text': 'trailing',
  },
});
