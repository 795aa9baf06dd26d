import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EntitiesOutline } from '../../../src/core/outline/entities';
import { NO_FILTER } from '../../../src/core/outline/filter';
import { pathTo } from '../../../src/core/outline/node';
import { carryOut } from '../workspace';
import { example, FIRST, idsOf, SECOND, written, type Example } from './example';

function outlineOf(at: Example): EntitiesOutline {
  return new EntitiesOutline(at.store, at.tallies);
}

describe('the outline of entities', () => {
  it('groups by type in the order of the schema, then by source, with counts', () => {
    assert.deepEqual(written(outlineOf(example())), [
      'Person | 2',
      '  Volodymyr Zelenskyy | 2 in 2 sources',
      '    Xi calls Kyiv | 1',
      '      …spoke with Zelensky on Wednesday. “We agree,” Xi…',
      '    second.txt | 1',
      '      Mr Xi and the Ukrainian foreign minister met in Beijing.',
      '  Xi Jinping | 3 in 2 sources',
      '    Xi calls Kyiv | 2',
      '      Xi calls Kyiv',
      '      Xi Jinping spoke with Zelensky on…',
      '    second.txt | 1',
      '      Mr Xi and the Ukrainian foreign… | proposed',
      'Place | 2',
      '  Beijing | no mentions',
      '  Ukraine | 1 in 1 source',
      '    second.txt | 1',
      '      Mr Xi and the Ukrainian foreign minister met in Beijing…',
    ]);
  });

  it('marks the quoted words of a mention in their context', () => {
    const outline = outlineOf(example());
    const chain = outline.chainTo({ kind: 'annotation', source: FIRST, id: 'a-mention3' });
    const mention = pathTo(outline.roots(), chain).at(-1);
    const { start, end } = mention?.highlight ?? { start: 0, end: 0 };
    assert.equal(mention?.label.slice(start, end), 'Zelensky');
  });

  it('puts the most mentioned first when asked to', () => {
    const outline = outlineOf(example());
    outline.configure(NO_FILTER, 'count');
    assert.deepEqual(written(outline, 2), [
      'Person | 2',
      '  Xi Jinping | 3 in 2 sources',
      '  Volodymyr Zelenskyy | 2 in 2 sources',
      'Place | 2',
      '  Ukraine | 1 in 1 source',
      '  Beijing | no mentions',
    ]);
  });

  it('keeps only what the filter lets through, unfolded and under other ids', () => {
    const at = example();
    const outline = outlineOf(at);
    const before = outline.roots();
    outline.configure({ ...NO_FILTER, text: '习近平' }, 'name');
    const [person, ...others] = outline.roots();
    assert.deepEqual(written(outline, 2), ['Person | 1', '  Xi Jinping | 3 in 2 sources']);
    assert.equal(person?.expanded, true);
    assert.notEqual(person.id, before[0]?.id);
    assert.equal(others.length, 0);
    assert.deepEqual(outline.shown(), { shown: 1, all: 4 });
  });

  it('shows a type that the schema does not know after those it knows', () => {
    const at = example();
    at.store.replaceFile(
      'annotations/entities/nessie.yaml',
      'format: entity/1\nid: nessie\ntype: monster\nname: "Nessie"\n',
    );
    assert.deepEqual(
      outlineOf(at)
        .roots()
        .map(({ label }) => label),
      ['Person', 'Place', 'monster'],
    );
  });

  it('shows a merged entity as the one that took its place, with the mentions of both', () => {
    const at = example();
    at.store.replaceFile(
      'annotations/entities/zelenskyy.yaml',
      'format: entity/1\nid: zelenskyy\ntype: person\nname: "Z"\nmergedInto: xi-jinping\n',
    );
    assert.deepEqual(written(outlineOf(at), 2).slice(0, 2), [
      'Person | 1',
      '  Xi Jinping | 5 in 2 sources',
    ]);
  });

  it('leads to an entity, and through it and its source to a mention', () => {
    const outline = outlineOf(example());
    const path = pathTo(
      outline.roots(),
      outline.chainTo({ kind: 'annotation', source: SECOND, id: 'a-mention4' }),
    );
    assert.deepEqual(
      path.map(({ kind }) => kind),
      ['group', 'entity', 'source', 'annotation'],
    );
    assert.equal(
      pathTo(outline.roots(), outline.chainTo({ kind: 'entity', id: 'beijing' })).at(-1)?.label,
      'Beijing',
    );
  });

  it('leads nowhere for what it does not show', () => {
    const outline = outlineOf(example());
    assert.deepEqual(outline.chainTo({ kind: 'annotation', source: FIRST, id: 'a-time01' }), []);
    assert.deepEqual(outline.chainTo({ kind: 'entity', id: 'nobody' }), []);
    assert.deepEqual(outline.chainTo({ kind: 'event', id: 'call' }), []);
    outline.configure({ ...NO_FILTER, entityTypes: ['place'] }, 'name');
    const chain = outline.chainTo({ kind: 'entity', id: 'xi-jinping' });
    assert.deepEqual(pathTo(outline.roots(), chain), []);
  });

  it('gives every node an id of its own, the same each time', () => {
    const outline = outlineOf(example());
    const ids = idsOf(outline.roots());
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(idsOf(outline.roots()), ids);
  });

  it('says each node in a sentence', () => {
    const outline = outlineOf(example());
    const entity = pathTo(outline.roots(), [{ kind: 'entity', id: 'xi-jinping' }]).at(-1);
    assert.equal(entity?.spoken, 'Xi Jinping, Person, 3 mentions in 2 sources');
  });

  it('divides a type of thousands into parts, and still finds the last of them', () => {
    const at = example([]);
    for (let number = 10_000; number < 12_001; number++) {
      at.store.replaceFile(
        `annotations/entities/e-${number}.yaml`,
        `format: entity/1\nid: e-${number}\ntype: person\nname: "Name ${number}"\n`,
      );
    }
    const outline = outlineOf(at);
    const [person] = outline.roots();
    const parts = person?.children?.() ?? [];
    assert.deepEqual(
      parts.map(({ label, description }) => `${label}: ${description}`),
      ['Name 10000 – Name 11999: 2000', 'Name 12000 – Name 12000: 1'],
    );
    assert.deepEqual(
      pathTo(outline.roots(), [{ kind: 'entity', id: 'e-12000' }]).map(({ label }) => label),
      ['Person', 'Name 12000 – Name 12000', 'Name 12000'],
    );
  });

  it('follows the store', () => {
    const at = example();
    const outline = outlineOf(at);
    carryOut(at, [{ op: 'delete', id: 'a-mention1' }]);
    assert.equal(written(outline, 2)[2], '  Xi Jinping | 2 in 2 sources');
  });
});
