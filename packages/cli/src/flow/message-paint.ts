import { type LadderMessage, sendingText, sessionText } from '@siplint/core/ladder';
import type { Colors } from '../terminal/colors.js';
import { printable } from '../terminal/printable.js';
import type { Paint } from './cell-row.js';

/** The colour of a message: requests, and each class of responses, have their own; retransmissions are pale. */
export function paintOf({ kind, status = 0, repeats }: LadderMessage, colors: Colors): Paint {
  if (repeats !== undefined) return colors.dim;
  if (kind !== 'response') return kind === 'request' ? colors.cyan : colors.magenta;
  if (status < 200) return colors.blue;
  if (status < 300) return colors.green;
  return status < 400 ? colors.yellow : colors.red;
}

/** The label of a message, and the marks behind it from the most to the least telling. */
export function labelParts(message: LadderMessage): { readonly label: string; readonly marks: readonly string[] } {
  const marks = [sendingText(message), sessionText(message)].filter((mark) => mark !== undefined);
  return { label: printable(message.label), marks };
}
