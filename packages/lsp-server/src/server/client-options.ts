import type { InitializeParams } from 'vscode-languageserver';
import type { RulePages } from '../service/index.js';

/** What a client says of itself when it begins. */
export interface ClientOptions {
  /** False in a workspace that is not trusted: configurations and plugins that are code do not run. */
  readonly isTrusted: boolean;
  readonly rulePages: RulePages;
  /** True if it has the command that shows the call flow. */
  readonly canShowFlow: boolean;
  /** The configuration file that holds for all documents, relative to the workspace folder. */
  readonly configFile: string | undefined;
  /** True if a CR alone ends no line in it, whatever the protocol says: so do Neovim, Vim and Emacs. */
  readonly endsLinesAtLf: boolean;
  /** True if it knows snippets. */
  readonly canFillBlanks: boolean;
}

/**
 * Reads `{ trusted, rulePages, callFlow, configPath }` from `initializationOptions`; what is missing, or of another type, is passed over.
 */
export function clientOptionsOf({ initializationOptions, capabilities, clientInfo }: InitializeParams): ClientOptions {
  const value: unknown = initializationOptions;
  const options = typeof value === 'object' && value !== null ? value : {};
  const pages = 'rulePages' in options && typeof options.rulePages === 'string' ? options.rulePages : undefined;
  const config = 'configPath' in options && typeof options.configPath === 'string' ? options.configPath : '';
  return {
    isTrusted: !('trusted' in options) || options.trusted !== false,
    endsLinesAtLf: /vim|emacs|eglot/i.test(clientInfo?.name ?? ''),
    configFile: config === '' ? undefined : config,
    canFillBlanks: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    canShowFlow: 'callFlow' in options && options.callFlow === true,
    // A plugin's rule has its page elsewhere, if it has one.
    rulePages: (id) => (pages === undefined || id.includes('/') ? undefined : `${pages}/${id}.md`),
  };
}
