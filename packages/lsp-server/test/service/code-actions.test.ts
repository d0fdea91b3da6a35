import assert from 'node:assert/strict';
import type { CodeAction, CodeActionContext } from 'vscode-languageserver-types';
import { codeActionsOf, diagnosticsOf, type SipDocument } from '../../src/service/index.js';
import { documentOf, edited, optionsRequest, URI } from './documents.js';

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

function actionsOf(document: SipDocument, context: Partial<CodeActionContext> = {}): CodeAction[] {
  const whole = { diagnostics: diagnosticsOf(document, () => undefined), ...context };
  return codeActionsOf(document, whole, { canConfigure: true, rulePages: (id) => `docs:/${id}.md` });
}

function textBehind(document: SipDocument, action: CodeAction | undefined): string {
  return edited(document, action?.edit?.changes?.[URI] ?? []);
}

describe('code actions', () => {
  for (const [name, eol] of [
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ] as const) {
    const wrongMethod = optionsRequest((text) => text.replace('63104 OPTIONS', '63104 INVITE'), eol);
    const other = optionsRequest((text) => text.replaceAll('a84b4c76e66710', 'other').replace('hjhs8', 'other'), eol);
    const twice = other + wrongMethod;

    it(`fix what is wrong (${name})`, () => {
      const wrongLength = optionsRequest((text) => text.replace('Content-Length: 0', 'Content-Length: 7'), eol);
      const document = documentOf(wrongLength);
      const [fix] = actionsOf(document);
      assert.equal(fix?.isPreferred, true);
      assert.equal(textBehind(document, fix), optionsRequest(undefined, eol));
    });

    it(`disable a rule for its message or the file (${name})`, () => {
      const document = documentOf(twice);
      const titles = ['Disable cseq-method-mismatch for this message', 'Disable cseq-method-mismatch for this file'];
      for (const title of titles) {
        const action = actionsOf(document).find((one) => one.title === title);
        const behind = documentOf(textBehind(document, action));
        assert.deepEqual(behind.result.findings, [], title);
        assert.equal(behind.text.split(eol).length, document.text.split(eol).length + 1);
      }
    });
  }

  it('lead to the configuration and to the page of the rule', () => {
    const document = documentOf(optionsRequest((text) => text.replace('63104 OPTIONS', '63104 INVITE')));
    const commands = actionsOf(document).flatMap(({ command }) => (command ? [command] : []));
    assert.deepEqual(
      commands.map(({ command, arguments: args }) => [command, ...(args ?? [])]),
      [
        ['siplint.disableInConfiguration', URI, 'cseq-method-mismatch'],
        ['siplint.openRulePage', 'cseq-method-mismatch'],
      ],
    );
  });

  it('fix all in lines that differ, and only when asked', () => {
    const wrong = optionsRequest((text) =>
      text.replace('Content-Length: 0', 'Content-Length: 7').replace('SIP/2.0\n', 'sip/2.0\n'),
    );
    const document = documentOf(optionsRequest() + wrong);
    assert.ok(!actionsOf(document).some(({ kind }) => kind === 'source.fixAll.siplint'));
    for (const only of [['source'], ['source.fixAll'], ['source.fixAll.siplint']]) {
      const [action, ...others] = actionsOf(document, { only });
      assert.deepEqual(others, []);
      assert.equal(textBehind(document, action), optionsRequest() + optionsRequest());
      assert.deepEqual(
        action?.edit?.changes?.[URI]?.map(({ range }) => range.start.line),
        [11, 20],
      );
    }
  });

  it('offer nothing for diagnostics of others, or of an older text', () => {
    const document = documentOf(optionsRequest((text) => text.replace('63104 OPTIONS', '63104 INVITE')));
    const [diagnostic] = diagnosticsOf(document, () => undefined);
    assert.ok(diagnostic);
    assert.deepEqual(actionsOf(document, { diagnostics: [{ ...diagnostic, source: 'another' }] }), []);
    assert.deepEqual(actionsOf(document, { diagnostics: [{ ...diagnostic, range: WHOLE }] }), []);
  });
});
