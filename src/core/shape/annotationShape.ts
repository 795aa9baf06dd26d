/** What may stand in the annotation file of a source. */
import {
  CERTAINTIES,
  POLARITIES,
  STATUSES,
  type AnnotationStatus,
  type Certainty,
  type Polarity,
} from '../model/annotation';
import { RELIABILITIES, SOURCE_STATES, type SourceState } from '../model/records';
import { CREDIBILITY_LABELS, RELIABILITY_LABELS } from '../schema/admiralty';
import { FORMATS } from '../storage/parse';
import {
  FOREIGN,
  list,
  map,
  oneOf,
  text,
  TEXT,
  type KeyShape,
  type MapShape,
  type Shape,
} from './shape';
import { THREAD } from './threadShape';

const OFFSET: Shape = { kind: 'number', min: 0 };

const NOTE: KeyShape = { about: 'A free note.', shape: TEXT };
const BY: KeyShape = { about: 'The annotator, when it matters.', shape: text('annotator') };

const TARGET_KEYS: Readonly<Record<string, KeyShape>> = {
  exact: { about: 'The quoted passage, word for word: this decides where it is.', shape: TEXT },
  prefix: { about: 'The words right before it: which of several places is meant.', shape: TEXT },
  suffix: { about: 'The words right behind it.', shape: TEXT },
  start: {
    about: 'Where it starts, in Unicode code points. A hint: the quote decides.',
    shape: OFFSET,
  },
  end: { about: 'Where it ends, exclusive.', shape: OFFSET },
};

const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  certain: 'The passage says so without reserve.',
  probable: 'The passage says that it is likely.',
  possible: 'The passage says that it may be.',
};
const POLARITY_WORDS: Readonly<Record<Polarity, string>> = {
  positive: 'The passage says that it is so.',
  negative: 'The passage says that it is not so.',
};
const STATUS_WORDS: Readonly<Record<AnnotationStatus, string>> = {
  proposed: 'Not looked at yet.',
  accepted: 'As when nothing stands here.',
  disputed: 'Annotators disagree.',
  rejected: 'Wrong; kept to be seen.',
};

const STATE_WORDS: Readonly<Record<SourceState, string>> = {
  'in-progress': 'Somebody is annotating it.',
  done: 'It is annotated, and may be reviewed.',
};

const ROLE = map({
  role: { about: 'A role of the event or statement.', shape: text('role'), isRequired: true },
  target: {
    about: 'What fills it here: the id of an annotation of this file, or of a record.',
    shape: text('argument'),
    isRequired: true,
  },
});

const ANNOTATION: MapShape = map({
  ...TARGET_KEYS,
  fragments: {
    about: 'The parts of a mention that is not in one piece, instead of one `exact`.',
    shape: list(map(TARGET_KEYS)),
  },
  entity: { about: 'The id of the entity that the passage mentions.', shape: text('entity') },
  event: { about: 'The id of the event that the passage reports.', shape: text('event') },
  type: {
    about: 'What it is where no record says it: `statement`, `time`, or a type of the schema.',
    shape: text('annotationType'),
  },
  roles: { about: 'What this passage says of who and what took part.', shape: list(ROLE) },
  value: {
    about: 'What a time expression means, in EDTF; free text for other types.',
    shape: text('value'),
  },
  certainty: {
    about: 'How sure the passage is.',
    shape: oneOf(wordsFor(CERTAINTIES, CERTAINTY_WORDS)),
  },
  polarity: {
    about: 'Whether the passage says it or denies it.',
    shape: oneOf(wordsFor(POLARITIES, POLARITY_WORDS)),
  },
  credibility: {
    about: 'NATO Admiralty code of the information, whatever the source is worth.',
    shape: {
      kind: 'number',
      values: Object.fromEntries(
        CREDIBILITY_LABELS.map((label, index) => [String(index + 1), `${label}.`]),
      ),
    },
  },
  attributes: {
    about: 'Attributes that the schema declares.',
    shape: map(
      {},
      {
        about: 'An attribute of the schema.',
        shape: text('attributeValue'),
        names: 'attribute',
      },
    ),
  },
  note: NOTE,
  by: BY,
  status: {
    about: 'Where the annotation stands; `accepted` when nothing is said.',
    shape: oneOf(wordsFor(STATUSES, STATUS_WORDS)),
  },
  decision: {
    about:
      'Where annotators were compared: the id of the annotation that stands, this one or another, or `none`.',
    shape: text('decision'),
  },
  thread: THREAD,
  x: FOREIGN,
});

const SOURCE: MapShape = map({
  path: {
    about: 'The source, relative to the workspace folder.',
    shape: TEXT,
  },
  blob: {
    about: 'The hash that git has for the text for which the offsets were written.',
    shape: TEXT,
  },
  title: { about: 'The headline or title of the source.', shape: TEXT },
  publisher: { about: 'Who published it: a newspaper, agency, ministry.', shape: TEXT },
  published: {
    about: 'When it was published, in EDTF: the date from which “last month” is reckoned.',
    shape: text('date'),
  },
  language: { about: 'Its language, as a BCP 47 tag.', shape: text('language') },
  url: { about: 'Where it was found. Never opened by itself.', shape: TEXT },
  reliability: {
    about: 'NATO Admiralty code of the source, whatever it says here.',
    shape: oneOf(
      Object.fromEntries(RELIABILITIES.map((code) => [code, `${RELIABILITY_LABELS[code]}.`])),
    ),
  },
  body: {
    about:
      'The ranges that are the document, as `[start, end]` in code points; the rest is navigation and the like.',
    shape: list(list(OFFSET)),
  },
  state: {
    about: 'How far its annotation is; not started when nothing is said.',
    shape: oneOf(wordsFor(SOURCE_STATES, STATE_WORDS)),
  },
  reviewedBy: {
    about: 'Who has reviewed the annotations of a source that is done.',
    shape: list(text('annotator')),
  },
  thread: THREAD,
  x: FOREIGN,
});

const REJECTION: MapShape = map({
  ...TARGET_KEYS,
  entity: { about: 'The entity that the passage does not mention.', shape: text('entity') },
  type: {
    about: 'The passage is no time expression.',
    shape: oneOf({ time: 'The passage is no time expression.' }),
  },
  note: NOTE,
  by: BY,
  x: FOREIGN,
});

export const ANNOTATION_FILE_SHAPE: MapShape = map({
  format: {
    about: 'The format of this file.',
    shape: oneOf({ [FORMATS.annotations]: 'The annotations of one source.' }),
    isRequired: true,
  },
  source: { about: 'What is known of the source.', shape: SOURCE },
  annotations: {
    about: 'The annotations in the order of the text, each under its id.',
    shape: map(
      {},
      {
        about: 'An annotation: its passage, and what it says of it.',
        shape: ANNOTATION,
        names: 'annotation',
        pattern: '^a-[0-9a-z]+$',
      },
    ),
  },
  rejected: {
    about: 'Suggestions that were turned down, so that they are not made again.',
    shape: map(
      {},
      { about: 'A passage, and what it is not.', shape: REJECTION, pattern: '^r-[0-9a-z]+$' },
    ),
  },
  x: FOREIGN,
});

function wordsFor<T extends string>(
  values: readonly T[],
  words: Readonly<Record<T, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(values.map((value) => [value, words[value]]));
}
