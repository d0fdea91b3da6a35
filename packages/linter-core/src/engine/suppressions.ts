import type { Directive, SuppressionDirective } from '../input/directives.js';
import type { SipMessage } from '../syntax/message.js';
import type { TextNode } from '../syntax/nodes.js';
import type { Finding } from './finding.js';

/** A rule that a directive names, with whether the directive did anything to it. */
export interface Suppression {
  readonly directive: SuppressionDirective;
  readonly rule: TextNode;
  /** Of the rule in its directive. */
  readonly position: number;
  isUsed: boolean;
}

/** From a `disable` to its `enable` or the end of the file. */
interface Region {
  readonly start: number;
  end: number;
  readonly suppression: Suppression;
}

/** What the directives of a file suppress. Indexed by rule, so that thousands of directives cost no more than their lines. */
export class Suppressions {
  /** Every rule that a suppressing directive names, in order. */
  readonly all: Suppression[] = [];
  readonly #ofFile = new Map<string, Suppression>();
  /** By rule and index of the message. */
  readonly #ofMessage = new Map<string, Map<number, Suppression>>();
  readonly #regions = new Map<string, Region[]>();
  /** Of the messages. */
  #offsets: number[] | undefined;

  constructor(
    directives: readonly Directive[],
    /** Has its messages read once more when it is asked for them, which only regions do. */
    private readonly file: { readMessages(): Iterable<SipMessage> },
  ) {
    for (const directive of directives) {
      if (directive.kind === 'expect' || directive.kind === 'set') continue;
      let position = 0;
      for (const rule of directive.rules) this.#add({ directive, rule, position: position++, isUsed: false });
    }
  }

  /** The suppression that a finding falls under, the narrowest first, which thereby is used. */
  use(finding: Finding): Suppression | undefined {
    const { ruleId, messageIndex } = finding;
    const ofMessage = messageIndex === undefined ? undefined : this.#ofMessage.get(ruleId)?.get(messageIndex);
    const suppression = ofMessage ?? this.#inRegion(finding) ?? this.#ofFile.get(ruleId);
    if (suppression) suppression.isUsed = true;
    return suppression;
  }

  #add(suppression: Suppression): void {
    this.all.push(suppression);
    const { directive, rule } = suppression;
    switch (directive.kind) {
      case 'disable-file':
        if (!this.#ofFile.has(rule.text)) this.#ofFile.set(rule.text, suppression);
        break;
      case 'disable-next-message': {
        const ofRule = this.#ofMessage.get(rule.text) ?? new Map<number, Suppression>();
        if (ofRule.size === 0) this.#ofMessage.set(rule.text, ofRule);
        if (!ofRule.has(directive.nextMessage)) ofRule.set(directive.nextMessage, suppression);
        break;
      }
      case 'disable':
        this.#open(suppression);
        break;
      case 'enable':
        this.#close(suppression);
        break;
    }
  }

  /** A second `disable` of what is disabled already has no effect. */
  #open(suppression: Suppression): void {
    const { text: id } = suppression.rule;
    const regions = this.#regions.get(id) ?? [];
    if (regions.at(-1)?.end === Number.POSITIVE_INFINITY) return;
    regions.push({ start: suppression.directive.end, end: Number.POSITIVE_INFINITY, suppression });
    this.#regions.set(id, regions);
  }

  #close(suppression: Suppression): void {
    const region = this.#regions.get(suppression.rule.text)?.at(-1);
    if (region?.end !== Number.POSITIVE_INFINITY) return;
    region.end = suppression.directive.start;
    suppression.isUsed = true;
  }

  #inRegion(finding: Finding): Suppression | undefined {
    const regions = this.#regions.get(finding.ruleId);
    if (!regions) return undefined;
    const offset = this.#offsetOf(finding);
    let low = 0;
    let high = regions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((regions[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const region = regions[low - 1];
    return region && offset < region.end ? region.suppression : undefined;
  }

  /** A finding belongs where its message starts; one about the file as a whole stands before everything. */
  #offsetOf({ messageIndex, start }: Finding): number {
    if (messageIndex === undefined) return start;
    if (!this.#offsets) {
      this.#offsets = [];
      for (const { offset } of this.file.readMessages()) this.#offsets.push(offset);
    }
    return this.#offsets[messageIndex] ?? start;
  }
}
