import type { Range } from '../../text/range.js';
import { SdpAttribute, type SdpLine } from './line.js';
import {
  type Connection,
  MEDIA_DIRECTIONS,
  type MediaDescription,
  type MediaDirection,
  type SdpAttributeTypes,
  type SdpLineTypes,
} from './nodes.js';

/** The lines of one level of a session description: the session section, or one media section. */
export class SdpSection implements Range {
  /** All lines in order, empty and unreadable ones too: they tile the section. */
  readonly lines: SdpLine[] = [];
  readonly attributes: SdpAttribute[] = [];
  #attributesByName: Map<string, SdpAttribute[]> | undefined;
  #connection: SdpLine<Connection> | undefined | null = null;

  constructor(
    readonly start: number,
    public end: number,
  ) {}

  /** Appends the next line while the section is read. */
  add(line: SdpLine): void {
    this.lines.push(line);
    if (line instanceof SdpAttribute) this.attributes.push(line);
    this.end = line.end;
  }

  /** The first line of a type. */
  line<Type extends keyof SdpLineTypes>(type: Type): SdpLine<SdpLineTypes[Type]> | undefined;
  line(type: string): SdpLine | undefined {
    return this.lines.find((line) => line.type === type);
  }

  /** All lines of a type in order. */
  linesOf<Type extends keyof SdpLineTypes>(type: Type): SdpLine<SdpLineTypes[Type]>[];
  linesOf(type: string): SdpLine[] {
    return this.lines.filter((line) => line.type === type);
  }

  /** The first attribute of a name at this level. */
  attribute<Name extends keyof SdpAttributeTypes>(name: Name): SdpAttribute<SdpAttributeTypes[Name]> | undefined;
  attribute(name: string): SdpAttribute | undefined;
  attribute(name: string): SdpAttribute | undefined {
    return this.#byName.get(name)?.[0];
  }

  /** All attributes of a name at this level, in order. */
  attributesNamed<Name extends keyof SdpAttributeTypes>(name: Name): readonly SdpAttribute<SdpAttributeTypes[Name]>[];
  attributesNamed(name: string): readonly SdpAttribute[];
  attributesNamed(name: string): readonly SdpAttribute[] {
    return this.#byName.get(name) ?? [];
  }

  hasAttribute(name: string): boolean {
    return this.#byName.has(name);
  }

  /** The direction attributes of this level in order; more than one is a conflict or a repeat (RFC 8866 §6.7). */
  get directions(): SdpAttribute[] {
    return MEDIA_DIRECTIONS.flatMap((name) => this.attributesNamed(name)).sort((a, b) => a.start - b.start);
  }

  /** The first c= line of this level. */
  get connection(): SdpLine<Connection> | undefined {
    if (this.#connection === null) this.#connection = this.line('c');
    return this.#connection;
  }

  get #byName(): Map<string, SdpAttribute[]> {
    if (!this.#attributesByName) {
      const index = new Map<string, SdpAttribute[]>();
      for (const attribute of this.attributes) {
        const same = index.get(attribute.name);
        if (same) same.push(attribute);
        else index.set(attribute.name, [attribute]);
      }
      this.#attributesByName = index;
    }
    return this.#attributesByName;
  }
}

/** A media section: an m= line and what follows it (RFC 8866 §5.14). Session attributes are its defaults. */
export class SdpMedia extends SdpSection {
  constructor(
    readonly session: SdpSection,
    /** Position among the media sections, from 0: what an answer is matched by. */
    readonly index: number,
    readonly mediaLine: SdpLine<MediaDescription>,
  ) {
    super(mediaLine.start, mediaLine.end);
    this.add(mediaLine);
  }

  /** What the m= line says; undefined if it did not parse. */
  get description(): MediaDescription | undefined {
    return this.mediaLine.value;
  }

  /** The c= line that holds for this media: its own, or the session's. */
  get effectiveConnection(): SdpLine<Connection> | undefined {
    return this.connection ?? this.session.connection;
  }

  /** The direction that holds for this media: its own, or the session's, or sendrecv (RFC 8866 §6.7). */
  get direction(): MediaDirection {
    const name = directionOf(this) ?? directionOf(this.session);
    return name ?? 'sendrecv';
  }

  /**
   * True unless the port says that the stream is rejected or disabled; port 0 with a=bundle-only is active (RFC 9143 §6).
   * An m= line that did not parse, or whose port is a placeholder, counts as active.
   */
  get isActive(): boolean {
    return this.description?.port.value !== 0 || this.hasAttribute('bundle-only');
  }

  /** The first attribute of a name that holds for this media: its own, or the session's. */
  effectiveAttribute<Name extends keyof SdpAttributeTypes>(
    name: Name,
  ): SdpAttribute<SdpAttributeTypes[Name]> | undefined;
  effectiveAttribute(name: string): SdpAttribute | undefined;
  effectiveAttribute(name: string): SdpAttribute | undefined {
    return this.attribute(name) ?? this.session.attribute(name);
  }
}

function directionOf(section: SdpSection): MediaDirection | undefined {
  let first: { name: MediaDirection; start: number } | undefined;
  for (const name of MEDIA_DIRECTIONS) {
    const attribute = section.attribute(name);
    if (attribute && (!first || attribute.start < first.start)) first = { name, start: attribute.start };
  }
  return first?.name;
}
