import { METHODS, STATUS_CODES } from '@siplint/core';
import { rules } from '@siplint/rules';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { blank, type Suggestion } from './suggestion.js';

/** First lines of messages, and the directives that may stand above them. */
export function startLines(prefix: string): readonly Suggestion[] {
  if (/^SIP\/2\.0\s/i.test(prefix)) return statusCodes();
  if (/\s/.test(prefix)) return [{ label: 'SIP/2.0', kind: CompletionItemKind.Keyword }];
  return [
    ...METHODS.map(
      ({ name, purpose, references }): Suggestion => ({
        label: name,
        kind: CompletionItemKind.Keyword,
        text: `${name} sip:${blank(1, 'user')}@${blank(2, 'example.com')} SIP/2.0`,
        isSnippet: true,
        detail: purpose,
        references,
      }),
    ),
    { label: 'SIP/2.0', kind: CompletionItemKind.Keyword, detail: 'Status line of a response' },
  ];
}

function statusCodes(): readonly Suggestion[] {
  return STATUS_CODES.map(({ code, reason, references, deprecated }) => ({
    label: `${code} ${reason}`,
    kind: CompletionItemKind.EnumMember,
    references,
    deprecated,
  }));
}

const DIRECTIVES: readonly (readonly [name: string, detail: string])[] = [
  ['siplint-disable-next-message', 'these rules do not judge the next message'],
  ['siplint-disable', 'these rules rest from here on'],
  ['siplint-enable', 'these rules work again'],
  ['siplint-disable-file', 'these rules do not judge the file'],
  ['siplint-expect', 'the next message has exactly these findings'],
  ['siplint-set', 'what the messages do not say: transport, direction, time, role'],
];

const VALUES = ['transport=udp', 'transport=tcp', 'transport=tls', 'direction=in', 'direction=out', 'complete=yes'];

export function directives(prefix: string): readonly Suggestion[] {
  if (/^#\s*siplint-set\s/.test(prefix)) return VALUES.map((label) => ({ label, kind: CompletionItemKind.Property }));
  if (/^#\s*siplint-[a-z-]+\s/.test(prefix)) {
    return rules.map(({ meta }) => ({
      label: meta.id,
      kind: CompletionItemKind.Reference,
      detail: meta.title,
      ...(meta.references && { references: meta.references }),
    }));
  }
  return DIRECTIVES.map(([label, detail]) => ({ label, kind: CompletionItemKind.Keyword, detail }));
}
