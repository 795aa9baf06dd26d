import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  isSettled,
  planReanchoring,
  reanchorOperation,
  type Reanchoring,
} from '../../../src/core/operations/reanchorPlan';
import {
  inContext,
  lineWords,
  quoteWords,
  reasonWords,
} from '../../../src/core/operations/reanchorWords';
import { perform } from '../../../src/core/operations/perform';
import { locate, locatedAt } from '../../../src/core/store/locate';
import type { Anchoring } from '../../../src/core/text/anchor';
import { SourceText } from '../../../src/core/text/sourceText';
import { annotationFile, carryOut, entityFile, workspace, type Workspace } from '../workspace';

const OLD = '😀 Wang Yi came.\nHe met Kuleba in Kyiv and left.\n';

/** Annotations of these words of the old text, in a workspace whose source is the new one. */
function changed(text: string, ...words: readonly string[]): Workspace {
  const before = workspace(entityFile('wang-yi'), { 's.txt': OLD });
  carryOut(
    before,
    words.map((exact) => ({ op: 'annotate', source: 's.txt', exact, entity: 'wang-yi' })),
  );
  const file = before.store.file('annotations/s.txt.ann.yaml')?.text ?? '';
  const files = { ...entityFile('wang-yi'), 'annotations/s.txt.ann.yaml': file };
  return workspace(files, { 's.txt': text });
}

function planOf(where: Workspace, old?: SourceText): readonly Reanchoring[] {
  const source = where.sourceText('s.txt') ?? SourceText.of('');
  const located = locate(source, where.store.indexes.annotationsOf('s.txt'), old);
  return planReanchoring(source, located, old);
}

/** The plan for one annotation whose targets were found so. */
function planFor(
  text: string,
  records: readonly string[],
  ...anchorings: readonly Anchoring[]
): Reanchoring {
  const where = workspace(annotationFile('s.txt', ...records), { 's.txt': text });
  const [record] = where.store.indexes.annotationsOf('s.txt');
  assert.ok(record !== undefined);
  const [entry] = planReanchoring(SourceText.of(text), [locatedAt(record, anchorings)]);
  assert.ok(entry !== undefined);
  return entry;
}

describe('the plan', () => {
  it('has nothing to do where every annotation is as it would be written', () => {
    const plan = planOf(changed(OLD, 'Wang Yi', 'Kuleba'));
    assert.deepEqual(
      plan.map(({ kind, differences }) => [kind, differences]),
      [
        ['exact', []],
        ['exact', []],
      ],
    );
    assert.ok(isSettled(plan));
  });

  it('says from which line to which, when the old text is known', () => {
    const where = changed(`A headline.\n\n${OLD}`, 'Kuleba');
    const [entry] = planOf(where, SourceText.of(OLD));
    assert.ok(entry !== undefined);
    assert.deepEqual(entry.differences, ['place']);
    assert.equal(lineWords(entry), 'line 2 → line 4');
    assert.equal(reasonWords(entry), 'other place');
    const [unknown] = planOf(where);
    assert.equal(unknown && lineWords(unknown), 'line 4');
  });

  it('says when only the context was changed', () => {
    const [entry] = planOf(changed(OLD.replace('Kyiv', 'Lviv'), 'Kuleba'), SourceText.of(OLD));
    assert.ok(entry !== undefined);
    assert.deepEqual(entry.differences, ['context']);
    assert.equal(lineWords(entry), 'line 2');
  });

  it('leaves what is not found without a place', () => {
    const [entry] = planOf(changed('Nothing of it.\n', 'Kuleba'), SourceText.of(OLD));
    assert.ok(entry !== undefined);
    assert.deepEqual([entry.kind, entry.now, entry.proposals], ['orphaned', undefined, []]);
    assert.equal(lineWords(entry), 'line 2 → no place');
    assert.equal(reasonWords(entry), 'not found');
    assert.equal(isSettled([entry]), false);
  });

  it('offers the candidates of what was changed, best first, with the reason', () => {
    const text = 'Ada came. Eda left.';
    const records = [
      '  a-00000a:',
      '    exact: "Ida"',
      '    start: 0',
      '    end: 3',
      '    note: "n"',
    ];
    const first = { span: { start: 0, end: 3 }, score: 0.75, reason: 'words-changed' } as const;
    const second = { span: { start: 10, end: 13 }, score: 0.5, reason: 'neighbours' } as const;
    const entry = planFor(text, records, { kind: 'ambiguous', candidates: [first, second] });
    assert.deepEqual(
      entry.proposals.map(({ words, score, reason }) => [words, score, reason]),
      [
        ['Ada', 0.75, 'words-changed'],
        ['Eda', 0.5, 'neighbours'],
      ],
    );
    assert.equal(lineWords(entry), 'line 1?');
    assert.equal(quoteWords(entry), '“Ida” → “Ada”');
    assert.equal(reasonWords(entry), 'other words where it was, 75 %; 1 more');
    const [best] = entry.proposals;
    assert.ok(best !== undefined);
    assert.equal(inContext(SourceText.of(text), best), '… ⟦Ada⟧ came. Eda left. …');
  });

  it('proposes a place for every fragment or none', () => {
    const records = [
      '  a-00000a:',
      '    fragments:',
      '      - { exact: "took", start: 0, end: 4 }',
      '      - { exact: "off", start: 9, end: 12 }',
      '    note: "n"',
    ];
    const text = 'took her off, off';
    const took: Anchoring = { kind: 'exact', span: { start: 0, end: 4 } };
    const twin = (start: number, score: number) =>
      ({ span: { start, end: start + 3 }, score, reason: 'twin' }) as const;
    const open: Anchoring = { kind: 'ambiguous', candidates: [twin(9, 0.9), twin(14, 0.8)] };
    const entry = planFor(text, records, took, open);
    assert.equal(entry.kind, 'ambiguous');
    assert.deepEqual(
      entry.proposals.map(({ spans, score }) => [spans.map(({ start }) => start), score]),
      [
        [[0, 9], 0.9],
        [[0, 14], 0.8],
      ],
    );
    const lost = planFor(text, records, took, { kind: 'orphaned' });
    assert.deepEqual([lost.kind, lost.proposals], ['orphaned', []]);
    const without = planFor(text, records, took, { kind: 'ambiguous', candidates: [] });
    assert.deepEqual(without.proposals, []);
  });

  it('leaves ids that two files of the source have', () => {
    const [[path, text] = ['', '']] = Object.entries(
      annotationFile(
        's.txt',
        '  a-00000a:',
        '    exact: "Kuleba"',
        '    start: 0',
        '    note: "n"',
      ),
    );
    const where = workspace({ [path]: text, 's.txt.ann.yaml': text }, { 's.txt': 'Kuleba' });
    assert.deepEqual(
      planOf(where).map(({ differences }) => differences),
      [[], []],
    );
  });
});

describe('the operation of a plan', () => {
  it('leaves nothing to do when it was done', () => {
    const where = changed(`A headline.\n\n${OLD}😀`, 'Wang Yi', 'Kuleba', 'left');
    const source = where.sourceText('s.txt');
    assert.ok(source !== undefined);
    const places = planOf(where).flatMap(({ record, now }) =>
      now === undefined ? [] : [{ record, place: now }],
    );
    assert.equal(places.length, 3);
    const operation = reanchorOperation('s.txt', source, places);
    carryOut(where, [operation]);
    assert.ok(
      planOf(where).every(({ kind, differences }) => kind === 'exact' && differences.length === 0),
    );
    assert.equal(where.store.indexes.source('s.txt')?.blob, source.blob);
    assert.deepEqual(perform(where.store, where, [operation]), {
      ok: true,
      changes: [],
      ids: ['s.txt'],
    });
  });
});
