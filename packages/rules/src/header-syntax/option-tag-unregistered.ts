import {
  defineRule,
  type HeaderField,
  type LintFile,
  lookupOptionTag,
  nearest,
  optionTags,
  type RuleContext,
  type TextNode,
  typoDistance,
} from '@siplint/core';
import { invite, response } from '../examples/messages.js';
import { perFile } from '../shared/once/per-file.js';
import { type KnownNames, nameListSchema } from '../shared/values/known-names.js';

interface Options extends KnownNames {
  /** True if Supported is looked at as well, where private tags are common. */
  readonly supported: boolean;
}

const messages = {
  similar: 'Option tag "{tag}" in {header} is not registered, did you mean {suggestion}? The peer does not know it',
  unknown: 'Option tag "{tag}" in {header} is not registered: only a peer with the same private extension knows it',
} as const;

export default defineRule({
  meta: {
    id: 'option-tag-unregistered',
    category: 'header-syntax',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: ['recommended'],
    title: 'Name registered option tags',
    docs: {
      what:
        'Require and Proxy-Require, and Supported where the option "supported" says so, name only option tags that IANA ' +
        'registers for RFCs of the standards track. Case does not matter.',
      why:
        'A server answers 420 to a request that requires an extension it does not know, a proxy to an unknown one in ' +
        'Proxy-Require. With a misspelled tag the call fails; in Supported the extension is never used.',
      falsePositives:
        'Private tags work between those who know them: name them in the option "known". The list of registered tags is ' +
        'that of the siplint version. A 421 and a request that a 420 answers in the same file are not judged.',
      bad: [
        invite({ Require: '<|nothingSupportsThis|>' }),
        invite({ 'Proxy-Require': '<|sec-agre|>' }),
        invite({ Supported: 'replaces, <|x-own|>' }),
      ],
      good: [
        invite({ Require: '100REL', 'Proxy-Require': 'sec-agree', Supported: 'timer, replaces' }),
        response(421, 'INVITE', { Require: 'nothingSupportsThis' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.9' },
      { rfc: 3261, section: '19.2' },
      { rfc: 3261, section: '20.32' },
      { rfc: 3261, section: '20.37' },
    ],
    options: {
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: {
          known: nameListSchema('Option tags that are not registered and known to both sides'),
          supported: { type: 'boolean', description: 'Whether Supported is judged as well' },
        },
      },
      default: { known: [], supported: false },
      strict: { known: [], supported: true },
    },
    since: '0.1.0',
    messages,
  },
  create: ({ known, supported }: Options) => {
    const knownTags = new Set(known.map((tag) => tag.toLowerCase()));
    return { headers: { Require: judge, 'Proxy-Require': judge, ...(supported && { Supported: judge }) } };

    function judge(field: HeaderField<TextNode>, context: RuleContext<typeof messages>): void {
      for (const { value } of field.values) {
        if (!value || lookupOptionTag(value.text) || knownTags.has(value.text.toLowerCase())) continue;
        const { message, file } = context;
        if (message.statusCode === 421 || refusedRequests(file).has(message.index)) return;
        const header = field.canonicalName;
        if (context.once(`${header} ${value.text.toLowerCase()}`)) report(value, header, context);
      }
    }
  },
});

function report(tag: TextNode, header: string, context: RuleContext<typeof messages>): void {
  const spelled = tag.text.toLowerCase();
  const names = optionTags().map(({ name }) => name);
  const suggestion = nearest(spelled, names, Math.min(2, typoDistance(spelled)));
  const data = { tag: tag.text, header };
  if (suggestion === undefined) context.report({ messageId: 'unknown', at: tag, data });
  else context.report({ messageId: 'similar', at: tag, data: { ...data, suggestion } });
}

/** Which requests, by their index, a 420 of the same file answers: the server has told already. */
const refusedRequests = perFile((file: LintFile): ReadonlySet<number | undefined> => {
  const requests = new Set<number | undefined>();
  for (const message of file.readMessages()) {
    if (message.statusCode === 420) requests.add(file.requestOf(message)?.index);
  }
  return requests;
});
