import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Operation } from '../../../src/core/operations/operation';
import {
  marksInBase,
  marksOfChanges,
  reviewMarksAt,
  type ReviewMark,
} from '../../../src/core/outline/reviewMarks';
import { compare } from '../../../src/core/review/compare';
import { locate } from '../../../src/core/store/locate';
import { SourceText } from '../../../src/core/text/sourceText';
import { example, FIRST, locatedIn, TEXTS } from './example';
import { pairAfter } from './revisionPairs';

const OPERATIONS: readonly Operation[] = [
  { op: 'annotate', id: 'a-kyiv01', source: FIRST, exact: 'Kyiv', note: 'Since when?' },
  { op: 'delete', id: 'a-time01' },
  { op: 'update', id: 'a-mention3', status: 'disputed' },
];

const TEXT = SourceText.of(TEXTS[FIRST]);

function wordsOf(marks: readonly ReviewMark[], { text }: SourceText): readonly string[] {
  return marks.map(
    ({ look, spans }) =>
      `${look} ${spans.map(({ start, end }) => text.slice(start, end)).join(' … ')}`,
  );
}

describe('the marks of a review', () => {
  it('stand where annotations are that were added or changed, and where removed ones were', () => {
    const at = example();
    const { changes } = compare(pairAfter(at, OPERATIONS));
    const marks = marksOfChanges(changes, FIRST, locatedIn(at, FIRST), TEXT, undefined);
    assert.deepEqual(wordsOf(marks, TEXT), ['added Kyiv', 'changed Zelensky', 'removed Wednesday']);
  });

  it('stand where the passage of what was removed is in the text of now', () => {
    const at = example();
    const { changes } = compare(pairAfter(at, OPERATIONS));
    const now = SourceText.of(`News of the day\n\n${TEXTS[FIRST]}`);
    const marks = marksOfChanges(changes, FIRST, locatedIn(at, FIRST, now.text), now, TEXT);
    assert.deepEqual(wordsOf(marks, now), ['added Kyiv', 'changed Zelensky', 'removed Wednesday']);
  });

  it('leave out what has no place any more', () => {
    const at = example();
    const { changes } = compare(pairAfter(at, OPERATIONS));
    const now = SourceText.of(TEXTS[FIRST].replace('Wednesday', 'the phone'));
    const marks = marksOfChanges(changes, FIRST, locatedIn(at, FIRST, now.text), now, TEXT);
    assert.deepEqual(wordsOf(marks, now), ['added Kyiv', 'changed Zelensky']);
  });

  it('show in the text of the base what was removed or changed since', () => {
    const at = example();
    const before = at.store.indexes.annotationsOf(FIRST);
    const { changes } = compare(pairAfter(at, OPERATIONS));
    const marks = marksInBase(changes, FIRST, locate(TEXT, before));
    assert.deepEqual(wordsOf(marks, TEXT), ['changed Zelensky', 'removed Wednesday']);
  });

  it('are found at an offset, the shortest first, and only those of their source', () => {
    const at = example();
    const { changes } = compare(
      pairAfter(at, [...OPERATIONS, { op: 'update', id: 'a-evidence', certainty: 'possible' }]),
    );
    const marks = marksOfChanges(changes, FIRST, locatedIn(at, FIRST), TEXT, undefined);
    const found = reviewMarksAt(marks, TEXT.text.indexOf('Zelensky') + 1);
    assert.deepEqual(wordsOf(found, TEXT), [
      'changed Zelensky',
      'changed Xi Jinping spoke with Zelensky on Wednesday',
    ]);
    assert.deepEqual(reviewMarksAt(marks, TEXT.text.indexOf('agree')), []);
    assert.deepEqual(marksOfChanges(changes, 'seeds/other.txt', [], TEXT, undefined), []);
  });
});
