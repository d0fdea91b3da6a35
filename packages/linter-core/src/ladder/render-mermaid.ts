import { printable } from '../text/printable.js';
import type { Ladder, LadderMessage, LadderParticipant } from './ladder.js';
import { notesOf, placeText, sendingText, sessionText, shownFindings, summaryText } from './wording.js';

/** Characters of a name or label, of a finding, and of a line of it: Mermaid draws texts as they are, however long. */
const LONGEST = { label: 60, finding: 300, line: 70 } as const;

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
  for (const note of notesOf(ladder)) lines.push(`Note over ${all}: ${broken(note)}`);
  const head = ['sequenceDiagram', `accTitle: SIP call flow`, `accDescr: ${escaped(summaryText(ladder))}`];
  return `${head[0]}\n${[...head.slice(1), ...lines].map((line) => `    ${line}\n`).join('')}`;
}

function participantLine({ id, name, address, inferred }: LadderParticipant): string {
  const below = inferred ? 'inferred' : address === undefined || address === name ? '' : address;
  return `participant ${id} as ${escaped(cut(name, LONGEST.label))}${below === '' ? '' : `<br/>${escaped(below)}`}`;
}

/** Dotted for responses, as sequence diagrams have it; a cross for nothing here. */
function arrowOf({ kind }: LadderMessage): string {
  return kind === 'response' ? '-->>' : '->>';
}

function messageText({ calls }: Ladder, message: LadderMessage): string {
  const call = calls.length > 1 && message.call !== undefined ? `call ${message.call + 1}` : undefined;
  const cseq = message.cseq === undefined ? undefined : `CSeq ${message.cseq}`;
  const session = sessionText(message);
  const details = [session, sendingText(message), call, cseq, placeText(message)].filter((part) => part !== undefined);
  return `${cut(message.label, LONGEST.label)} (${details.join(', ')})`;
}

function pushFindings(lines: string[], of: Pick<LadderMessage, 'findings'>, over: string): void {
  const { shown, more } = shownFindings(of);
  for (const finding of shown) {
    const { severity, ruleId, message } = finding;
    lines.push(
      `Note over ${over}: ${broken(cut(`${severity} ${ruleId}, ${placeText(finding)}: ${message}`, LONGEST.finding))}`,
    );
  }
  if (more > 0) lines.push(`Note over ${over}: and ${more} more`);
}

/** From left to right. */
function orderedEnds({ from = '', to = '' }: LadderMessage): string {
  const positionOf = (id: string) => Number(id.slice(1));
  if (from === to) return from;
  return positionOf(from) < positionOf(to) ? `${from},${to}` : `${to},${from}`;
}

function overAll(participants: readonly LadderParticipant[]): string {
  const first = participants[0]?.id ?? 'p1';
  const last = participants.at(-1)?.id ?? first;
  return first === last ? first : `${first},${last}`;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}

/** A longer text in lines. */
function broken(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= LONGEST.line) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.map(escaped).join('<br/>');
}

/**
 * Text that means nothing to Mermaid: what may end a statement, begin a comment, a directive or markup, or stand for another
 * character is written as an entity code.
 */
function escaped(text: string): string {
  return printable(text)
    .replace(/[^\p{L}\p{M}\p{Nd} .,:()/@+=×·…"'_-]|:(?! )|[ßﬂ]/gu, (character) => `#${character.codePointAt(0)};`)
    .replace(/^(no)?wrap:/i, (word) => `${word.slice(0, -1)}#58;`);
}
