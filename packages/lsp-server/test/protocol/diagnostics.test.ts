import assert from 'node:assert/strict';
import { DiagnosticRefreshRequest } from 'vscode-languageserver-protocol/node';
import { TestClient } from './test-client.js';

const URI = 'file:///fixtures/options.sip';
const OPTIONS = [
  'OPTIONS sip:carol@chicago.example SIP/2.0',
  'Via: SIP/2.0/UDP pc33.atlanta.example;branch=z9hG4bKhjhs8ass877',
  'Max-Forwards: 70',
  'To: <sip:carol@chicago.example>',
  'From: Alice <sip:alice@atlanta.example>;tag=1928301774',
  'Call-ID: a84b4c76e66710',
  'CSeq: 63104 OPTIONS',
  'Contact: <sip:alice@pc33.atlanta.example>',
  'Accept: application/sdp',
  'Content-Length: 0',
  '',
  '',
];

describe('diagnostics', () => {
  for (const [name, eol] of [
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ] as const) {
    it(`stand at the defect, as the client asks for them (${name})`, async () => {
      const client = await TestClient.start();
      try {
        const wrong = OPTIONS.map((line) => line.replace('63104 OPTIONS', '63104 INVITE')).join(eol);
        await client.open(URI, wrong);
        const [diagnostic, ...others] = await client.pull(URI);
        assert.deepEqual(others, []);
        assert.equal(diagnostic?.code, 'cseq-method-mismatch');
        assert.deepEqual(diagnostic?.range, { start: { line: 6, character: 12 }, end: { line: 6, character: 18 } });
        await client.change(URI, 2, {
          range: { start: { line: 6, character: 12 }, end: { line: 6, character: 18 } },
          text: 'OPTIONS',
        });
        assert.deepEqual(await client.pull(URI), []);
        assert.deepEqual(client.pushed, []);
        assert.deepEqual(client.log, []);
      } finally {
        await client.stop();
      }
    });
  }

  it('are sent to a client that does not ask', async () => {
    const client = await TestClient.start({ capabilities: {} });
    try {
      assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
      await client.open(URI, OPTIONS.filter((line) => !line.startsWith('Call-ID')).join('\r\n'));
      const { diagnostics, version } = await client.nextPush();
      assert.equal(version, 1);
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ['missing-call-id'],
      );
    } finally {
      await client.stop();
    }
  });

  it('are asked for again if they were before the document came', async () => {
    const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
    const client = await TestClient.start({ capabilities });
    try {
      const refreshed = new Promise<void>((resolve) => {
        client.connection.onRequest(DiagnosticRefreshRequest.type, () => resolve());
      });
      assert.deepEqual(await client.pull(URI), []);
      await client.open(URI, OPTIONS.filter((line) => !line.startsWith('Call-ID')).join('\r\n'));
      await refreshed;
      assert.equal((await client.pull(URI)).length, 1);
    } finally {
      await client.stop();
    }
  });
});
