import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CompareOutline, inComparedOrder, nextUndecided } from '../../../src/core/outline/compare';
import { extentOfPair, marksOfPair, pairsAt } from '../../../src/core/outline/compareMarks';
import type { OutlineNode } from '../../../src/core/outline/node';
import { agreementOf } from '../../../src/core/review/agreement/agreement';
import { withDecisionsOf } from '../../../src/core/review/decidedElsewhere';
import { pairUp, type Pair } from '../../../src/core/review/pairs';
import { SourceText } from '../../../src/core/text/sourceText';
import { layer, sketched, type Sketch } from '../review/layered';
import { entityFile, type Workspace } from '../workspace';
import { linesOf } from './example';

const TEXT = 'Wang Yi met Li Hui in Beijing. “So what?” she asked Boris in Kyiv on Monday.';
const RECORDS = { ...entityFile('wang-yi'), ...entityFile('li-hui'), ...entityFile('boris') };

const SKETCHES: readonly Sketch[] = [
  { id: 'a-00000a', on: 'Wang Yi', entity: 'wang-yi', by: 'anna' },
  { id: 'a-00000b', on: 'Wang Yi', entity: 'wang-yi', by: 'boris' },
  { id: 'a-00000c', on: 'Li Hui', entity: 'li-hui', by: 'anna' },
  { id: 'a-00000d', on: 'Li Hui in', entity: 'wang-yi', by: 'boris' },
  { id: 'a-00000e', on: 'Beijing', note: 'Where?', by: 'anna' },
  { id: 'a-00000f', on: 'Monday', type: 'time', value: '2024-07-22', by: 'boris' },
  { id: 'a-00000g', on: 'Boris', entity: 'boris', by: 'anna', decision: 'a-00000g' },
  {
    id: 'a-00000h',
    on: 'Boris',
    entity: 'boris',
    by: 'boris',
    decision: 'a-00000g',
    status: 'rejected',
  },
  { id: 'a-00000i', on: 'Kyiv', note: 'No', by: 'anna', decision: 'none', status: 'rejected' },
];

function compared(sketches = SKETCHES): {
  readonly at: Workspace;
  readonly outline: CompareOutline;
  readonly pairs: readonly Pair[];
} {
  const at = sketched(TEXT, sketches, RECORDS);
  const [a, b] = [layer(at, 'anna'), layer(at, 'boris')];
  const pairs = inComparedOrder(pairUp(a, b));
  const outline = new CompareOutline(at.store);
  const agreement = agreementOf([a, b], () => ({ text: SourceText.of(TEXT) }));
  outline.show({ a, b, pairs, agreement });
  return { at, outline, pairs };
}

function keys(pairs: readonly Pair[]): readonly string[] {
  return pairs.map(({ key }) => key);
}

describe('the outline of a comparison of two annotators', () => {
  it('has the figures, then by source what agrees, differs and is of one only, and what is decided', () => {
    const [figures, ...sources] = linesOf(compared().outline.roots());
    assert.match(figures ?? '', /^anna ↔ boris \| F1 \d\.\d\d · κ -?\d\.\d\d · α -?\d\.\d\d$/);
    assert.deepEqual(sources.slice(sources.findIndex((line) => line.startsWith('s.txt'))), [
      's.txt | 2 of 6 decided',
      '  Agree | 1',
      '    Wang Yi | wang-yi, person',
      '  Differ | 1',
      '    Li Hui | span: “Li Hui” ↔ “Li Hui in” · entity: li-hui ↔ wang-yi',
      '  Only anna | 1',
      '    Beijing | “Where?”',
      '  Only boris | 1',
      '    Monday | time, 2024-07-22',
      '  Decided | 2',
      '    Boris | anna’s stands · boris, person',
      '    Kyiv | neither stands · “No”',
    ]);
  });

  it('counts in the figures everything, decided or not', () => {
    const [figures] = compared().outline.roots();
    assert.deepEqual(linesOf(figures?.children?.() ?? []).slice(0, 5), [
      'Decided | 2 of 6',
      'Agree | 2',
      'Differ | 1',
      'Only anna | 2',
      'Only boris | 1',
    ]);
  });

  it('says in words of a screen reader what each is', () => {
    const { outline, pairs } = compared();
    const spoken = pairs.map(({ key }) => outline.pathTo(key).at(-1)?.spoken);
    assert.equal(
      spoken[1],
      'Differ, Li Hui, span: “Li Hui” ↔ “Li Hui in”, entity: li-hui ↔ wang-yi',
    );
    assert.equal(spoken[4], 'Agree, Boris, boris, person, anna’s stands');
  });

  it('finds the way to each pair, and to none that is not there', () => {
    const { outline, pairs } = compared();
    for (const { key } of pairs) {
      const path = outline.pathTo(key);
      assert.deepEqual(path.at(-1)?.pairs, [key]);
      assert.equal(path.length, 3);
    }
    assert.deepEqual(outline.pathTo('s.txt - -'), []);
  });

  it('folds what is decided, and a source in which everything is', () => {
    const isExpanded = (nodes: readonly OutlineNode[]): unknown =>
      nodes.map(({ label, expanded }) => [label, expanded === true]);
    const [, open] = compared().outline.roots();
    assert.equal(open?.expanded, true);
    assert.deepEqual(isExpanded(open.children?.() ?? []), [
      ['Agree', false],
      ['Differ', true],
      ['Only anna', true],
      ['Only boris', true],
      ['Decided', false],
    ]);
    const decided = SKETCHES.filter(({ decision }) => decision !== undefined);
    const [, done] = compared(decided).outline.roots();
    assert.equal(done?.expanded, false);
    assert.equal(done.description, 'all 2 decided');
  });

  it('leads from what was decided to what follows in the list, and round its end', () => {
    const { pairs } = compared();
    const order = keys(pairs);
    const next = (...from: readonly number[]): number =>
      order.indexOf(
        nextUndecided(
          pairs,
          order,
          from.map((index) => order[index] ?? ''),
        )?.key ?? '',
      );
    assert.equal(next(0), 1);
    assert.equal(next(0, 2), 3);
    assert.equal(next(3), 0);
    assert.equal(next(1, 0, 2, 3), -1);
  });

  it('leads on in the list as it was, also when it is another one now', () => {
    const { pairs } = compared();
    const order = keys(pairs);
    const left = pairs.filter((_, index) => index !== 1);
    assert.equal(nextUndecided(left, order, [order[1] ?? ''])?.key, order[2]);
    assert.equal(nextUndecided(left, [], [])?.key, order[0]);
  });

  it('has nothing to show without a comparison', () => {
    const { outline } = compared();
    outline.show(undefined);
    assert.deepEqual(outline.roots(), []);
  });

  it('tells records of one name apart by their ids, and other differences by their values', () => {
    const name = (id: string): string => `format: entity/1\nid: ${id}\ntype: person\nname: "Li"\n`;
    const at = sketched(
      TEXT,
      [
        { id: 'a-00000a', on: 'Wang Yi', entity: 'li-one', by: 'anna', certainty: 'possible' },
        { id: 'a-00000b', on: 'Wang Yi', entity: 'li-two', by: 'boris' },
      ],
      {
        'annotations/entities/li-one.yaml': name('li-one'),
        'annotations/entities/li-two.yaml': name('li-two'),
      },
    );
    const [a, b] = [layer(at, 'anna'), layer(at, 'boris')];
    const outline = new CompareOutline(at.store);
    outline.show({ a, b, pairs: pairUp(a, b) });
    assert.ok(
      linesOf(outline.roots()).includes(
        '    Wang Yi | entity: li-one ↔ li-two · certainty: possible ↔ certain',
      ),
    );
    assert.ok(linesOf(outline.roots()).includes('anna ↔ boris | reckoning…'));
  });
});

describe('the marks of a pair', () => {
  const text = SourceText.of(`😀 ${TEXT}`);

  it('are where each side is, in UTF-16, and a pair is found at each of its characters', () => {
    const at = sketched(text.text, SKETCHES, RECORDS);
    const pairs = pairUp(layer(at, 'anna'), layer(at, 'boris'));
    const pair = pairs.find(({ kind }) => kind === 'differing');
    assert.ok(pair !== undefined);
    const words = marksOfPair(pair, text).map(({ side, spans }) => [
      side,
      spans.map(({ start, end }) => text.text.slice(start, end)),
    ]);
    assert.deepEqual(words, [
      ['a', ['Li Hui']],
      ['b', ['Li Hui in']],
    ]);
    const { start, end } = extentOfPair(pair, text);
    assert.equal(text.text.slice(start, end), 'Li Hui in');
    assert.deepEqual(keys(pairsAt(pairs, text, end)), [pair.key]);
    assert.deepEqual(pairsAt(pairs, text, 0), []);
  });
});

describe('decisions in other files than those of a layer', () => {
  it('count for it, by source and id', () => {
    const open = SKETCHES.map(({ id, on, entity, by }): Sketch => ({
      id,
      on,
      ...(entity === undefined ? { note: 'n' } : { entity }),
      ...(by === undefined ? {} : { by }),
    }));
    const { store } = sketched(TEXT, SKETCHES, RECORDS);
    const known = withDecisionsOf(layer(sketched(TEXT, open, RECORDS), 'boris'), store.indexes);
    const own = known.annotations.get('s.txt') ?? [];
    assert.deepEqual(
      own.flatMap(({ id, decision, status }) =>
        decision === undefined ? [] : [[id, decision, status]],
      ),
      [['a-00000h', 'a-00000g', 'rejected']],
    );
  });
});
