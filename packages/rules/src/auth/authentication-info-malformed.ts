import type { SyntaxIssue } from '@siplint/core';
import { ok } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'authentication-info-malformed',
    category: 'auth',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write Authentication-Info as comma-separated parameters without a scheme',
    docs: {
      what:
        'Authentication-Info is a list of nextnonce, qop, rspauth, cnonce and nc, written as name=value pairs with commas ' +
        'between them. No scheme stands in front, and rspauth is made of hex digits.',
      why:
        'A client that reads the scheme as a parameter name drops the header field. It then misses the next nonce, so its ' +
        'next request is challenged again, or it takes the server for an impostor.',
      falsePositives:
        'Servers of other schemes, such as NTLM or TLS-DSK, do put their name in front, and their clients expect it: that ' +
        'is a warning.',
      fixSafety: 'Unsafe: another scheme may give the parameters a meaning of its own.',
      bad: [
        ok('REGISTER', { 'Authentication-Info': '<|Digest|> nextnonce="47364c23"' }),
        ok('REGISTER', { 'Authentication-Info': '<|NTLM|> rspauth="0100", realm="example.com"' }),
        ok('REGISTER', { 'Authentication-Info': 'nextnonce="47364c23"<|;|> qop=auth' }),
        ok('REGISTER', { 'Authentication-Info': '<|47364c23|>' }),
        ok('REGISTER', { 'Authentication-Info': 'nextnonce="47364c23", <|qop=|>' }),
        ok('REGISTER', { 'Authentication-Info': 'nextnonce="47364c23", nc=<|0/1|>' }),
        ok('REGISTER', { 'Authentication-Info': 'qop=auth, rspauth=<|"none"|>, cnonce="0a4f", nc=00000001' }),
      ],
      good: [
        ok('REGISTER', {
          'Authentication-Info': 'nextnonce="47364c23", qop=auth, rspauth="6629fae4", cnonce="0a4f", nc=00000001',
        }),
        ok('REGISTER', { 'Authentication-Info': 'rspauth = "" ,\r\n qop=auth-int' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.6' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      scheme:
        'Authentication-Info has no scheme: clients read "{scheme}" as a parameter name and drop the header field',
      otherScheme:
        'Authentication-Info names the scheme {scheme}, which its grammar has no place for: only clients of that scheme can read it',
      separator: 'Expected a comma between the parameters, found "{found}": parsers stop reading there',
      param: 'Expected a parameter of the form name=value, found "{found}"',
      noValue: 'The parameter "{name}" has no value: leave it out, or write "" where it is a quoted string',
      value: 'The value {value} of "{name}" is no token: put it in quotes if it needs these characters',
      notHex: 'The rspauth "{value}" holds other characters than hex digits: the client cannot verify the server',
    },
  },
  appliesTo: { kinds: ['response'] },
  issues: {
    'authentication-info.scheme': (issue) =>
      isDigest(issue) ? 'scheme' : { messageId: 'otherScheme', ceiling: 'warning' },
    'authentication-info.separator': 'separator',
    'authentication-info.parameter-malformed': 'param',
    'authentication-info.parameter-value-missing': 'noValue',
    'authentication-info.parameter-value-malformed': 'value',
    'authentication-info.rspauth-not-hex': 'notHex',
  },
  fix(issue, message) {
    if (issue.code !== 'authentication-info.scheme' || !isDigest(issue)) return undefined;
    return {
      title: 'Remove the scheme',
      edits: [{ start: issue.start, end: nextWord(issue, message.text), text: '' }],
    };
  },
});

/** True if the scheme in front is Digest, the only one whose parameters the grammar lists. */
function isDigest({ data }: SyntaxIssue): boolean {
  return String(data?.scheme).toLowerCase() === 'digest';
}

/** Where the first parameter behind the scheme starts: white space stands between, maybe with a fold. */
function nextWord({ end }: SyntaxIssue, text: string): number {
  let at = end;
  while (' \t\r\n'.includes(text.charAt(at)) && at < text.length) at++;
  return at;
}
