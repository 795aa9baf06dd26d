import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NameIndex, prepareName } from '../../../src/core/matching/names';
import { entity } from './entities';

const zelenskyy = entity('volodymyr-zelenskyy', 'Volodymyr Zelenskyy', { aliases: ['Zelensky'] });
const xi = entity('xi-jinping', 'Xi Jinping');
const angela = entity('angela-x', 'Ángela X');

describe('the index of names', () => {
  it('lists the entities in alphabetical order of their folded names', () => {
    const ids = [...new NameIndex([xi, zelenskyy, angela])].map(({ id }) => id);
    assert.deepEqual(ids, ['angela-x', 'volodymyr-zelenskyy', 'xi-jinping']);
  });

  it('orders entities of one name by id', () => {
    const index = new NameIndex([entity('china-2', 'China'), entity('china', 'China')]);
    assert.deepEqual(
      [...index].map(({ id }) => id),
      ['china', 'china-2'],
    );
  });

  it('leaves out records that another one took the place of', () => {
    const merged = entity('zelensky', 'Zelensky', { mergedInto: 'volodymyr-zelenskyy' });
    assert.deepEqual([...new NameIndex([merged, zelenskyy])], [zelenskyy]);
  });

  it('prepares name and aliases', () => {
    const [prepared] = new NameIndex([zelenskyy]).prepared;
    assert.deepEqual(prepared, {
      entity: zelenskyy,
      name: {
        text: 'Volodymyr Zelenskyy',
        key: 'volodymyr zelenskyy',
        words: ' volodymyr zelenskyy ',
        unspaced: false,
      },
      aliases: [{ text: 'Zelensky', key: 'zelensky', words: ' zelensky ', unspaced: false }],
      idWords: ' volodymyr zelenskyy ',
      typeWords: ' person ',
    });
  });

  it('knows the scripts that put no spaces between words', () => {
    const names = ['泽连斯基', '젤렌스키', 'プーチン', 'เซเลนสกี', 'Зеленський', 'Zelensky'];
    assert.deepEqual(
      names.map((name) => prepareName(name).unspaced),
      [true, true, true, true, false, false],
    );
  });

  it('keeps what the index before it prepared for the same records', () => {
    const before = new NameIndex([zelenskyy, xi]);
    const renamed = { ...xi, name: 'President Xi' };
    const after = new NameIndex([zelenskyy, renamed], before);
    assert.equal(after.prepared[1], before.prepared[0]);
    assert.deepEqual(after.prepared, new NameIndex([renamed, zelenskyy]).prepared);
  });
});
