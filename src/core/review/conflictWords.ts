/** What a record in conflict is called and how its versions differ, in short words for a person who decides. */
import { quoteOf } from '../model/annotation';
import { dotted, quoted, shorten } from '../outline/words';
import type { RecordConflict, RecordVersion } from './conflicted/recordConflict';

/** What a record is called; absent when it is not known. */
type NameOf = (id: string) => string | undefined;

export interface ConflictWords {
  /** The passage, the name or the title, with what kind of thing it is. */
  readonly title: string;
  /** What each side says of the fields that differ, or that it removed the record. */
  readonly ours: string;
  readonly theirs: string;
}

const LONGEST = 80;
const NOUNS: Readonly<Record<RecordConflict['about'], string>> = {
  annotation: 'the annotation',
  rejection: 'the rejected suggestion',
  record: 'the record',
  source: 'what is said of the source',
  file: 'the file',
  other: '',
};

export function conflictWords(conflict: RecordConflict, nameOf: NameOf): ConflictWords {
  const noun = NOUNS[conflict.about];
  const name = nameIn(conflict.ours ?? conflict.theirs);
  const title = name === undefined ? `${noun} ${conflict.id}` : `${noun} ${quoted(name)}`;
  return {
    title: (conflict.about === 'source' ? noun : title).trim(),
    ours: versionWords(conflict, 'ours', nameOf),
    theirs: versionWords(conflict, 'theirs', nameOf),
  };
}

function versionWords(conflict: RecordConflict, side: 'ours' | 'theirs', nameOf: NameOf): string {
  if (conflict[side] === undefined) return 'removes it';
  const said = conflict.fields.flatMap((each) => {
    if (each.field === undefined) return [];
    const value = each[side];
    if (value === undefined) return [`no ${each.field}`];
    const name = nameOf(value);
    const known = name === undefined ? value : `${name} (${value})`;
    return [`${each.field}: ${shorten(known, LONGEST)}`];
  });
  return said.length === 0 ? 'changes it' : dotted(said);
}

function nameIn(version: RecordVersion | undefined): string | undefined {
  const value = version?.value;
  switch (value?.kind) {
    case 'annotation':
      return quoteOf(value.annotation);
    case 'rejection':
      return value.rejection.target.exact;
    case 'entity':
      return value.entity.name;
    case 'event':
      return value.event.title;
    default:
      return undefined;
  }
}
