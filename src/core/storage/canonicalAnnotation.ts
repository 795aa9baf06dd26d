/**
 * From the canonical lines of one record to its annotation, without nodes in between: what nearly
 * every record of every file takes. It gives exactly what `decodeAnnotation` makes of the record, or
 * nothing; a law in the tests holds the two together.
 */
import {
  CERTAINTIES,
  POLARITIES,
  STATUSES,
  type Annotation,
  type Role,
  type Target,
} from '../model/annotation';
import type { Comment } from '../model/thread';
import { isDigit, isReserved, lineBreak, QuotedScalars, wordEnd } from './scan';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Shared by all that have none. */
const NO_ROLES: Annotation['roles'] = [];
const NO_ATTRIBUTES: Annotation['attributes'] = {};

/** Far more than the product writes, and less than YAML takes for a key. */
const LONGEST_ID = 100;

const ROLE = '      - { role: ';
const COMMENT = '      - { ';

/** Reads records of one text from its start to its end. */
export class AnnotationReader {
  readonly #text: string;
  readonly #quoted: QuotedScalars;
  #at = 0;
  /** Behind what was read last. */
  #end = 0;

  constructor(text: string) {
    this.#text = text;
    this.#quoted = new QuotedScalars(text);
  }

  /** Behind the last line of the record that was read last. */
  get end(): number {
    return this.#at;
  }

  /** The annotation whose id stands behind two spaces at `start`. Absent where anything is unusual. */
  read(start: number): Annotation | undefined {
    const text = this.#text;
    const id = this.#id(start + 2);
    if (id === undefined) return undefined;
    const target = this.#target();
    if (target === undefined) return undefined;
    const annotation: Writable<Annotation> = {
      id,
      targets: [target],
      roles: NO_ROLES,
      attributes: NO_ATTRIBUTES,
      status: 'accepted',
    };
    while (text.startsWith('    ', this.#at)) {
      if (!this.#field(annotation)) return undefined;
    }
    return annotation;
  }

  /** One of the fields behind the target, each of which may be there once. */
  #field(to: Writable<Annotation>): boolean {
    switch (this.#text.charCodeAt(this.#at + 4)) {
      case 98: // b
        return this.#starts('    by: ') && put(to, 'by', this.#word());
      case 99: // c
        return this.#starts('    certainty: ')
          ? put(to, 'certainty', this.#oneOf(CERTAINTIES))
          : this.#starts('    credibility: ') && put(to, 'credibility', this.#integer());
      case 100: // d
        return this.#starts('    decision: ') && put(to, 'decision', this.#word());
      case 101: // e
        if (to.entity !== undefined || to.event !== undefined) return false;
        return this.#starts('    entity: ')
          ? put(to, 'entity', this.#word())
          : this.#starts('    event: ') && put(to, 'event', this.#word());
      case 110: // n
        return this.#starts('    note: ') && put(to, 'note', this.#quotedLine());
      case 112: // p
        return this.#starts('    polarity: ') && put(to, 'polarity', this.#oneOf(POLARITIES));
      case 114: // r
        return to.roles === NO_ROLES && this.#starts('    roles:') && this.#roles(to);
      case 115: // s
        return to.status === 'accepted' && this.#starts('    status: ') && this.#status(to);
      case 116: // t
        return this.#starts('    type: ')
          ? put(to, 'type', this.#word())
          : to.thread === undefined && this.#starts('    thread:') && this.#thread(to);
      case 118: // v
        return this.#starts('    value: ') && put(to, 'value', this.#quotedLine());
      default:
        return false;
    }
  }

  /** It is written only where it is not `accepted`, so one that was read already is seen. */
  #status(to: Writable<Annotation>): boolean {
    const status = this.#oneOf(STATUSES);
    if (status === undefined || status === 'accepted') return false;
    to.status = status;
    return true;
  }

  #id(at: number): string | undefined {
    const end = wordEnd(this.#text, at);
    if (end === -1 || this.#text.charCodeAt(end) !== 58) return undefined;
    const id = this.#text.slice(at, end);
    if (isReserved(id) || id.includes('/') || id.length > LONGEST_ID) return undefined;
    this.#end = end + 1;
    return this.#lineEnds() ? id : undefined;
  }

  #target(): Target | undefined {
    if (!this.#starts('    exact: ')) return undefined;
    const exact = this.#quotedLine();
    const prefix = this.#starts('    prefix: ') ? this.#quotedLine() : '';
    const suffix = this.#starts('    suffix: ') ? this.#quotedLine() : '';
    const start = this.#starts('    start: ') ? this.#integer() : 0;
    const end = this.#starts('    end: ') ? this.#integer() : start;
    if (exact === undefined || prefix === undefined || suffix === undefined) return undefined;
    if (start === undefined || end === undefined || end < start) return undefined;
    return { exact, prefix, suffix, start, end };
  }

  #roles(to: Writable<Annotation>): boolean {
    this.#end = this.#at;
    if (!this.#lineEnds()) return false;
    const roles: Role[] = [];
    while (this.#starts(ROLE)) {
      const role = this.#inlineWord();
      this.#at = this.#end;
      const target = this.#starts(', target: ') ? this.#inlineWord() : undefined;
      this.#at = this.#end;
      if (role === undefined || target === undefined || !this.#starts(' }')) return false;
      this.#end = this.#at;
      if (!this.#lineEnds()) return false;
      roles.push({ role, target });
    }
    to.roles = roles;
    return roles.length > 0;
  }

  #thread(to: Writable<Annotation>): boolean {
    this.#end = this.#at;
    if (!this.#lineEnds()) return false;
    const comments: Comment[] = [];
    while (this.#starts(COMMENT)) {
      const comment = this.#comment();
      if (comment === undefined) return false;
      comments.push(comment);
    }
    const [first, ...more] = comments;
    if (first === undefined) return false;
    to.thread = [first, ...more];
    return true;
  }

  /** What stands in the braces, up to the end of the line. */
  #comment(): Comment | undefined {
    const comment: Writable<Comment> = {};
    let comma = '';
    if (this.#starts('by: ')) {
      const by = this.#inlineWord();
      if (by === undefined) return undefined;
      comment.by = by;
      this.#at = this.#end;
      comma = ', ';
    }
    if (this.#starts(`${comma}text: `)) {
      const text = this.#quoted.read(this.#at);
      if (text === undefined) return undefined;
      comment.text = text;
      this.#at = this.#quoted.end;
      comma = ', ';
    }
    if (this.#starts(`${comma}resolved: true`)) comment.resolved = true;
    if (comment.text === undefined && comment.resolved === undefined) return undefined;
    if (!this.#starts(' }')) return undefined;
    this.#end = this.#at;
    return this.#lineEnds() ? comment : undefined;
  }

  /** A plain word, or the same in quotes. */
  #inlineWord(): string | undefined {
    const quoted = this.#quoted.read(this.#at);
    if (quoted !== undefined) {
      this.#end = this.#quoted.end;
      return quoted;
    }
    const end = wordEnd(this.#text, this.#at);
    if (end === -1) return undefined;
    const word = this.#text.slice(this.#at, end);
    this.#end = end;
    return isReserved(word) ? undefined : word;
  }

  #word(): string | undefined {
    const word = this.#inlineWord();
    return word !== undefined && this.#lineEnds() ? word : undefined;
  }

  #quotedLine(): string | undefined {
    const value = this.#quoted.read(this.#at);
    this.#end = this.#quoted.end;
    return value !== undefined && this.#lineEnds() ? value : undefined;
  }

  #oneOf<T extends string>(allowed: readonly T[]): T | undefined {
    const word = this.#word();
    return allowed.find((each) => each === word);
  }

  /** A whole number from 0 that JSON would write so. */
  #integer(): number | undefined {
    const text = this.#text;
    let at = this.#at;
    let value = 0;
    for (; isDigit(text.charCodeAt(at)); at++) value = value * 10 + text.charCodeAt(at) - 48;
    const digits = at - this.#at;
    if (digits === 0 || digits > 15) return undefined;
    if (digits > 1 && text.charCodeAt(this.#at) === 48) return undefined;
    this.#end = at;
    return this.#lineEnds() ? value : undefined;
  }

  #starts(literal: string): boolean {
    if (!this.#text.startsWith(literal, this.#at)) return false;
    this.#at += literal.length;
    return true;
  }

  /** Goes to the next line when one ends behind what was read last. */
  #lineEnds(): boolean {
    const next = lineBreak(this.#text, this.#end, this.#text.length);
    if (next !== -1) this.#at = next;
    return next !== -1;
  }
}

type Field = Exclude<keyof Annotation, 'id' | 'targets' | 'roles' | 'attributes' | 'status'>;

/** False when there is nothing to put, or something already. */
function put<K extends Field>(
  to: Writable<Annotation>,
  key: K,
  value: Annotation[K] | undefined,
): boolean {
  if (value === undefined || to[key] !== undefined) return false;
  to[key] = value;
  return true;
}
