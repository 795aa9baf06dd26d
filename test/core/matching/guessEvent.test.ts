import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  guessEventTypes,
  guessMode,
  guessStatus,
  proposedTitle,
} from '../../../src/core/matching/guessEvent';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';

describe('the likeliest type of a new event', () => {
  const cases: readonly (readonly [passage: string, type: string])[] = [
    ['Dmytro Kuleba met with Wang Yi in Guangzhou', 'consult'],
    ['Xi held a phone call with Zelensky', 'consult'],
    ['Russia’s full-scale invasion of Ukraine', 'assault'],
    ['Kirby said that it was too early', 'statement'],
    ['Lula condemned the violation of borders', 'accuse'],
    ['Mexico has declined to join', 'reject'],
    ['the United States welcomed it', 'support'],
  ];
  for (const [passage, type] of cases) {
    it(`of “${passage}” is ${type}`, () => {
      assert.equal(guessEventTypes(BUILTIN_SCHEMA, passage, new Map())[0], type);
    });
  }

  it('is else the one used most, with all others behind it', () => {
    const types = guessEventTypes(BUILTIN_SCHEMA, 'something', new Map([['aid', 1]]));
    assert.equal(types[0], 'aid');
    assert.equal(types.length, Object.keys(BUILTIN_SCHEMA.eventTypes).length);
  });
});

describe('what else a passage says of an event', () => {
  it('is a mode that the type has', () => {
    assert.equal(guessMode(BUILTIN_SCHEMA, 'consult', 'a phone call on Wednesday'), 'phone');
    assert.equal(guessMode(BUILTIN_SCHEMA, 'consult', 'Xi’s trip to Moscow'), 'visit');
    assert.equal(guessMode(BUILTIN_SCHEMA, 'consult', 'they sat together'), undefined);
    assert.equal(guessMode(BUILTIN_SCHEMA, 'assault', 'a phone call'), undefined);
    assert.equal(guessMode(BUILTIN_SCHEMA, 'no-such-type', 'a phone call'), undefined);
  });

  it('is whether it has happened', () => {
    assert.equal(guessStatus('Kuleba met with Wang'), 'occurred');
    assert.equal(guessStatus('China will send envoys'), 'planned');
    assert.equal(guessStatus('Russia claims that it was attacked'), 'claimed');
    assert.equal(guessStatus('Putin could promote a truce'), 'hypothetical');
    assert.equal(guessStatus('Kuleba met Wang, stating: “We will talk.”'), 'occurred');
  });

  it('is a title: one line, a capital first, no marks at the ends', () => {
    assert.equal(proposedTitle('  met with\nWang Yi. '), 'Met with Wang Yi');
    assert.equal(proposedTitle('“long and meaningful,”'), 'Long and meaningful');
  });

  it('is a title of at most a hundred characters, cut between clauses or words', () => {
    const title = proposedTitle('a word '.repeat(40));
    assert.ok(title.length <= 100);
    assert.match(title, /(?:word|a)$/);
    const long =
      'Dmytro Kuleba, Ukraine’s Foreign Minister, met with Wang Yi, Director of the Office of the Central Foreign Affairs Commission';
    assert.equal(
      proposedTitle(long),
      'Dmytro Kuleba, Ukraine’s Foreign Minister, met with Wang Yi',
    );
    assert.equal(proposedTitle('x'.repeat(300)).length, 100);
  });
});
