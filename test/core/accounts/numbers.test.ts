import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { numbersIn } from '../../../src/core/accounts/numbers';

/** `unit: words`, with the range where it is not the number itself. */
function counted(text: string): readonly string[] {
  return numbersIn(text).map(({ start, end, unit, range: { least, most } }) => {
    const range = least === most ? `${least}` : `${least}..${most}`;
    return `${unit} ${range} “${text.slice(start, end)}”`;
  });
}

describe('numbers in a text', () => {
  it('come with what they count, in figures and in words', () => {
    assert.deepEqual(counted('a 12-point peace plan of ten countries'), [
      'point 12 “12-point”',
      'country 10 “ten countries”',
    ]);
    assert.deepEqual(counted('twenty-two former Russian officers and 2,500 policemen’s reports'), [
      'officer 22 “twenty-two former Russian officers”',
      'report 2500 “2,500 policemen’s reports”',
    ]);
    assert.deepEqual(counted('$5 billion for 2 million refugees, 40 per cent of them children'), [
      '$ 5000000000 “$5 billion”',
      'refugee 2000000 “2 million refugees”',
      'per cent 40 “40 per cent”',
    ]);
  });

  it('are as wide as the words around them make them', () => {
    assert.deepEqual(counted('more than 50 countries'), ['country 50..Infinity “50 countries”']);
    assert.deepEqual(counted('about ten countries'), ['country 8..12 “ten countries”']);
    assert.deepEqual(counted('fewer than 10 votes'), ['vote 0..10 “10 votes”']);
    assert.deepEqual(counted('The call lasted nearly an hour'), ['hour 0.8..1 “an hour”']);
    assert.deepEqual(counted('The hour-long call'), ['hour 0.8..1.2 “hour-long”']);
  });

  it('tell those who died from those who were hurt', () => {
    assert.deepEqual(counted('killing at least 12 people; 5 soldiers were wounded; 3 dead'), [
      'person killed 12..Infinity “12 people”',
      'soldier wounded 5 “5 soldiers”',
      'person killed 3 “3 dead”',
    ]);
  });

  it('compare hours with minutes and weeks with days', () => {
    assert.deepEqual(counted('30 minutes, two weeks'), [
      'hour 0.5 “30 minutes”',
      'day 14 “two weeks”',
    ]);
  });

  it('are no years, days, ordinals, times of day, names or things named before', () => {
    for (const text of [
      'on 26 April 2023 at 14:48',
      'the 24th, and 3rd in line',
      'two days later',
      'the two countries',
      'one of the first',
      'G7 and COVID-19 news',
      'the two discussed peace',
      'version 1.2.3 files',
    ]) {
      assert.deepEqual(counted(text), [], text);
    }
  });
});
