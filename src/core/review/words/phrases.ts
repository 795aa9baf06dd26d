/** What happened to annotations and records, in phrases that follow what they are about. */
import { quoteOf, type Annotation } from '../../model/annotation';
import type { RejectedReading } from '../../model/rejection';
import { quoted, spaced } from '../../outline/words';
import type {
  AnnotationAspect,
  AnnotationChange,
  EntityChange,
  EventChange,
  RecordAspect,
  RejectionChange,
} from '../change';
import { fieldPhrase, type Names } from './fieldWords';

export interface Phrase {
  readonly text: string;
  /** It says what a field has: a colon stands before it. */
  readonly isField?: boolean;
}

export function annotationPhrases(change: AnnotationChange, names: Names): readonly Phrase[] {
  const { action, before, after, aspects } = change;
  if (action === 'added') return [{ text: `added${bodyWords(after, names)}` }];
  if (action === 'removed') return [{ text: `removed${bodyWords(before, names)}` }];
  return aspects.map((aspect) => aspectPhrase(aspect, change, names));
}

function aspectPhrase(
  aspect: AnnotationAspect,
  { id, before, after }: AnnotationChange,
  names: Names,
): Phrase {
  const old = before === undefined ? '' : quoted(quoteOf(before));
  switch (aspect) {
    case 'retargeted':
      return { text: retargetWords(before, after, names) };
    case 'resized':
      return { text: `resized, was ${old}` };
    case 'replaced':
      return { text: `given this passage, was ${old}` };
    case 'moved':
      return { text: 'moved with the text' };
    case 'reworded':
      return { text: `reworded in the text, was ${old}` };
    case 'retyped':
      return { text: retypeWords(before?.type, after?.type), isField: true };
    default:
      return aspect.field === 'decision'
        ? { text: decisionWords(aspect.after, id) }
        : fieldPhrase(aspect, names);
  }
}

/** What compared annotators came to about the annotation `id`. */
function decisionWords(decision: string | undefined, id: string): string {
  if (decision === undefined) return 'is no longer decided';
  if (decision === id) return 'is decided to stand';
  if (decision === 'none') return 'is decided not to stand';
  return `is decided not to stand, ${decision} does`;
}

function retargetWords(
  before: Annotation | undefined,
  after: Annotation | undefined,
  names: Names,
): string {
  const old = before?.entity ?? before?.event ?? '';
  const now = after?.entity ?? after?.event ?? '';
  const verb = after?.entity === undefined ? 'is now evidence of' : 'now names';
  return `${verb} ${nameOf(now, names)}, was ${nameOf(old, names)}`;
}

function retypeWords(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `type ${spaced(after ?? '')} added`;
  if (after === undefined) return `type ${spaced(before)} removed`;
  return `type ${spaced(after)}, was ${spaced(before)}`;
}

/** What an annotation says, behind a comma; nothing for a bare note. */
function bodyWords(annotation: Annotation | undefined, names: Names): string {
  if (annotation === undefined) return '';
  const { entity, event, type, value, note, status } = annotation;
  const said = [
    entity === undefined ? undefined : `names ${nameOf(entity, names)}`,
    event === undefined ? undefined : `evidence of ${nameOf(event, names)}`,
    type === undefined || type === 'statement' || type === 'time' ? undefined : spaced(type),
    value === undefined ? undefined : `value ${quoted(value)}`,
    note === undefined ? undefined : `note ${quoted(note)}`,
    status === 'accepted' ? undefined : status,
  ].filter((part) => part !== undefined);
  return said.map((part) => `, ${part}`).join('');
}

export function rejectionPhrases(change: RejectionChange, names: Names): readonly Phrase[] {
  const { action, before, after, aspects } = change;
  const reading = readingWords((after ?? before)?.reading, names);
  if (action === 'added') return [{ text: `turned down as ${reading}` }];
  if (action === 'removed') return [{ text: `no longer turned down as ${reading}` }];
  return aspects.map((aspect) => fieldPhrase(aspect, names));
}

function readingWords(reading: RejectedReading | undefined, names: Names): string {
  switch (reading?.kind) {
    case 'entity':
      return nameOf(reading.entity, names);
    case 'time':
      return 'a time';
    case 'name':
    case undefined:
      return 'a name';
  }
}

export function recordPhrases(change: EntityChange | EventChange, names: Names): readonly Phrase[] {
  const { action, before, after, other } = change;
  const named = other === undefined ? undefined : nameOf(other, names);
  if (action === 'added') {
    const type = after === undefined ? '' : `, ${spaced(after.type)}`;
    const split = named === undefined ? '' : `, has mentions that were ${named}’s`;
    return [{ text: `added${type}${split}` }];
  }
  if (action === 'removed') {
    return [{ text: named === undefined ? 'removed' : `removed, its mentions are ${named}’s now` }];
  }
  const old = titleOf(before);
  return change.aspects.map((aspect: RecordAspect): Phrase => {
    switch (aspect) {
      case 'renamed':
        return { text: `renamed, was ${quoted(old)}` };
      case 'merged':
        return { text: `merged into ${named ?? after?.mergedInto ?? ''}` };
      case 'split':
        return { text: `split: some of its mentions are ${named ?? 'another’s'} now` };
      case 'retyped':
        return { text: retypeWords(before?.type, after?.type), isField: true };
      default:
        return fieldPhrase(aspect, names);
    }
  });
}

function titleOf(record: EntityChange['before'] | EventChange['before']): string {
  if (record === undefined) return '';
  return 'name' in record ? record.name : record.title;
}

function nameOf(id: string, names: Names): string {
  return names(id) ?? id;
}
