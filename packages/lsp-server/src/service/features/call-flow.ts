import { buildLadder, renderMermaid, renderSvg, type SvgTheme } from '@siplint/core/ladder';
import type { Range } from 'vscode-languageserver-types';
import type { SipDocument } from '../document.js';

/** The call flow of a document, as `siplint flow` draws it. */
export interface CallFlow {
  /** Each message is a group with its index in `data-message`. */
  readonly svg: string;
  readonly mermaid: string;
  /** Where the messages that are drawn stand. */
  readonly messages: readonly { readonly index: number; readonly range: Range }[];
}

export function callFlowOf(document: SipDocument, theme: SvgTheme = 'auto'): CallFlow {
  const { source, config, result, messages, path } = document;
  const ladder = buildLadder(source, config.input, { findings: result.findings });
  return {
    svg: renderSvg(ladder, { title: path.slice(path.lastIndexOf('/') + 1), theme }),
    mermaid: renderMermaid(ladder),
    messages: ladder.messages.flatMap(({ index }) => {
      const message = messages[index];
      return message ? [{ index, range: document.rangeIn(message, { start: 0, end: message.end }) }] : [];
    }),
  };
}
