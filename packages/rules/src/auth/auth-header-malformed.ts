import type { AuthValue, Edit, HeaderField, SipMessage, SyntaxIssue } from '@siplint/core';
import { challenge, credentials } from '../examples/digest.js';
import { register, response } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'auth-header-malformed',
    category: 'auth',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write a challenge or credentials as a scheme and comma-separated parameters',
    docs: {
      what:
        'A value of Authorization, Proxy-Authorization, WWW-Authenticate or Proxy-Authenticate is a scheme, white space, ' +
        'and name=value pairs with commas between them; a value is a token or a quoted string. Of schemes other than ' +
        'Digest only the scheme with something behind it is looked at, since some have data in a form of their own.',
      why:
        'A peer that cannot read the header field takes the request as one without credentials, or the response as one ' +
        'without a challenge: authentication never succeeds.',
      fixSafety: 'Unsafe: a semicolon may also stand where something else is missing.',
      bad: [
        response(401, 'REGISTER', {
          'WWW-Authenticate': 'Digest realm="example.com"<|;|> nonce="84f1c1ae"; stale=FALSE',
        }),
        response(401, 'REGISTER', { 'WWW-Authenticate': 'Digest realm="example.com" <|nonce|>="84f1c1ae"' }),
        register({ Authorization: '<|username="alice", realm="example.com"|>' }),
        register({ Authorization: '<|Digest|>' }),
        register({ Authorization: `${credentials()}, <|integrity-protected|>` }),
        register({ Authorization: `${credentials()}, <|algorithm=|>` }),
        register({ Authorization: `${credentials()}, algorithm=<|MD5/sess|>` }),
        response(401, 'REGISTER', { 'WWW-Authenticate': 'Digest realm=<|"example.com, nonce="84f1c1ae"|>' }),
      ],
      good: [
        response(401, 'REGISTER', {
          'WWW-Authenticate': 'Digest realm="example.com",\r\n nonce="84f1c1ae" , stale = FALSE',
        }),
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ realm: '"a; b, c"' }) }),
        register({ Authorization: 'Bearer mF_9.B5f-4.1JqM/+~==' }),
      ],
    },
    references: [
      { rfc: 3261, section: '25.1' },
      { rfc: 3261, section: '20.7' },
    ],
    fixable: 'unsafe',
    winsOver: ['header-parameter-duplicate'],
    since: '0.1.0',
    messages: {
      scheme: 'Expected a scheme such as Digest and a space before the parameters, found "{found}"',
      nothing: 'Nothing follows the scheme "{scheme}": peers cannot authenticate with it',
      separator: 'Expected a comma between the parameters, found "{found}": parsers stop reading there',
      param: 'Expected a parameter of the form name=value, found "{found}"',
      noValue: 'The parameter "{name}" has no value: leave it out, or write "" where it is a quoted string',
      value: 'The value {value} of "{name}" is no token: put it in quotes if it needs these characters',
      afterString:
        'Something other than a comma follows the quoted value of "{name}", found {value}: parsers stop reading there',
    },
  },
  issues: {
    'auth.scheme-missing': 'scheme',
    'auth.parameter-missing': 'nothing',
    'auth.separator': 'separator',
    'auth.parameter-malformed': 'param',
    'auth.parameter-value-missing': 'noValue',
    'auth.parameter-value-malformed': ({ data }) => (String(data?.value).startsWith('"') ? 'afterString' : 'value'),
  },
  fix(issue, message) {
    if (issue.code !== 'auth.separator') return undefined;
    const edits = commasForSemicolons(issue, message);
    return edits && { title: 'Separate the parameters by commas', edits };
  },
});

/**
 * An edit for each semicolon between two parameters; undefined if something else is wrong between them too, or if the row
 * holds several values, which have to be parted first.
 */
function commasForSemicolons({ field }: SyntaxIssue, message: SipMessage): Edit[] | undefined {
  // The codes of this rule stand in rows of its header fields only.
  const values = (field as HeaderField<AuthValue> | undefined)?.values ?? [];
  const value = values.length === 1 ? values[0]?.partial : undefined;
  if (!value) return undefined;
  const edits: Edit[] = [];
  let at = value.scheme.end;
  for (const [i, param] of value.params.entries()) {
    const gap = message.text.slice(at, param.start).trim();
    const isSeparated = i === 0 ? gap === '' : gap === ',' || gap === ';';
    if (!isSeparated) return undefined;
    if (gap === ';') {
      const semicolon = message.text.indexOf(';', at);
      edits.push({ start: semicolon, end: semicolon + 1, text: ',' });
    }
    at = param.end;
  }
  return at === value.end ? edits : undefined;
}
