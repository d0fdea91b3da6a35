import type { SipMessage } from '@siplint/core';
import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import type { SipDocument } from '../../document.js';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from './legend.js';
import { addSessionTokens } from './session-tokens.js';
import { type Token, TokenSink } from './token-sink.js';
import { addFieldTokens, addUri } from './value-tokens.js';

export { TOKEN_MODIFIERS, TOKEN_TYPES } from './legend.js';

/** Colours from the tree, for the whole document or the messages of a range. */
export function semanticTokensOf(document: SipDocument, range?: Range): SemanticTokens {
  const { start, end } = range ? document.offsetsOf(range) : { start: 0, end: document.text.length };
  const tokens: Token[] = document.file.trivia
    .filter((trivia) => trivia.start <= end && start <= trivia.end)
    .map((trivia) => ({ ...trivia, type: 'comment', modifier: undefined }));
  for (const message of document.messages) {
    if (message.offset <= end && start <= message.offset + message.end) {
      for (const token of tokensOf(message)) tokens.push(token);
    }
  }
  return { data: encoded(document, tokens) };
}

function tokensOf(message: SipMessage): readonly Token[] {
  const sink = new TokenSink(message.offset);
  const { startLine } = message;
  if (startLine.kind === 'request') {
    sink.add(startLine.method, 'keyword');
    if (startLine.requestUri.value) addUri(startLine.requestUri.value, sink);
    sink.add(startLine.version, 'macro');
  } else if (startLine.kind === 'response') {
    sink.add(startLine.version, 'macro');
    sink.add(startLine.code, 'number');
    sink.add(startLine.reasonPhrase, 'string');
  }
  for (const field of message.fields) addFieldTokens(field, sink);
  addSessionTokens(message, sink);
  return sink.tokens;
}

/** Five numbers a token, relative to the one before (LSP). Tokens stay within a line and do not overlap. */
function encoded(document: SipDocument, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let end = 0;
  for (const token of [...tokens].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (token.start < end) continue;
    end = token.end;
    for (const piece of linesOf(document.text, token)) {
      const position = document.positionAt(piece.start);
      const isSameLine = position.line === line;
      data.push(
        position.line - line,
        isSameLine ? position.character - character : position.character,
        piece.end - piece.start,
        TOKEN_TYPES.indexOf(token.type),
        token.modifier === undefined ? 0 : 1 << TOKEN_MODIFIERS.indexOf(token.modifier),
      );
      ({ line, character } = position);
    }
  }
  return data;
}

/** The pieces of a token on its lines, without line ends. */
function* linesOf(text: string, { start, end }: Token): Generator<{ readonly start: number; readonly end: number }> {
  for (const { index, 0: line } of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    yield { start: start + index, end: start + index + line.length };
  }
}
