import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_FILTER } from '../../../src/core/outline/filter';
import { SourceOutline } from '../../../src/core/outline/source';
import { example, FIRST, idsOf, linesOf, locatedIn, SECOND, TEXTS, written } from './example';

function outlineOf(path: keyof typeof TEXTS, filter = NO_FILTER, text?: string): SourceOutline {
  const at = example();
  const outline = new SourceOutline(at.store);
  outline.show({ path, located: locatedIn(at, path, text) }, filter);
  return outline;
}

describe('the outline of a source', () => {
  it('begins with what is known of the source, then has the annotations in the order of the text', () => {
    assert.deepEqual(written(outlineOf(FIRST)), [
      'Xi calls Kyiv | The Daily · 26 April 2023 · 6 annotations',
      '  Title | Xi calls Kyiv',
      '  Publisher | The Daily',
      '  Published | 26 April 2023',
      '  Language | en',
      '  Reliability | not known',
      '  Address | not known',
      '  File | seeds/first.txt',
      '  State | in progress',
      '  All annotated sources | 0 of 2 reviewed',
      'Xi | Xi Jinping',
      'Xi Jinping spoke with Zelensky on Wednesday | Xi and Zelenskyy speak by phone · probable',
      'Xi Jinping',
      'Zelensky | Volodymyr Zelenskyy',
      'Wednesday | 26 April 2023',
      'We agree | Xi Jinping',
    ]);
  });

  it('shows notes and nested mentions, the longer of two that start together first', () => {
    assert.deepEqual(written(outlineOf(SECOND), 1).slice(1), [
      'Xi | Xi Jinping · proposed',
      'the Ukrainian foreign minister | Volodymyr Zelenskyy',
      'Ukrainian | Ukraine',
      'met | Where exactly?',
    ]);
  });

  it('has an icon for each kind and a colour for each type', () => {
    assert.deepEqual(
      outlineOf(FIRST)
        .roots()
        .slice(1)
        .map(({ icon }) => `${icon?.name ?? ''} ${icon?.color ?? ''}`),
      [
        'person blue',
        'calendar event',
        'person blue',
        'person blue',
        'watch time',
        'quote statement',
      ],
    );
  });

  it('puts what the text no longer has last, and says why', () => {
    const changed = TEXTS[FIRST].replace('“We agree,” Xi said.', '').replace(
      'Zelensky',
      'Zelenskiy',
    );
    const nodes = outlineOf(FIRST, NO_FILTER, changed).roots();
    const last = nodes.at(-1);
    assert.equal(last?.label, 'Not found in the text');
    const lost = linesOf(last.children?.() ?? []);
    assert.ok(
      lost.some((line) => line.startsWith('Zelensky | the words changed')),
      lost.join('\n'),
    );
    assert.ok(
      lost.some((line) => line.startsWith('We agree | gone')),
      lost.join('\n'),
    );
  });

  it('is empty without a source, and has a node for one that nobody has annotated', () => {
    const at = example();
    const outline = new SourceOutline(at.store);
    assert.deepEqual(outline.roots(), []);
    outline.show({ path: 'seeds/new.txt', located: [] }, NO_FILTER);
    assert.deepEqual(written(outline, 1), ['new.txt | no annotations yet']);
  });

  it('keeps the source itself under any filter', () => {
    const persons = { ...NO_FILTER, entityTypes: ['person'] };
    assert.deepEqual(
      written(outlineOf(SECOND, persons), 1).map((line) => line.split(' | ')[0]),
      ['second.txt', 'Xi', 'the Ukrainian foreign minister'],
    );
    const words = { ...NO_FILTER, text: 'nothing like this' };
    assert.equal(written(outlineOf(SECOND, words), 1).length, 1);
  });

  it('says each annotation in a sentence that begins with its kind', () => {
    const spoken = outlineOf(FIRST)
      .roots()
      .slice(1)
      .map((node) => node.spoken);
    assert.deepEqual(spoken, [
      'Person, Xi, Xi Jinping',
      'Event, Consult, Xi Jinping spoke with Zelensky on Wednesday, Xi and Zelenskyy speak by phone, probable',
      'Person, Xi Jinping',
      'Person, Zelensky, Volodymyr Zelenskyy',
      'Time, Wednesday, 26 April 2023',
      'Statement, We agree, Xi Jinping',
    ]);
  });

  it('leads only to its own source and annotations', () => {
    const outline = outlineOf(FIRST);
    const own = { kind: 'annotation', source: FIRST, id: 'a-time01' } as const;
    assert.deepEqual(outline.chainTo(own), [own]);
    assert.deepEqual(outline.chainTo({ ...own, source: SECOND }), []);
    assert.deepEqual(outline.chainTo({ kind: 'source', path: SECOND }), []);
    assert.deepEqual(outline.chainTo({ kind: 'entity', id: 'beijing' }), []);
  });

  it('gives every node an id of its own', () => {
    const ids = idsOf(outlineOf(FIRST).roots());
    assert.equal(new Set(ids).size, ids.length);
  });
});
