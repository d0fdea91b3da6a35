/** How the stored octets relate to the wire: see the documentation of `.sip` files. */
export type EolSetting = 'auto' | 'as-is' | 'crlf';

/** `braces`: `{{name}}`. `dollar`: `${name}`. `sipp`: SIPp keywords such as `[call_id]`. */
export type PlaceholderSyntax = 'braces' | 'dollar' | 'sipp';

/** What the configuration says about reading a file. */
export interface InputSettings {
  readonly wire: { readonly eol: EolSetting };
  /** `auto`: what a `.sip` file may hold, braces and dollar. An empty list turns placeholders off. */
  readonly placeholders: 'auto' | readonly PlaceholderSyntax[];
  /** True if the text is one raw packet of a capture: no separators, no directives, line ends as sent. */
  readonly isPacket?: boolean;
}

export const DEFAULT_INPUT_SETTINGS: InputSettings = { wire: { eol: 'auto' }, placeholders: 'auto' };
