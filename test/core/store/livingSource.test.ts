/** Annotations of an open source while its text and its files change. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Annotation, Target } from '../../../src/core/model/annotation';
import { LivingSource } from '../../../src/core/store/livingSource';
import type { AnnotationRecord } from '../../../src/core/store/store';
import { describe as describeSpan } from '../../../src/core/text/describe';
import { SourceText } from '../../../src/core/text/sourceText';
import { markedText } from '../markedText';

const NO_OLD_TEXT = (): undefined => undefined;

function record(id: string, targets: readonly [Target, ...Target[]]): AnnotationRecord {
  const annotation: Annotation = {
    id,
    targets,
    roles: [],
    attributes: {},
    status: 'accepted',
    note: 'A note.',
  };
  return { kind: 'annotation', annotation, source: 'a.txt', path: 'annotations/a.txt.ann.yaml' };
}

function opened(marked: string): {
  readonly living: LivingSource;
  readonly records: readonly AnnotationRecord[];
} {
  const { text, spans } = markedText(marked);
  const source = SourceText.of(text);
  const records = spans.map((span, index) => record(`a-${index}`, [describeSpan(source, span)]));
  return { living: new LivingSource(source, records, NO_OLD_TEXT), records };
}

function words(living: LivingSource): readonly string[] {
  return living.located.map(({ record: { annotation }, spans }) =>
    [annotation.id, ...spans.map(({ start, end }) => living.text.slice(start, end))].join(' '),
  );
}

function replace(living: LivingSource, old: string, newText: string): void {
  const start = living.text.indexOf(old);
  living.apply([{ start, end: start + old.length, newText }], 'edit');
}

/** What the file says after it was written anew. */
function rewritten(living: LivingSource): readonly AnnotationRecord[] {
  const differing = new Map(
    living.differing.map((each) => [each.record.annotation.id, each.spans]),
  );
  return living.located.map((each) => {
    const [span] = differing.get(each.record.annotation.id) ?? [];
    if (span === undefined) return each.record;
    return record(each.record.annotation.id, [describeSpan(SourceText.of(living.text), span)]);
  });
}

describe('the annotations of an open source', () => {
  it('are in document order wherever they move', () => {
    const { living } = opened('[[Anna]] came.\n[[Eve]] left.\n');
    assert.deepEqual(words(living), ['a-0 Anna', 'a-1 Eve']);
    assert.equal(living.located, living.located);
    replace(living, 'Anna came.\n', '');
    assert.deepEqual(words(living), ['a-1 Eve', 'a-0']);
    replace(living, 'left.\n', 'left.\nAnna came.\n');
    assert.deepEqual(words(living), ['a-1 Eve', 'a-0 Anna']);
    assert.deepEqual(
      living.at(1).map((each) => each.record.annotation.id),
      ['a-1'],
    );
  });

  it('keep their places when something else about them changes', () => {
    const { living, records } = opened('[[Anna Smith]] came.');
    replace(living, 'a S', 'a Maria S');
    const noted = records.map((each) => ({
      ...each,
      annotation: { ...each.annotation, note: 'Another.' },
    }));
    assert.ok(living.update(noted, NO_OLD_TEXT));
    assert.deepEqual(words(living), ['a-0 Anna Maria Smith']);
    assert.equal(living.located[0]?.record.annotation.note, 'Another.');
  });

  it('are told once when they have to be written anew, and stay where they are then', () => {
    const { living } = opened('[[Anna Smith]] came to see [[Eve]] on the first day of May.');
    replace(living, 'a S', 'a Maria S');
    assert.deepEqual(
      living.differing.map((each) => each.record.annotation.id),
      ['a-0', 'a-1'],
    );
    living.update(rewritten(living), NO_OLD_TEXT);
    assert.deepEqual(living.differing, []);
    assert.deepEqual(words(living), ['a-0 Anna Maria Smith', 'a-1 Eve']);
    assert.ok(living.located.every(({ anchorings }) => anchorings[0]?.kind === 'exact'));
  });

  it('stay where they are when their file is taken back to words of before', () => {
    const { living, records } = opened('Today [[Anna Smith]] came.');
    replace(living, 'a S', 'a Maria S');
    living.update(rewritten(living), NO_OLD_TEXT);
    living.update(records, NO_OLD_TEXT);
    assert.deepEqual(words(living), ['a-0 Anna Maria Smith']);
    assert.equal(living.differing.length, 1);
  });

  it('stay where they are when the text changed while they were written', () => {
    const { living } = opened('Today [[Anna Smith]] came.');
    replace(living, 'a S', 'a Maria S');
    const records = rewritten(living);
    living.rewriting(records);
    replace(living, 'Today', 'Yesterday at noon');
    replace(living, 'Maria', 'M.');
    living.update(records, NO_OLD_TEXT);
    assert.deepEqual(words(living), ['a-0 Anna M. Smith']);
    assert.equal(living.differing.length, 1);
  });

  it('go where their file says, and away with it', () => {
    const { living } = opened('[[Anna]] came. Anna left.');
    const span = { start: 11, end: 15 };
    const moved = record('a-0', [describeSpan(SourceText.of(living.text), span)]);
    const added = record('a-9', [describeSpan(SourceText.of(living.text), { start: 16, end: 20 })]);
    assert.ok(living.update([moved, added], NO_OLD_TEXT));
    assert.deepEqual(living.located[0]?.spans, [span]);
    assert.deepEqual(words(living), ['a-0 Anna', 'a-9 left']);
    living.update([], NO_OLD_TEXT);
    assert.deepEqual(living.located, []);
    assert.deepEqual(living.at(12), []);
  });

  it('are found with the old text when it comes to be known', () => {
    const old = SourceText.of('On Monday Anna Smith came to see us.');
    const target = describeSpan(old, { start: 10, end: 20 });
    const now = SourceText.of('On Monday Hanna Smith came to see us.');
    const living = new LivingSource(now, [record('a-0', [target])], NO_OLD_TEXT);
    assert.ok(living.isInDoubt);
    living.refine(() => old);
    replace(living, 'On Monday', 'On Tuesday');
    living.refine(() => old);
    assert.equal(living.located.length, 1);
  });

  it('that a person deleted come back with undo even if they were looked for since', () => {
    const { living } = opened('Today [[Anna Smith]] came.');
    replace(living, 'Anna Smith ', '');
    living.refine(NO_OLD_TEXT);
    assert.deepEqual(words(living), ['a-0']);
    living.apply([{ start: 6, end: 6, newText: 'Anna Smith ' }], 'undo');
    assert.deepEqual(words(living), ['a-0 Anna Smith']);
  });
});
