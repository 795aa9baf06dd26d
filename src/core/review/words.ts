/** A change in words, for lists, reports and hovers: one line that says what happened, and what else. */
import { kindOf, quoteOf, type Annotation } from '../model/annotation';
import { count, oneLine, quoted, shorten } from '../outline/words';
import type { Change, FieldAspect } from './change';
import { annotationPhrases, recordPhrases, rejectionPhrases, type Phrase } from './words/phrases';
import { fieldPhrase, type Names } from './words/fieldWords';

export type { Names };

/** Plain text on one line each, shortened; nothing in it is markup. */
export interface ChangeWords {
  /** What it is about: the quoted words, the name of the record, the path of the source or file. */
  readonly subject: string;
  /** What happened to that first of all, as what follows `subject` in `title`. */
  readonly happened: string;
  /** `“Wang Yi” now names Li Hui, was Wang Yi`. */
  readonly title: string;
  /** What else happened, in the order of importance. */
  readonly details: readonly string[];
}

const LONGEST_NAME = 80;
/** Code points of one thing that happened. */
const LONGEST_PHRASE = 400;

/** `names` gives what the record with an id is called. */
export function wordsOf(change: Change, names: Names = () => undefined): ChangeWords {
  const subject = oneLine(subjectOf(change));
  const [first, ...more] = phrasesOf(change, names).map(bounded);
  const happened = first?.text ?? change.action;
  return {
    subject,
    happened,
    title: `${subject}${first?.isField === true ? ': ' : ' '}${happened}`,
    details: more.map(({ text }) => text),
  };
}

/** People write comments in several lines. */
function bounded(phrase: Phrase): Phrase {
  return { ...phrase, text: shorten(phrase.text, LONGEST_PHRASE) };
}

/** The same without what happened: what a list of several changes of one thing is headed with. */
function subjectOf(change: Change): string {
  switch (change.kind) {
    case 'annotation':
      return annotationSubject(change.after ?? change.before, change.id);
    case 'rejection': {
      const rejection = change.after ?? change.before;
      return rejection === undefined ? change.id : quoted(rejection.target.exact);
    }
    case 'entity':
    case 'event': {
      const { before, after } = change;
      const old = before === undefined ? undefined : 'name' in before ? before.name : before.title;
      const now = after === undefined ? undefined : 'name' in after ? after.name : after.title;
      return shorten(
        (change.aspects.includes('merged') ? old : now) ?? old ?? change.id,
        LONGEST_NAME,
      );
    }
    case 'metadata':
    case 'text':
      return change.source;
    case 'schema':
      return 'Schema';
    case 'formatting':
    case 'unreadable':
      return change.path;
  }
}

function annotationSubject(annotation: Annotation | undefined, id: string): string {
  if (annotation === undefined) return id;
  const quote = quoted(quoteOf(annotation));
  switch (kindOf(annotation)) {
    case 'statement':
      return `Statement ${quote}`;
    case 'time':
      return `Time ${quote}`;
    case 'mention':
    case 'evidence':
    case 'note':
    case 'typed':
      return quote;
  }
}

function phrasesOf(change: Change, names: Names): readonly Phrase[] {
  switch (change.kind) {
    case 'annotation':
      return annotationPhrases(change, names);
    case 'rejection':
      return rejectionPhrases(change, names);
    case 'entity':
    case 'event':
      return recordPhrases(change, names);
    case 'metadata':
      if (change.action === 'added') return [{ text: 'is annotated now' }];
      if (change.action === 'removed') return [{ text: 'is no longer annotated' }];
      return change.aspects.map((aspect) => metadataPhrase(aspect, names));
    case 'schema':
      return change.action === 'changed'
        ? change.aspects.map((aspect) => fieldPhrase(aspect, names))
        : [{ text: change.action }];
    case 'text':
      return textPhrases(change);
    case 'formatting':
      return [{ text: `${count(lineCount(change), 'line')} written otherwise`, isField: true }];
    case 'unreadable':
      return [{ text: change.isConflicted ? CONFLICTS[change.side] : UNREADABLE[change.side] }];
  }
}

const UNREADABLE = {
  before: 'cannot be read as it was',
  after: 'cannot be read as it is now',
  both: 'cannot be read on either side',
} as const;

const CONFLICTS = {
  before: 'was in conflict',
  after: 'is in conflict',
  both: 'is in conflict on either side',
} as const;

function metadataPhrase(aspect: FieldAspect, names: Names): Phrase {
  const { field, before, after } = aspect;
  if (field !== 'path' || before === undefined || after === undefined) {
    return fieldPhrase(aspect, names);
  }
  return { text: `has the annotations that were of ${before}` };
}

function textPhrases(change: Extract<Change, { kind: 'text' }>): readonly Phrase[] {
  if (change.action !== 'changed') return [{ text: change.action }];
  const lines = lineCount(change);
  const changed = { text: `changed in ${count(lines, 'line')}` };
  if (change.renamedFrom === undefined) return [changed];
  return [{ text: `renamed, was ${change.renamedFrom}` }, ...(lines > 0 ? [changed] : [])];
}

/** How many lines it has on the side that has more of them. */
function lineCount({ lines }: Change): number {
  const sizes = [lines.before, lines.after].map((ranges) =>
    ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0),
  );
  return Math.max(...sizes);
}
