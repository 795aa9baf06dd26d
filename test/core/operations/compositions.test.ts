import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { annotateAll, idForName, newEntity } from '../../../src/core/operations/compositions';
import { perform } from '../../../src/core/operations/perform';
import { Store } from '../../../src/core/store/store';
import { SourceText } from '../../../src/core/text/sourceText';
import { markedText } from '../markedText';

const PATH = 'seeds/a.txt';

describe('annotating several passages with a new entity', () => {
  const { text, spans } = markedText('🇺🇦 [[Zelensky]] spoke. “[[Zelensky]]’s plan”');
  const source = SourceText.of(text);
  const store = new Store();
  const creation = newEntity(store, 'person', 'Volodymyr Zelenskyy', 'Zelensky');
  const passages = { source: PATH, text: source, spans };
  const operations = [creation, ...annotateAll(passages, { entity: creation.id })];

  it('counts in code points', () => {
    assert.deepEqual(annotateAll(passages, { note: 'n' })[0], {
      op: 'annotate',
      source: PATH,
      start: 3,
      end: 11,
      note: 'n',
    });
  });

  it('is one step that the operations accept', () => {
    let made = 0;
    const around = {
      sourceText: (path: string) => (path === PATH ? source : undefined),
      newAnnotationId: () => `a-00000${(made += 1)}`,
    };
    const performed = perform(store, around, operations);
    assert.ok(performed.ok);
    assert.deepEqual(
      performed.changes.map(({ path }) => path),
      ['annotations/entities/volodymyr-zelenskyy.yaml', `annotations/${PATH}.ann.yaml`],
    );
    const [entity, file] = performed.changes;
    assert.match(entity?.after ?? '', /aliases:\n {2}- "Zelensky"/);
    assert.equal(file?.after?.match(/entity: volodymyr-zelenskyy/g)?.length, 2);
  });
});

describe('a new entity', () => {
  it('has no alias when the passage calls it by its name', () => {
    const entity = newEntity(new Store(), 'person', 'Wang Yi', 'Wang Yi’s');
    assert.equal(entity.aliases, undefined);
  });

  it('has an alias of one line, without a possessive ending', () => {
    const { aliases } = newEntity(new Store(), 'person', 'Wang Yi', ' Director\n Wang’s');
    assert.deepEqual(aliases, ['Director Wang']);
    assert.equal(newEntity(new Store(), 'person', 'Wang Yi', undefined).aliases, undefined);
    assert.equal(newEntity(new Store(), 'person', 'Wang Yi', 'WANG YI').aliases, undefined);
  });

  it('has an id that no entity or event has', () => {
    const store = new Store();
    store.replaceFile(
      'annotations/events/wang-yi.yaml',
      'format: event/1\nid: wang-yi\ntype: consult\ntitle: "x"\n',
    );
    assert.equal(idForName(store, 'Wang Yi'), 'wang-yi-2');
  });
});
