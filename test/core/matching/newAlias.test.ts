import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameForm, newAlias } from '../../../src/core/matching/newAlias';

const ZELENSKYY = { name: 'Volodymyr Zelenskyy', aliases: [{ text: 'Zelensky' }] };

describe('the alias to offer', () => {
  it('is a name that the record does not have', () => {
    assert.equal(newAlias(ZELENSKYY, 'Zelenskiy'), 'Zelenskiy');
    assert.equal(newAlias(ZELENSKYY, '젤렌스키'), '젤렌스키');
  });

  it('is none for a name or alias, whatever its case, accents and possessive', () => {
    for (const words of [
      'Volodymyr Zelenskyy',
      'ZELENSKY',
      'Zelensky’s',
      "Zelensky's",
      'Zélensky',
    ]) {
      assert.equal(newAlias(ZELENSKYY, words), undefined, words);
    }
  });

  it('is on one line and without a possessive', () => {
    assert.equal(newAlias(ZELENSKYY, ' President\n Zelenskiy’s '), 'President Zelenskiy');
    assert.equal(nameForm('the United\nNations’'), 'the United Nations');
  });

  it('is none when no word is left', () => {
    assert.equal(newAlias(ZELENSKYY, ' \n'), undefined);
  });
});
