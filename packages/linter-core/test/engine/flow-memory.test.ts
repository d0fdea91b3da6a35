import assert from 'node:assert/strict';
import { defineRule, FileMemory, lintEdited, SourceText } from '@siplint/core';
import { strictConfig } from '@siplint/core/testing';
import { sip, type Written } from '../flow/sip-for-tests.js';

const CALLS = ['c1', 'c2', 'c3'] as const;

/** A request and its answer. */
function callOf(callId: string, changes: Written = {}): string {
  const request: Written = { method: 'OPTIONS', callId, via: callId, ...changes };
  return `${sip(request)}\r\n${sip({ ...request, status: 200, to: 'B' })}\r\n`;
}

describe('flows of a text that is edited', () => {
  const judged: string[] = [];
  let asks: 'nothing' | 'once' | 'file' = 'nothing';
  const watch = defineRule({
    meta: { id: 'watch', category: 'test', severity: 'error', title: 'Test', messages: { bad: 'Bad' } },
    create: () => ({
      flow(flow, context) {
        judged.push(flow.callId);
        if (asks === 'once') context.once('x');
        if (asks === 'file') assert.ok(context.file);
        const [first] = flow.messages;
        if (first?.text.includes('Subject: bad')) context.report({ messageId: 'bad', in: first });
      },
    }),
  });
  const config = strictConfig([watch]);

  /** The flows that are judged as the text becomes each of these, the first of which is new. */
  function judgedAt(...texts: readonly string[]): string[] {
    const memory = new FileMemory();
    return texts.map((text) => {
      judged.splice(0);
      lintEdited(SourceText.fromString(text), 'a.sip', config, memory);
      return judged.join();
    });
  }
  const text = (second: Written = {}) => CALLS.map((callId) => callOf(callId, callId === 'c2' ? second : {})).join('');

  beforeEach(() => {
    asks = 'nothing';
  });

  it('are judged again only where a message of them was touched', () => {
    const subject = { rows: ['Subject: good'] };
    // What stands before an edited message is read again, and what stands last where nothing was edited.
    assert.deepEqual(judgedAt(text(), text(subject), text(subject)), ['c1,c2,c3', 'c1,c2', 'c3']);
  });

  it('are judged again where something is found in them', () => {
    const bad = text({ rows: ['Subject: bad'] });
    assert.deepEqual(judgedAt(bad, bad), ['c1,c2,c3', 'c2,c3']);
  });

  for (const asked of ['once', 'file'] as const) {
    it(`are judged again where a rule asked for more: ${asked}`, () => {
      asks = asked;
      assert.deepEqual(judgedAt(text(), text()), ['c1,c2,c3', 'c1,c2,c3']);
    });
  }

  it('are judged again where the file says something else of them', () => {
    const complete = (value: string) => `# siplint-set complete=${value}\r\n${text()}`;
    assert.deepEqual(judgedAt(complete('yes'), complete('no'))[1], 'c1,c2,c3');
    const timed = (time: string) => `# siplint-set time=${time}\r\n${text()}`;
    assert.deepEqual(judgedAt(timed('1'), timed('2'))[1], 'c1');
  });

  it('are judged again where another call has to do with them', () => {
    const tagged = { method: 'MESSAGE', to: 'B', from: 'A' };
    const two = callOf('c1', tagged) + callOf('c2', { ...tagged, via: 'other' });
    assert.deepEqual(judgedAt(two, two)[1], 'c1,c2');
  });
});
