import assert from 'node:assert/strict';
import type { SipMessage } from '../../src/syntax/message.js';
import { read } from '../input/samples.js';

const START = 'OPTIONS sip:bob@example.com SIP/2.0\r\n';

/** The only message of a text. */
function parse(text: string, eol: 'auto' | 'as-is' = 'auto'): SipMessage {
  const { messages } = read(text, { wire: { eol } });
  const [message] = messages;
  assert.ok(message);
  assert.equal(messages.length, 1);
  return message;
}

/** `code "text it stands at"`, of the frame. */
function issues(message: SipMessage): string[] {
  return [...message.startLine.issues, ...message.issues].map(
    ({ code, start, end }) => `${code.replace('frame.', '')} ${JSON.stringify(message.text.slice(start, end))}`,
  );
}

describe('rows of the header section', () => {
  const table: readonly { name: string; row: string; field: [name: string, canonical: string, value: string] }[] = [
    { name: 'a registered name', row: 'Call-ID: 1@a', field: ['Call-ID', 'Call-ID', '1@a'] },
    { name: 'another case', row: 'CALL-id: 1@a', field: ['CALL-id', 'Call-ID', '1@a'] },
    { name: 'a compact form', row: 'i: 1@a', field: ['i', 'Call-ID', '1@a'] },
    { name: 'a compact form in upper case', row: 'I:1@a', field: ['I', 'Call-ID', '1@a'] },
    { name: 'an unregistered name', row: 'X-Thing: 1', field: ['X-Thing', 'x-thing', '1'] },
    { name: 'white space around the colon', row: 'Subject \t :  lunch \t', field: ['Subject', 'Subject', 'lunch'] },
    { name: 'no value', row: 'Subject:', field: ['Subject', 'Subject', ''] },
    { name: 'a value of white space', row: 'Subject:  \t ', field: ['Subject', 'Subject', ''] },
    {
      name: 'folds',
      row: 'Subject: I know\r\n\tyou are\r\n  there',
      field: ['Subject', 'Subject', 'I know\r\n\tyou are\r\n  there'],
    },
    { name: 'a value in the fold only', row: 'Subject:\r\n lunch', field: ['Subject', 'Subject', 'lunch'] },
    { name: 'colons in the value', row: 'To: sip:a:b', field: ['To', 'To', 'sip:a:b'] },
    {
      name: 'a start line as value',
      row: 'Subject : BYE sip:a SIP/2.0',
      field: ['Subject', 'Subject', 'BYE sip:a SIP/2.0'],
    },
    { name: 'every token character', row: "a-.!%*_+`'~9: b", field: ["a-.!%*_+`'~9", "a-.!%*_+`'~9", 'b'] },
    { name: 'a prototype key', row: '__proto__: b', field: ['__proto__', '__proto__', 'b'] },
  ];
  for (const { name, row, field } of table) {
    it(name, () => {
      const message = parse(`${START}${row}\r\nVia: x\r\n\r\n`);
      const [first, second] = message.fields;
      assert.deepEqual([first?.name, first?.canonicalName, first?.rawValue], field);
      assert.equal(first?.end, START.length + row.length + 2);
      assert.equal(second?.name, 'Via');
      assert.deepEqual(issues(message), []);
      assert.equal(message.field(field[1]), first);
    });
  }

  it('chains rows of one name, whatever their spelling', () => {
    const message = parse(`${START}Via: a\r\nv: b\r\nTo: t\r\nVIA: c\r\n\r\n`);
    assert.deepEqual(
      message.fieldsNamed('Via').map(({ rawValue }) => rawValue),
      ['a', 'b', 'c'],
    );
  });
});

describe('defects of the frame', () => {
  const table: readonly {
    name: string;
    text: string;
    eol?: 'as-is';
    issues: string[];
    rows?: string[];
    body?: string;
  }[] = [
    { name: 'a CR in a value', text: `${START}Subject: lunch\rtoday\r\n\r\n`, issues: ['stray-cr "\\r"'] },
    { name: 'a CR behind a backslash', text: `${START}Subject: "a\\\r"\r\n\r\n`, issues: ['stray-cr "\\r"'] },
    {
      name: 'CRs in two values',
      text: `${START}Subject: a\rb\r\nTo: c\rd\r\n\r\n`,
      issues: ['stray-cr "\\r"', 'stray-cr "\\r"'],
    },
    {
      name: 'CR CR LF at every line, which is one defect',
      text: `${START}Subject: a\r\nTo: b\r\n\r\n`.replaceAll('\r\n', '\r\r\n'),
      issues: ['doubled-cr "\\r"'],
      rows: ['Subject=a', 'To=b'],
    },
    {
      name: 'a CR in the start line',
      text: 'OPTIONS sip:bob\r@example.com SIP/2.0\r\nTo: b\r\n\r\n',
      issues: ['stray-cr "\\r"'],
    },
    {
      name: 'a CR in a fold',
      text: `${START}Subject: a\r\n b\rc\r\nTo: b\r\n\r\n`,
      issues: ['stray-cr "\\r"'],
      rows: ['Subject=a\r\n b\rc', 'To=b'],
    },
    {
      name: 'a line without a colon',
      text: `${START}Subject lunch\r\nTo: b\r\n\r\n`,
      issues: ['line-without-colon "Subject lunch"'],
      rows: ['To=b'],
    },
    {
      name: 'two lines without a colon, and a fold of one',
      text: `${START}Subject lunch\r\nPriority urgent\r\n now\r\nTo: b\r\n\r\n`,
      issues: ['line-without-colon "Subject lunch"', 'line-without-colon "Priority urgent"'],
      rows: ['To=b'],
    },
    {
      name: 'a last line without a colon',
      text: `${START}To: b\r\nSubject lunch\r\n\r\n`,
      issues: ['line-without-colon "Subject lunch"'],
    },
    {
      name: 'a body without an empty line before it',
      text: `${START}Content-Length: 10\r\nv=0\r\ns=-\r\n`,
      issues: ['body-without-separator "Content-Length: 10"'],
      body: 'v=0\r\ns=-\r\n',
    },
    {
      name: 'the same with a blank line at its end',
      text: `${START}To: b\r\nv=0\r\na=rtpmap:0 PCMU/8000\r\n\r\n`,
      issues: ['body-without-separator "To: b"'],
      body: 'v=0\r\na=rtpmap:0 PCMU/8000\r\n',
    },
    {
      name: 'XML without an empty line before it',
      text: `${START}To: b\r\n<x xmlns="urn:y">\r\n</x>\r\n`,
      issues: ['body-without-separator "To: b"'],
      body: '<x xmlns="urn:y">\r\n</x>\r\n',
    },
    {
      name: 'white space behind the start line',
      text: `${START} Via: a\r\nTo: b\r\n\r\n`,
      issues: ['continuation-without-header " Via: a"'],
      rows: ['Via=a', 'To=b'],
    },
    {
      name: 'an indented header section',
      text: `${START}  Via: a\r\n  ;b\r\n  To: b\r\n\r\n`,
      issues: ['continuation-without-header "  Via: a"'],
      rows: ['Via=a\r\n  ;b', 'To=b'],
    },
    {
      name: 'a continuation that is no header field',
      text: `${START} SIP/2.0\r\nTo: b\r\n\r\n`,
      issues: ['continuation-without-header " SIP/2.0"'],
      rows: ['To=b'],
    },
    {
      name: 'a name with a space, which still counts as the field it means',
      text: `${START}Content Type: application/sdp\r\n\r\n`,
      issues: ['name-not-token "Content Type"'],
      rows: ['Content-Type=application/sdp'],
    },
    { name: 'no name', text: `${START}: b\r\nTo: b\r\n\r\n`, issues: ['name-not-token ":"'], rows: ['=b', 'To=b'] },
    {
      name: 'a name that is not ASCII',
      text: `${START}Gr\u00f6\u00dfe: b\r\nTo: b\r\n\r\n`,
      issues: ['name-not-token "Gr\u00f6\u00dfe"'],
    },
    {
      name: 'a fold of white space before another fold',
      text: `${START}Subject: lunch\r\n   \r\n today\r\n\r\n`,
      issues: ['fold-blank "   "'],
    },
    {
      name: 'a fold of white space before a header field',
      text: `${START}Subject: lunch\r\n\t\r\nTo: b\r\n\r\n`,
      issues: ['fold-blank "\\t"'],
    },
    { name: 'two such lines', text: `${START}Subject: lunch\r\n  \r\n \r\n today\r\n\r\n`, issues: ['fold-blank " "'] },
    { name: 'a fold of white space before the empty line', text: `${START}Subject: lunch\r\n   \r\n\r\n`, issues: [] },
    {
      name: 'a fold of white space at the end',
      text: `${START}Subject: lunch\r\n   `,
      issues: ['separator-missing "   "'],
    },
    { name: 'only a start line', text: START, issues: [`separator-missing ${JSON.stringify(START.trimEnd())}`] },
    {
      name: 'LF in a message with CRLF',
      text: `${START}To: b\nSubject: c\n\r\n`,
      issues: ['line-end-not-crlf "To: b\\n"'],
    },
    {
      name: 'LF counted as sent',
      text: `${START}To: b\r\n\r\n`.replaceAll('\r\n', '\n'),
      eol: 'as-is',
      issues: [`line-end-not-crlf ${JSON.stringify(START.replace('\r', ''))}`],
    },
    { name: 'LF as text form', text: `${START}To: b\r\n\r\n`.replaceAll('\r\n', '\n'), issues: [] },
    { name: 'LF in a body only', text: `${START}To: b\r\n\r\nv=0\ns=-\n`, issues: [], body: 'v=0\ns=-\n' },
    {
      name: 'a broken start line',
      text: 'INVITE sip:bob@example.com\r\nVia: a\r\nTo: b\r\n\r\n',
      issues: ['start-line.unrecognized "INVITE sip:bob@example.com"'],
      rows: ['Via=a', 'To=b'],
    },
    {
      name: 'no start line',
      text: 'Via: a\r\nTo: b\r\n\r\n',
      issues: ['start-line.unrecognized "Via: a"'],
      rows: ['Via=a', 'To=b'],
    },
  ];
  for (const { name, text, eol, issues: expected, rows, body } of table) {
    it(name, () => {
      const message = parse(text, eol);
      assert.deepEqual(issues(message), expected);
      if (rows)
        assert.deepEqual(
          message.fields.map(({ canonicalName, rawValue }) => `${canonicalName}=${rawValue}`),
          rows,
        );
      if (body !== undefined) assert.equal(message.text.slice(message.body.start, message.body.end), body);
    });
  }

  it('counts the lines whose end is odd', () => {
    const [issue] = parse(`${START}To: b\nSubject: c\n\r\n`).issues;
    assert.deepEqual(issue?.data, { count: 2, found: 'LF' });
  });

  it('reports LF as sent once a file', () => {
    const text = `${START}To: b\r\n\r\n`.replaceAll('\r\n', '\n');
    const { messages } = read(text + text, { wire: { eol: 'as-is' } });
    assert.deepEqual(
      messages.map((message) => message.issues.length),
      [1, 0],
    );
  });

  it('leaves a value with a stray CR unread', () => {
    const message = parse(`${START}CSeq: 1\rOPTIONS\r\nTo: b\r\n\r\n`);
    assert.equal(message.field('CSeq')?.isReadable, false);
    assert.deepEqual(message.field('CSeq')?.values, []);
    assert.equal(message.field('To')?.isReadable, true);
  });
});

describe('line ends of a message', () => {
  const table: readonly [text: string, lineEnds: string][] = [
    [`${START}To: b\r\n\r\n`, 'crlf'],
    [`${START}To: b\r\n\r\nv=0\n`, 'crlf'],
    ['OPTIONS sip:a SIP/2.0\nTo: b\n\n', 'lf'],
    ['OPTIONS sip:a SIP/2.0\rTo: b\r\r', 'cr'],
    [`${START}To: b\n\r\n`, 'mixed'],
    ['OPTIONS sip:a SIP/2.0', 'none'],
  ];
  for (const [text, lineEnds] of table) it(JSON.stringify(text), () => assert.equal(parse(text).lineEnds, lineEnds));
});
