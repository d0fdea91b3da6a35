import type { StartLine } from './message.js';

/** Stand-in until start-line.ts is there. */
export function isPlausibleStartLine(text: string, start: number, end: number): boolean {
  const line = text.slice(start, end);
  return /^[-A-Za-z0-9.!%*_+`'~\udfff]+ .* SIP\/\S*\s*$/i.test(line) || /^SIP\/\S* +\d{3}( |$)/i.test(line);
}

export function parseStartLine(text: string, start: number, end: number): StartLine {
  const line = text.slice(start, end);
  const node = (from: number, to: number) => ({ start: start + from, end: start + to, text: line.slice(from, to) });
  const request = /^([-A-Za-z0-9.!%*_+`'~\udfff]+) (.*) (SIP\/\S*)$/i.exec(line);
  if (request) {
    const [, method = '', uri = '', version = ''] = request;
    return {
      kind: 'request',
      start,
      end,
      method: node(0, method.length),
      requestUri: {
        start: start + method.length + 1,
        end: start + method.length + 1 + uri.length,
        value: undefined,
        partial: undefined,
      },
      version: node(line.length - version.length, line.length),
      issues: [],
    };
  }
  const status = /^(SIP\/\S*) (\d{3})(?: (.*))?$/i.exec(line);
  if (status) {
    const [, version = '', code = ''] = status;
    return {
      kind: 'response',
      start,
      end,
      version: node(0, version.length),
      statusCode: Number(code),
      code: node(version.length + 1, version.length + 4),
      reasonPhrase: node(Math.min(line.length, version.length + 5), line.length),
      issues: [],
    };
  }
  return { kind: 'unrecognized', start, end, issues: [{ code: 'start-line.unrecognized', start, end }] };
}
