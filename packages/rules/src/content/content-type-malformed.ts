import { invite } from '../examples/messages.js';
import { multipart } from '../examples/multipart.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'content-type-malformed',
    category: 'content',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write Content-Type as type/subtype and parameters with values',
    docs: {
      what:
        'Content-Type is a type, "/" and a subtype, with parameters behind semicolons, each a name, "=" and a token ' +
        'or a quoted string. Wildcards are for Accept only. The same holds in the parts of a multipart body.',
      why:
        'A receiver that cannot read the type of a body cannot use it: an INVITE is answered with 400 or 415, and ' +
        'without its session description there is no media.',
      falsePositives: 'A single semicolon at the end is a warning only: most receivers skip it.',
      bad: [
        invite({ 'Content-Type': '<|;charset=utf-8|>' }),
        invite({ 'Content-Type': '<|sdp|>' }),
        invite({ 'Content-Type': '<|application/*|>' }),
        invite({ 'Content-Type': 'application/sdp<|;|>;charset=utf-8' }),
        invite({ 'Content-Type': 'application/sdp<|;|>' }),
        invite({ 'Content-Type': 'application/sdp;<|=utf-8|>' }),
        invite({ 'Content-Type': 'application/sdp;charset=<|utf/8|>' }),
        invite({ 'Content-Type': 'application/sdp;<|charset|>' }),
        invite({ 'Content-Type': 'application/sdp <|charset=utf-8|>' }),
        multipart({ 'Content-Type': '<|text|>' }),
      ],
      good: [
        invite({ c: 'Application / SDP ; charset="utf-8"' }),
        multipart({ 'Content-Type': 'text/plain;charset=utf-8' }, 'hi', {
          'Content-Type': 'multipart/mixed; boundary="b1"',
        }),
        invite({ 'Content-Type': "application/vnd.example+xml;x='a'", body: '<a/>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.15' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: {
      typeMissing: 'Content-Type "{found}" does not begin with a type such as application/sdp',
      subtypeMissing: 'Content-Type "{found}" has no subtype: write it like application/sdp',
      wildcard: 'Content-Type "{found}" holds a wildcard, which is for Accept only: name the type of the body',
      parameterEmpty: 'Content-Type has a semicolon without a parameter behind it',
      trailingSemicolon: 'Content-Type ends in a semicolon without a parameter behind it',
      parameterMalformed: 'Content-Type parameter "{found}" is no name with a value',
      valueMalformed:
        'Value "{value}" of parameter {name} is no token: put it into double quotes, or a semicolon before what follows it',
      valueMissing: 'Content-Type parameter {name} has no value',
      trailingText: 'Text "{found}" follows the media type without a semicolon: a receiver rejects the value',
    },
  },
  issues: {
    'content-type.type-missing': 'typeMissing',
    'content-type.subtype-missing': 'subtypeMissing',
    'content-type.wildcard': 'wildcard',
    'content-type.parameter-empty': 'parameterEmpty',
    'content-type.trailing-semicolon': { messageId: 'trailingSemicolon', ceiling: 'warning' },
    'content-type.parameter-malformed': 'parameterMalformed',
    'content-type.parameter-value-malformed': 'valueMalformed',
    'content-type.parameter-value-missing': 'valueMissing',
    'content-type.trailing-text': 'trailingText',
  },
});
