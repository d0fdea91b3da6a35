import { printable } from '../text/printable.js';
import type { Ladder, LadderMessage, LadderParticipant } from './ladder.js';
import { notesOf, sendingText, sessionText, shownFindings, summaryText } from './wording.js';

/** Characters of a text in a diagram: Mermaid draws texts as they are, however long. */
const LONGEST = 120;

/** The ladder as a Mermaid sequence diagram, for Markdown. */
export function renderMermaid(ladder: Ladder): string {
  const { participants, messages, findings } = ladder;
  const all = overAll(participants);
  // A diagram without a participant has nothing to put a note on.
  const lines = participants.length > 0 ? participants.map(participantLine) : ['participant p1 as SIP'];
  for (const message of messages) {
    const ends = message.from === undefined || message.to === undefined ? undefined : orderedEnds(message);
    const text = escaped(messageText(ladder, message));
    lines.push(ends ? `${message.from}${arrowOf(message)}${message.to}: ${text}` : `Note over ${all}: ${text}`);
    pushFindings(lines, message, ends ?? all);
  }
  pushFindings(lines, { findings }, all);
  for (const note of notesOf(ladder)) lines.push(`Note over ${all}: ${escaped(note)}`);
  const head = ['sequenceDiagram', `accTitle: SIP call flow`, `accDescr: ${escaped(summaryText(ladder))}`];
  return `${head[0]}\n${[...head.slice(1), ...lines].map((line) => `    ${line}\n`).join('')}`;
}

function participantLine({ id, name, address, inferred }: LadderParticipant): string {
  const below = inferred ? 'inferred' : address === undefined || address === name ? '' : address;
  return `participant ${id} as ${escaped(name)}${below === '' ? '' : `<br/>${escaped(below)}`}`;
}

/** Dotted for responses, as sequence diagrams have it; a cross for nothing here. */
function arrowOf({ kind }: LadderMessage): string {
  return kind === 'response' ? '-->>' : '->>';
}

function messageText({ calls }: Ladder, message: LadderMessage): string {
  const call = calls.length > 1 && message.call !== undefined ? `call ${message.call + 1}` : undefined;
  const cseq = message.cseq === undefined ? undefined : `CSeq ${message.cseq}`;
  const session = sessionText(message);
  const details = [session, sendingText(message), call, cseq, `line ${message.line}`].filter(
    (part) => part !== undefined,
  );
  return `${cut(message.label)} (${details.join(', ')})`;
}

function pushFindings(lines: string[], of: Pick<LadderMessage, 'findings'>, over: string): void {
  const { shown, more } = shownFindings(of);
  for (const { severity, ruleId, message, line } of shown) {
    lines.push(`Note over ${over}: ${escaped(`${severity} ${ruleId}, line ${line}: ${cut(message)}`)}`);
  }
  if (more > 0) lines.push(`Note over ${over}: and ${more} more`);
}

function orderedEnds({ from = '', to = '' }: LadderMessage): string {
  return from === to ? from : `${from},${to}`;
}

function overAll(participants: readonly LadderParticipant[]): string {
  const first = participants[0]?.id ?? 'p1';
  const last = participants.at(-1)?.id ?? first;
  return first === last ? first : `${first},${last}`;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/**
 * Text that means nothing to Mermaid: what may end a statement, begin a comment, a directive or markup, or stand for another
 * character is written as an entity code.
 */
function escaped(text: string): string {
  return printable(text).replace(/[^\p{L}\p{M}\p{Nd} .,()/@+=×·…_-]|[ßﬂ]/gu, (character) => {
    return `#${character.codePointAt(0)};`;
  });
}
