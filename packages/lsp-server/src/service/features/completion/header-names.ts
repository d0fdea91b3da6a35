import { HEADER_FIELDS, type HeaderDefinition, presenceOf, type SipMessage } from '@siplint/core';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Suggestion } from './suggestion.js';

/** Header fields that may stand in this message, those that it must have and has not yet first. */
export function headerNames(message: SipMessage): readonly Suggestion[] {
  return HEADER_FIELDS.filter((definition) => isWelcome(definition, message)).map((definition) => {
    const { name, compact, purpose, references, deprecated } = definition;
    return {
      label: name,
      kind: CompletionItemKind.Field,
      text: `${name}: `,
      detail: compact === undefined ? purpose : `${purpose} Compact form ${compact}.`,
      references,
      deprecated,
      rank: rankOf(definition, message),
    };
  });
}

/** Neither twice what may stand once, nor what the tables of RFC 3261 have no place for. */
function isWelcome({ name, multiplicity }: HeaderDefinition, message: SipMessage): boolean {
  return (multiplicity !== 'single' || !message.has(name)) && presenceIn(message, name) !== '-';
}

function rankOf({ name, deprecated }: HeaderDefinition, message: SipMessage): number {
  if (deprecated) return 9;
  const presence = presenceIn(message, name);
  if ((presence === 'm' || presence === 'm*' || presence === 't' || presence === 'c') && !message.has(name)) return 1;
  return 5;
}

function presenceIn(message: SipMessage, header: string) {
  const { method, kind, statusCode } = message;
  return method === undefined ? undefined : presenceOf(header, method, kind === 'response' ? statusCode : undefined);
}
