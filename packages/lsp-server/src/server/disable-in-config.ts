import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { URI } from 'vscode-uri';
import { isMap, parseDocument } from 'yaml';

/** A configuration that cannot be changed by itself, with what the user can do. */
export class CannotConfigure extends Error {
  override readonly name = 'CannotConfigure';
}

const NEW_CONFIG = 'siplint.config.yaml';

/**
 * The edit that turns a rule off in a configuration file, or makes one in the folder if there is none.
 * @throws {CannotConfigure} if the configuration is code, or cannot be read
 */
export function disableInConfig(file: string | undefined, folder: string, ruleId: string): WorkspaceEdit {
  const target = file ?? path.join(folder, NEW_CONFIG);
  const uri = URI.file(target).toString();
  if (file === undefined || !existsSync(file)) {
    const newText = `extends: recommended\nrules:\n  ${ruleId}: off\n`;
    const start = { line: 0, character: 0 };
    return {
      documentChanges: [
        { kind: 'create', uri },
        { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
      ],
    };
  }
  const before = readFileSync(file, 'utf8');
  return { changes: { [uri]: [{ range: wholeOf(before), newText: withRuleOff(file, before, ruleId) }] } };
}

function withRuleOff(file: string, text: string, ruleId: string): string {
  const suffix = path.extname(file);
  if (suffix === '.yaml' || suffix === '.yml') return yamlWithRuleOff(file, text, ruleId);
  if (suffix !== '.json' && suffix !== '.jsonc') {
    throw new CannotConfigure(`${path.basename(file)} is code: add "${ruleId}": "off" to its rules by hand`);
  }
  const own = path.basename(file) === 'package.json' ? ['siplint'] : [];
  const edits = modify(text, [...own, 'rules', ruleId], 'off', {
    formattingOptions: { insertSpaces: !/^\t/m.test(text), tabSize: 2 },
  });
  return applyEdits(text, edits);
}

function yamlWithRuleOff(file: string, text: string, ruleId: string): string {
  const document = parseDocument(text);
  const isUsable = document.errors.length === 0 && (document.contents === null || isMap(document.contents));
  if (!isUsable) throw new CannotConfigure(`${path.basename(file)} cannot be read: mend it first`);
  document.setIn(['rules', ruleId], 'off');
  return document.toString();
}

function wholeOf(text: string) {
  return { start: { line: 0, character: 0 }, end: { line: text.split(/\r\n|\r|\n/).length, character: 0 } };
}
