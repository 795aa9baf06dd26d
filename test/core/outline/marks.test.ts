import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { marksOf, openThreadSpans, sameRecord, selectedBy } from '../../../src/core/outline/marks';
import { locate } from '../../../src/core/store/locate';
import { SourceText } from '../../../src/core/text/sourceText';
import { carryOut, workspace } from '../workspace';
import { example, FIRST, locatedIn, SECOND, TEXTS, type Example } from './example';

/** `style: words, words` for each style, in the text given or the source's own. */
function drawn(at: Example, path: keyof typeof TEXTS, text?: string): readonly string[] {
  const shown = text ?? TEXTS[path];
  const marks = marksOf(at.store, SourceText.of(shown), locatedIn(at, path, text));
  return [...marks].map(([key, { spans }]) => {
    const words = spans.map(({ start, end }) => shown.slice(start, end));
    return `${key}: ${words.join(', ')}`;
  });
}

describe('the marks of a text', () => {
  it('have one style for each kind, colour and state', () => {
    assert.deepEqual(drawn(example(), FIRST), [
      'mention blue accepted: Xi, Xi Jinping, Zelensky',
      'evidence event accepted: Xi Jinping spoke with Zelensky on Wednesday',
      'time time accepted: Wednesday',
      'statement statement accepted start: W',
      'statement statement accepted end: e',
    ]);
  });

  it('tell a mention inside another from the one around it', () => {
    assert.deepEqual(drawn(example(), SECOND), [
      'mention blue proposed: Xi',
      'mention blue accepted: the Ukrainian foreign minister',
      'mention green accepted inner: Ukrainian',
      'note note accepted: met',
    ]);
  });

  it('tell crossing and equal passages apart, but not neighbours that touch', () => {
    const at = example();
    carryOut(at, [
      { op: 'annotate', source: SECOND, exact: 'minister met', entity: 'beijing' },
      { op: 'annotate', source: SECOND, exact: 'Beijing', entity: 'beijing' },
      { op: 'annotate', source: SECOND, exact: 'Beijing', entity: 'xi-jinping' },
    ]);
    const marks = drawn(at, SECOND);
    assert.ok(
      marks.includes('mention green accepted inner: Ukrainian, minister met'),
      marks.join('\n'),
    );
    assert.equal(marks.filter((line) => line.includes('Beijing')).length, 2);
    assert.equal(
      marks.filter((line) => line.includes('inner') && line.includes('Beijing')).length,
      1,
    );
  });

  it('keep the two halves of a character together at the ends of a statement', () => {
    const text = '“😀 yes 😎”';
    const at = workspace({}, { 's.txt': text });
    carryOut(at, [{ op: 'annotate', source: 's.txt', exact: '😀 yes 😎', type: 'statement' }]);
    const source = SourceText.of(text);
    const located = locate(source, at.store.indexes.annotationsOf('s.txt'));
    const spans = [...marksOf(at.store, source, located).values()].flatMap((each) => each.spans);
    assert.deepEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
      ['😀', '😎'],
    );
  });

  it('say where a discussion waits for an answer', () => {
    const at = example();
    const on = (id: string) => ({ kind: 'annotation', source: SECOND, id }) as const;
    carryOut(at, [
      { op: 'comment', on: on('a-note01'), text: 'Where?' },
      { op: 'comment', on: on('a-person'), text: 'Who?' },
      { op: 'comment', on: on('a-person'), resolved: true },
    ]);
    const waiting = (): readonly string[] =>
      openThreadSpans(locatedIn(at, SECOND)).map(({ start, end }) =>
        TEXTS[SECOND].slice(start, end),
      );
    assert.deepEqual(waiting(), ['met']);
    carryOut(at, [{ op: 'update', id: 'a-note01', status: 'rejected' }]);
    assert.deepEqual(waiting(), []);
  });

  it('leave out what was rejected and what has no place', () => {
    const at = example();
    carryOut(at, [
      { op: 'update', id: 'a-note01', status: 'rejected' },
      { op: 'update', id: 'a-person', status: 'disputed' },
    ]);
    assert.deepEqual(drawn(at, SECOND), [
      'mention blue proposed: Xi',
      'mention blue disputed: the Ukrainian foreign minister',
      'mention green accepted inner: Ukrainian',
    ]);
    assert.deepEqual(drawn(at, SECOND, 'Another text altogether.'), []);
  });

  it('show the proposed place of words that changed as uncertain', () => {
    const text = TEXTS[FIRST].replace('Zelensky', 'Zelenskiy');
    assert.ok(drawn(example(), FIRST, text).includes('mention blue uncertain: Zelenskiy'));
  });
});

describe('the selected record', () => {
  it('is the record of the annotation at the caret, with all of its passages', () => {
    const at = example();
    const located = locatedIn(at, FIRST);
    const [first] = located;
    assert.ok(first !== undefined);
    const selected = selectedBy(at.store, first);
    assert.deepEqual(selected, { kind: 'entity', id: 'xi-jinping' });
    assert.deepEqual(
      sameRecord(at.store, located, selected).map(({ record }) => record.annotation.id),
      ['a-mention1', 'a-mention2'],
    );
  });

  it('is the annotation alone when it names no record', () => {
    const at = example();
    const located = locatedIn(at, FIRST);
    const time = located.find(({ record }) => record.annotation.id === 'a-time01');
    assert.ok(time !== undefined);
    const selected = selectedBy(at.store, time);
    assert.deepEqual(sameRecord(at.store, located, selected), [time]);
  });
});
