import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import type { CallFlow } from '../../src/service/index.js';
import { TestClient } from './test-client.js';

const URI = 'file:///fixtures/call.sip';
/** Two messages with characters of several octets in front of what is asked about; `eol` ends their lines. */
const call = (eol: string): string =>
  [
    '# RFC 3261 §24.2',
    'OPTIONS sip:carol@chicago.example SIP/2.0',
    'Via: SIP/2.0/UDP pc33.atlanta.example;branch=z9hG4bKhjhs8ass877',
    'Max-Forwards: 70',
    'To: <sip:carol@chicago.example>',
    'From: "Zoë 🙂" <sip:alice@atlanta.example>;tag=1928301774',
    'Call-ID: a84b4c76e66710',
    'CSeq: 63104 OPTIONS',
    'Contact: <sip:alice@pc33.atlanta.example>',
    'accept:application/sdp',
    'Content-Length: 5',
    '',
    'SIP/2.0 200 OK',
    'Via: SIP/2.0/UDP pc33.atlanta.example;branch=z9hG4bKhjhs8ass877;received=192.0.2.4',
    'To: <sip:carol@chicago.example>;tag=93810874',
    'From: "Zoë 🙂" <sip:alice@atlanta.example>;tag=1928301774',
    'Call-ID: a84b4c76e66710',
    'CSeq: 63104 OPTIONS',
    'Allow: INVITE, ACK, CANCEL, OPTIONS, BYE',
    'Accept: application/sdp',
    'Accept-Encoding: gzip',
    'Accept-Language: en',
    'Supported: foo',
    'Content-Length: 0',
    '',
    '',
  ].join(eol);

for (const [name, eol] of [
  ['CRLF', '\r\n'],
  ['LF', '\n'],
] as const) {
  describe(`features over the protocol (${name})`, () => {
    const text = call(eol);
    const lines = text.split(eol);
    let client: TestClient;

    before(async () => {
      client = await TestClient.start({
        capabilities: { textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } } },
        initializationOptions: { callFlow: true, rulePages: 'docs:/rules' },
      });
      await client.open(URI, text);
    });
    after(async () => {
      await client.stop();
      assert.deepEqual(client.log, []);
    });

    /** The document and the place of a text, counted from 0. */
    const at = (needle: string, nth = 1): lsp.TextDocumentPositionParams => {
      let found = -1;
      const line = lines.findIndex((one) => one.includes(needle) && ++found === nth - 1);
      return { textDocument: { uri: URI }, position: { line, character: (lines[line]?.indexOf(needle) ?? 0) + 1 } };
    };
    const document = { textDocument: { uri: URI } };
    const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };

    it('shows where a rule is documented', async () => {
      const [diagnostic] = await client.pull(URI);
      assert.equal(diagnostic?.code, 'content-length-exceeds-body');
      assert.equal(diagnostic?.codeDescription?.href, 'docs:/rules/content-length-exceeds-body.md');
    });

    it('offers fixes', async () => {
      const diagnostics = [...(await client.pull(URI))];
      const actions = await client.connection.sendRequest(lsp.CodeActionRequest.type, {
        ...document,
        range: whole,
        context: { diagnostics },
      });
      const titles = actions?.map(({ title }) => title) ?? [];
      assert.ok(
        titles.some((title) => /Content-Length/.test(title)),
        titles.join(),
      );
    });

    it('explains', async () => {
      const hover = await client.connection.sendRequest(lsp.HoverRequest.type, at('Zoë'));
      assert.equal(hover, null);
      const header = await client.connection.sendRequest(lsp.HoverRequest.type, at('Max-Forwards'));
      assert.ok(
        lsp.MarkupContent.is(header?.contents) && header.contents.value.includes('In OPTIONS requests: mandatory'),
      );
    });

    it('completes', async () => {
      const items = await client.connection.sendRequest(lsp.CompletionRequest.type, at('foo'));
      assert.ok(Array.isArray(items) && items.some(({ label }) => label === '100rel'));
    });

    it('knows the outline', async () => {
      const symbols = await client.connection.sendRequest(lsp.DocumentSymbolRequest.type, document);
      assert.deepEqual(
        symbols?.map(({ name: symbol }) => symbol),
        ['OPTIONS', '200 OK (OPTIONS)'],
      );
      const folds = await client.connection.sendRequest(lsp.FoldingRangeRequest.type, document);
      assert.deepEqual(
        folds?.map(({ startLine, endLine }) => [startLine, endLine]),
        [
          [1, 10],
          [12, 23],
        ],
      );
      const { textDocument, position } = at('alice@pc33');
      const ranges = await client.connection.sendRequest(lsp.SelectionRangeRequest.type, {
        textDocument,
        positions: [position],
      });
      assert.equal(ranges?.length, 1);
    });

    it('ties names together', async () => {
      const definition = await client.connection.sendRequest(lsp.DefinitionRequest.type, at('1928301774', 2));
      assert.ok(definition && 'range' in definition);
      assert.equal(definition.range.start.line, 5);
      assert.equal(definition.range.start.character, lines[5]?.indexOf('1928301774'));
      const references = await client.connection.sendRequest(lsp.ReferencesRequest.type, {
        ...at('1928301774'),
        context: { includeDeclaration: true },
      });
      assert.equal(references?.length, 2);
      const highlights = await client.connection.sendRequest(lsp.DocumentHighlightRequest.type, at('z9hG4bK'));
      assert.equal(highlights?.length, 2);
    });

    it('renames, and says why not', async () => {
      const params = at('1928301774');
      const range = await client.connection.sendRequest(lsp.PrepareRenameRequest.type, params);
      assert.ok(range);
      const edit = await client.connection.sendRequest(lsp.RenameRequest.type, { ...params, newName: 'x' });
      assert.equal(edit?.changes?.[URI]?.length, 2);
      const refusal = client.connection.sendRequest(lsp.RenameRequest.type, { ...params, newName: 'a;b' });
      await assert.rejects(refusal, /a tag is a token/);
    });

    it('formats', async () => {
      const edits = await client.connection.sendRequest(lsp.DocumentFormattingRequest.type, {
        ...document,
        options: { tabSize: 2, insertSpaces: true },
      });
      assert.deepEqual(
        edits?.map(({ newText }) => newText),
        ['Accept', ': ', '0'],
      );
      const none = await client.connection.sendRequest(lsp.DocumentRangeFormattingRequest.type, {
        ...document,
        range: { start: { line: 14, character: 0 }, end: { line: 20, character: 0 } },
        options: { tabSize: 2, insertSpaces: true },
      });
      assert.deepEqual(none, []);
    });

    it('colours, hints, links and lenses', async () => {
      const tokens = await client.connection.sendRequest(lsp.SemanticTokensRequest.type, document);
      assert.ok((tokens?.data.length ?? 0) > 100);
      const hints = await client.connection.sendRequest(lsp.InlayHintRequest.type, { ...document, range: whole });
      assert.deepEqual(
        hints?.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join(''))),
        ['really 0', 'answers OPTIONS, line 2'],
      );
      const links = await client.connection.sendRequest(lsp.DocumentLinkRequest.type, document);
      assert.deepEqual(
        links?.map(({ target }) => target),
        ['https://www.rfc-editor.org/rfc/rfc3261#section-24.2'],
      );
      const lenses = await client.connection.sendRequest(lsp.CodeLensRequest.type, document);
      assert.deepEqual(
        lenses?.map(({ command }) => command?.title),
        ['OPTIONS, 1 response · show call flow', 'recompute Content-Length'],
      );
    });

    it('draws the call flow', async () => {
      const flow = await client.connection.sendRequest<CallFlow>('siplint/callFlow', { ...document, theme: 'light' });
      assert.deepEqual(
        flow.messages.map(({ index, range }) => [index, range.start.line]),
        [
          [0, 1],
          [1, 12],
        ],
      );
    });

    it('answers from the newest text when the document changes meanwhile', async () => {
      const uri = `file:///fixtures/changing-${name}.sip`;
      await client.open(uri, text);
      const asked = client.connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument: { uri } });
      void client.change(uri, 2, { text: '' });
      const behind = client.connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument: { uri } });
      const [symbols] = [await asked];
      assert.ok(symbols?.length === 2 || symbols?.length === 0);
      assert.deepEqual(await behind, []);
      assert.deepEqual(await client.pull(uri), []);
    });

    it('does not answer what was cancelled, and knows nothing of what is not open', async () => {
      const source = new lsp.CancellationTokenSource();
      const hover = client.connection.sendRequest(lsp.HoverRequest.type, at('Max-Forwards'), source.token);
      source.cancel();
      const outcome = await hover.then(
        () => 'answered',
        (error: unknown) => (error instanceof lsp.ResponseError ? error.code : error),
      );
      assert.ok(outcome === 'answered' || outcome === lsp.LSPErrorCodes.RequestCancelled, String(outcome));
      const elsewhere = { textDocument: { uri: 'file:///nowhere.sip' }, position: { line: 9, character: 9 } };
      assert.equal(await client.connection.sendRequest(lsp.HoverRequest.type, elsewhere), null);
    });
  });
}
