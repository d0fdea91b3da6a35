import type { Finding } from '../engine/finding.js';
import type { MessageReader } from '../engine/lint-file.js';
import { FlowBuilder } from '../flow/flow-builder.js';
import { DEFAULT_FLOW_LIMITS } from '../flow/open-flows.js';
import { JoinedReader } from '../input/joined-reader.js';
import type { InputSettings } from '../input/settings.js';
import { SipFileReader } from '../input/sip-file-reader.js';
import { JoinedText } from '../text/joined-text.js';
import type { PiecedText } from '../text/pieced-text.js';
import type { SourceText } from '../text/source-text.js';
import type { LineView } from '../text/source-view.js';
import { Calls } from './calls.js';
import { Elements } from './elements.js';
import { EndFinder } from './ends.js';
import { type Exchange, loneExchange, takeExchanges } from './exchange.js';
import type { Ladder, LadderEvidence, LadderFinding, LadderMessage } from './ladder.js';
import { Participants } from './participants.js';
import { type Row, readRow } from './row.js';
import { sessionRoleOf } from './session-role.js';
import { surveyElements } from './survey.js';

export interface LadderOptions {
  /** Findings to pin to the messages that they are about. */
  readonly findings?: readonly Finding[];
  /** Only the messages of these Call-IDs; of all if there are none. */
  readonly callIds?: readonly string[];
  /** The most messages to take; further ones are counted. */
  readonly limit?: number;
}

/** Messages of a ladder unless another limit is asked for. */
export const DEFAULT_LADDER_LIMIT = 2000;

/** A text that messages can be read from: one file, or several whose messages make calls together. */
type LadderSource = SourceText | PiecedText | JoinedText;

const WEAK: ReadonlySet<LadderEvidence> = new Set(['dialog', 'address']);

/**
 * The messages of a file as arrows between participants. Time is linear in the text; memory in the messages taken. Never
 * throws on any text.
 */
export function buildLadder(
  source: LadderSource,
  settings: InputSettings,
  { findings = [], callIds = [], limit = DEFAULT_LADDER_LIMIT }: LadderOptions = {},
): Ladder {
  const { rows, total, omitted } = readRows(readerOf(source, settings), new Set(callIds), limit);
  const fileAt = (offset: number) =>
    source instanceof JoinedText ? source.parts[source.placeAt(offset).part]?.path : undefined;
  const elements = new Elements();
  surveyElements(
    rows.filter(({ kind }) => kind !== 'unreadable'),
    elements,
  );
  const ends = new EndFinder(exchangesOf(rows), elements);
  const pins = new Pins(findings, source.lines, fileAt);
  const calls = new Calls();
  const participants = new Participants();
  let before: number | undefined;
  const messages = rows.map((row): LadderMessage => {
    const { index, offset, origin, repeats, kind } = row;
    const between = ends.endsOf(row);
    const delta = origin.time !== undefined && before !== undefined ? origin.time - before : undefined;
    before = origin.time ?? before;
    const session = sessionRoleOf(row);
    const request = kind === 'response' ? row.exchange?.request : undefined;
    return {
      index,
      ...given('file', fileAt(offset)),
      line: source.lines.positionAt(offset).line,
      offset,
      kind,
      ...given('method', row.method),
      ...given('status', row.status),
      ...given('reason', row.reason),
      label: row.label,
      ...given('call', calls.take(row)),
      ...given('cseq', row.cseq),
      ...(between && {
        from: participants.idOf(between.from.element),
        to: participants.idOf(between.to.element),
        fromEvidence: between.from.evidence,
        toEvidence: between.to.evidence,
      }),
      inferred: between !== undefined && (WEAK.has(between.from.evidence) || WEAK.has(between.to.evidence)),
      ...given('session', session),
      ...given('answers', request?.index),
      ...(repeats && { repeats: repeats.index, sending: row.sending }),
      ...given('time', origin.time),
      ...given('delta', delta === undefined ? undefined : Math.round(delta * 1e6) / 1e6),
      ...given('transport', row.transport),
      findings: pins.of(index),
    };
  });
  return {
    version: 1,
    total,
    omitted,
    calls: calls.list,
    participants: participants.list(),
    messages,
    findings: pins.of(undefined),
  };
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): { [Key in Name]?: Value } {
  const member: { [Key in Name]?: Value } = {};
  if (value !== undefined) member[name] = value;
  return member;
}

interface RowsOfFile {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly omitted: number;
}

function readerOf(source: LadderSource, settings: InputSettings): Pick<MessageReader, 'next'> {
  if (!(source instanceof JoinedText)) return new SipFileReader(source, settings);
  return new JoinedReader(
    source,
    source.parts.map(() => settings),
  );
}

function readRows(reader: Pick<MessageReader, 'next'>, callIds: ReadonlySet<string>, limit: number): RowsOfFile {
  const rows: Row[] = [];
  const byIndex = new Map<number, Row>();
  const flows = new FlowBuilder((flow) => takeExchanges(flow, (index) => byIndex.get(index)), {
    messages: limit + 1,
    messagesOfFlow: DEFAULT_FLOW_LIMITS.messagesOfFlow,
    rest: limit,
    restOfEnded: limit,
  });
  let total = 0;
  let omitted = 0;
  for (let message = reader.next(); message; message = reader.next()) {
    total++;
    if (callIds.size > 0 && !callIds.has(message.field('Call-ID')?.rawValue ?? '')) continue;
    if (rows.length >= limit) {
      omitted++;
      continue;
    }
    const row = readRow(message);
    rows.push(row);
    byIndex.set(row.index, row);
    flows.add(message);
  }
  flows.end(false);
  for (const row of rows) row.exchange ??= loneExchange(row);
  return { rows, total, omitted };
}

function exchangesOf(rows: readonly Row[]): Set<Exchange> {
  const exchanges = new Set<Exchange>();
  for (const { exchange } of rows) if (exchange) exchanges.add(exchange);
  return exchanges;
}

/** Findings by the message that they are about. */
class Pins {
  readonly #byMessage = new Map<number | undefined, LadderFinding[]>();

  constructor(
    findings: readonly Finding[],
    lines: Pick<LineView, 'positionAt'>,
    fileAt: (offset: number) => string | undefined,
  ) {
    for (const { ruleId, severity, message, start, messageIndex } of findings) {
      const { line, column } = lines.positionAt(start);
      const pin = { ruleId, severity, message, ...given('file', fileAt(start)), line, column };
      const list = this.#byMessage.get(messageIndex);
      if (list) list.push(pin);
      else this.#byMessage.set(messageIndex, [pin]);
    }
  }

  of(messageIndex: number | undefined): readonly LadderFinding[] {
    return this.#byMessage.get(messageIndex) ?? [];
  }
}
