import assert from 'node:assert/strict';
import {
  type CompletionList,
  commands,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  MarkdownString,
  Position,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
} from 'vscode';
import { inEditor, openFile, WRONG } from './editor.js';

/** A call without a fault. */
const CALL = 'call.sip';

describe('reading a message', () => {
  inEditor();

  it('needs no suffix: the first line tells what it is', async () => {
    assert.equal((await openFile(WRONG)).document.languageId, 'sip');
    assert.equal((await openFile('captured-response')).document.languageId, 'sip');
  });

  it('is explained on hover', async () => {
    const { document } = await openFile(WRONG);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new Position(2, 3),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
      .join('\n');
    assert.match(text, /Max\\-Forwards[\s\S]*mandatory/);
  });

  it('and writing it goes on by completion', async () => {
    const { document } = await openFile(WRONG);
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new Position(8, 3),
    );
    assert.ok(items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'Supported'));
  });

  it('has an outline', async () => {
    const { document } = await openFile(CALL);
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name.split(' ')[0]),
      ['INVITE', '100', '180', '200', 'ACK', 'BYE', '200'],
    );
  });

  it('has folds', async () => {
    const { document } = await openFile(CALL);
    const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const invite = folds.find(({ start }) => start === lineOf(document, 'INVITE sip:'));
    assert.equal(invite?.end, lineOf(document, 'm=audio 49170'));
  });

  it('leads from a response to its request', async () => {
    const { document } = await openFile(CALL);
    const at = document.getText().indexOf('z9hG4bK74bf9;received');
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      document.positionAt(at),
    );
    assert.deepEqual(
      found.map((one) => ('range' in one ? one.range : one.targetRange).start.line),
      [lineOf(document, 'branch=z9hG4bK74bf9')],
    );
  });

  it('has hints of what a response answers', async () => {
    const { document } = await openFile(CALL);
    const all = new Range(0, 0, document.lineCount, 0);
    const hints = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
    const ringing = hints.find(({ position }) => position.line === lineOf(document, 'SIP/2.0 180'));
    const label =
      typeof ringing?.label === 'string' ? ringing.label : ringing?.label.map(({ value }) => value).join('');
    assert.equal(label, `answers INVITE, line ${lineOf(document, 'INVITE sip:') + 1}`);
  });

  it('has colours of what the words mean', async () => {
    const { document } = await openFile(WRONG);
    const ask = <T>(what: string) =>
      commands.executeCommand<T>(`vscode.provideDocumentSemanticTokens${what}`, document.uri);
    const { tokenTypes } = await ask<SemanticTokensLegend>('Legend');
    const { data } = await ask<SemanticTokens>('');
    const [line, character, length, type = -1] = data;
    assert.deepEqual([line, character, length, tokenTypes[type]], [0, 0, 'OPTIONS'.length, 'keyword']);
    assert.ok(data.length / 5 > 20, String(data.length));
  });
});

function lineOf(document: TextDocument, text: string): number {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, text);
  return document.positionAt(at).line;
}
