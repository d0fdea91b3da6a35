import {
  type BodyPart,
  contentDispositions,
  defineRule,
  type FixPlan,
  type HeaderField,
  handlingValues,
  insertAt,
  lookupContentDisposition,
  lookupHandlingValue,
  nearest,
  paramOf,
  type RuleContext,
  type SipMessage,
  type SyntaxIssue,
  type TokenValue,
  typoDistance,
} from '@siplint/core';
import { invite } from '../examples/messages.js';
import { multipart } from '../examples/multipart.js';
import { withContentLength } from '../shared/message/content-length.js';
import { unquotedRange, unquotedValue } from '../shared/values/quoted-param.js';

const messages = {
  typeMissing: 'Content-Disposition "{found}" does not begin with a type such as session',
  parameterEmpty: 'Content-Disposition has a semicolon without a parameter behind it',
  parameterMalformed: 'Content-Disposition parameter "{found}" is no name with a value',
  valueMalformed: 'Value "{value}" of parameter {name} is no token: it must stand in double quotes',
  semicolonMissing:
    'In "{value}" a semicolon is missing before the next parameter: a receiver rejects or ignores the value',
  valueMissing: 'Content-Disposition parameter {name} has no value behind its "="',
  trailingText:
    'Text "{found}" follows the disposition type without a semicolon: a receiver rejects or ignores the value',
  unknownType:
    'Disposition type "{type}" is not registered: a receiver that must understand it answers 415{suggestion}',
  unknownHandling: 'Handling "{value}" is neither required nor optional: a receiver takes it for required{suggestion}',
} as const;

export default defineRule({
  meta: {
    id: 'content-disposition-malformed',
    category: 'content',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write Content-Disposition as a type and parameters behind semicolons',
    docs: {
      what:
        'Content-Disposition is a token, the disposition type, with parameters behind semicolons, each a name, "=" ' +
        'and a token or a quoted string. The same holds in the parts of a multipart body.',
      why:
        'It tells whether a body is the session description, an attachment or something to show, and whether the ' +
        'request fails if it is not understood. A receiver that cannot read it answers 400 or takes the body for ' +
        'something else.',
      falsePositives:
        'A missing semicolon between two parameters is a warning, since the examples of RFC 3261 §23 lack it themselves. ' +
        'A disposition type or a value of "handling" that is not registered is legal by the grammar and at most an information.',
      fixSafety: 'Unsafe: where a semicolon is missing is a guess.',
      bad: [
        invite({ 'Content-Disposition': '<|;handling=required|>' }),
        invite({ 'Content-Disposition': 'session<|;|>' }),
        invite({ 'Content-Disposition': 'session;<|=optional|>' }),
        invite({ 'Content-Disposition': 'attachment; filename=<|smime.p7m handling=required|>' }),
        invite({ 'Content-Disposition': 'session;<|handling=|>' }),
        invite({ 'Content-Disposition': 'session <|handling=optional|>' }),
        invite({ 'Content-Disposition': '<|sesion|>' }),
        invite({ 'Content-Disposition': 'session;handling=<|mandatory|>' }),
        multipart({ 'Content-Type': 'text/plain', 'Content-Disposition': 'attachment;filename=<|a b.txt|>' }),
      ],
      good: [
        invite({ 'Content-Disposition': 'session;handling=optional' }),
        invite({ 'Content-Disposition': 'Early-Session ; Handling = "required"' }),
        multipart({ 'Content-Type': 'text/plain', 'Content-Disposition': 'attachment; filename="a b;c.txt"; size=4' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.11' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages,
  },
  create: () => ({
    syntax: {
      'content-disposition.type-missing': (issue, context) =>
        context.report({ messageId: 'typeMissing', at: issue, data: { found: String(issue.data?.found) } }),
      'content-disposition.parameter-empty': (issue, context) =>
        context.report({ messageId: 'parameterEmpty', at: issue }),
      'content-disposition.parameter-malformed': (issue, context) =>
        context.report({ messageId: 'parameterMalformed', at: issue, data: { found: String(issue.data?.found) } }),
      'content-disposition.parameter-value-malformed'(issue, context) {
        const value = String(issue.data?.value);
        const fix = addSemicolon(issue, context.message);
        // The examples of RFC 3261 §23.3 and §23.4 lack this semicolon themselves, so receivers have met it.
        if (fix) context.report({ messageId: 'semicolonMissing', at: issue, data: { value }, ceiling: 'warning', fix });
        else
          context.report({ messageId: 'valueMalformed', at: issue, data: { name: String(issue.data?.name), value } });
      },
      'content-disposition.parameter-value-missing': (issue, context) =>
        context.report({ messageId: 'valueMissing', at: issue, data: { name: String(issue.data?.name) } }),
      'content-disposition.trailing-text'(issue, context) {
        const found = String(issue.data?.found);
        context.report({
          messageId: 'trailingText',
          at: issue,
          data: { found },
          fix: addSemicolon(issue, context.message),
        });
      },
    },
    headers: { 'Content-Disposition': (field, context) => judge(field, context) },
    body(part: BodyPart, context) {
      const field = part.parent && part.field('Content-Disposition');
      if (field) judge(field, context);
    },
  }),
});

/** Extension tokens are legal, so what is not registered stays an information. */
function judge(field: HeaderField<TokenValue>, context: RuleContext<typeof messages>): void {
  const { value: disposition } = field;
  if (!disposition) return;
  const { token } = disposition;
  const common = { ceiling: 'info', ceilingAlways: true } as const;
  if (!lookupContentDisposition(token.text)) {
    const suggestion = suggest(token.text, contentDispositions());
    context.report({ messageId: 'unknownType', at: token, data: { type: token.text, suggestion }, ...common });
  }
  const handling = paramOf(disposition, 'handling');
  if (!handling?.value || lookupHandlingValue(unquotedValue(handling))) return;
  const value = unquotedValue(handling);
  const suggestion = suggest(value, handlingValues());
  context.report({ messageId: 'unknownHandling', at: unquotedRange(handling), data: { value, suggestion }, ...common });
}

function suggest(word: string, registered: readonly { readonly name: string }[]): string {
  const near = nearest(
    word.toLowerCase(),
    registered.map(({ name }) => name),
    typoDistance(word),
  );
  return near === undefined ? '' : ` (did you mean ${near}?)`;
}

/** A value or nothing, then white space, then `name=`, as if a semicolon stood between. */
const MISSING_SEMICOLON = /^((?:[^\s";,]+|"[^"\\]*")?)\s+[-.!%*_+`'~\w]+\s*=/;

function addSemicolon({ start, end }: SyntaxIssue, message: SipMessage): FixPlan | undefined {
  // Text behind the type begins behind the white space.
  let from = start;
  while (from > 0 && /\s/.test(message.text[from - 1] ?? '')) from--;
  const isTrailing = from < start;
  const match = MISSING_SEMICOLON.exec(message.text.slice(isTrailing ? from : start, end));
  if (!match) return undefined;
  const at = isTrailing ? from : start + (match[1]?.length ?? 0);
  return { title: 'Insert the missing semicolon', edits: withContentLength(insertAt(at, ';'), message) };
}
