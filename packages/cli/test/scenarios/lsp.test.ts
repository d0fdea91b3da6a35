import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { BINARY } from './cli.js';

/** A message of the protocol, framed as it goes over the pipe. */
function framed(message: object): string {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

describe('siplint lsp', () => {
  it('is the language server on standard input and output', async () => {
    const server = spawn(process.execPath, [BINARY, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    server.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (output.includes('"id":2')) server.stdin.write(framed({ method: 'exit' }));
    });
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    server.stdin.write(framed({ id: 1, method: 'initialize', params }));
    server.stdin.write(framed({ method: 'initialized', params: {} }));
    server.stdin.write(framed({ id: 2, method: 'shutdown' }));
    const code = await new Promise((resolve) => server.once('exit', resolve));
    assert.equal(code, 0);
    assert.match(output, /"serverInfo":\{"name":"siplint"\}/);
    assert.match(output, /"id":2/);
  });
});
