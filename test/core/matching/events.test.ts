import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rankEvents, type EventQuery } from '../../../src/core/matching/events';
import type { EventRecord } from '../../../src/core/model/records';

function event(id: string, title: string, ...who: readonly string[]): EventRecord {
  const participants = who.map((entity) => ({ role: 'actor', entity }));
  return { id, type: 'consult', title, participants };
}

const CALL = event('call', 'Xi Jinping and Volodymyr Zelenskyy speak by phone', 'xi', 'zelenskyy');
const INVASION = event('invasion', 'Russia invades Ukraine', 'russia', 'ukraine');
const VISIT = event('visit', 'Xi Jinping visits Moscow', 'xi', 'putin');
const SUMMIT = event('summit', 'A summit in Switzerland');

const QUERY: EventQuery = {
  events: [SUMMIT, VISIT, INVASION, CALL],
  text: '',
  passage: '',
  mentioned: new Set(),
  recent: [],
  inSource: new Set(),
  nameOf: (id) => (id === 'zelenskyy' ? 'Volodymyr Zelenskyy' : id),
};

function ids(query: Partial<EventQuery>): readonly string[] {
  return rankEvents({ ...QUERY, ...query }).map((each) => each.event.id);
}

describe('the events that a passage may report', () => {
  it('are first those whose title shares its words', () => {
    assert.equal(ids({ passage: 'Russia’s invasion of Ukraine' })[0], 'invasion');
    assert.equal(ids({ passage: 'Xi visited Moscow in March' })[0], 'visit');
  });

  it('are first those whose participants it mentions', () => {
    const mentioned = new Set(['xi', 'zelenskyy']);
    assert.equal(ids({ passage: 'the two leaders talked', mentioned })[0], 'call');
  });

  it('are else those of this source, the recent ones, and the rest by title', () => {
    const inSource = new Set(['summit']);
    assert.deepEqual(ids({ inSource, recent: ['visit'] }), ['summit', 'visit', 'invasion', 'call']);
  });

  it('are plausible when they share words or participants with it, not when they are only near', () => {
    const isPlausible = (query: Partial<EventQuery>): boolean | undefined =>
      rankEvents({ ...QUERY, ...query })[0]?.plausible;
    assert.equal(isPlausible({ passage: 'Russia’s invasion of Ukraine' }), true);
    assert.equal(isPlausible({ passage: 'Brazil retracts a statement', recent: ['visit'] }), false);
    assert.equal(isPlausible({ mentioned: new Set(['xi', 'zelenskyy']), recent: ['call'] }), true);
  });

  it('are filtered by every typed word, in title, type, id, date or participants', () => {
    assert.deepEqual(ids({ text: 'volodymyr' }), ['call']);
    assert.deepEqual(ids({ text: 'jinping moscow' }), ['visit']);
    assert.deepEqual(ids({ text: 'nothing like it' }), []);
  });

  it('are first those that are called what was typed, then those that only involve it', () => {
    const reaction = event('reaction', 'A note on it', 'moscow visits');
    const nameOf = (id: string): string => id;
    const inSource = new Set(['reaction']);
    const query = { events: [reaction, VISIT], text: 'visits moscow', nameOf, inSource };
    assert.deepEqual(ids(query), ['visit', 'reaction']);
  });

  it('are cut at the limit', () => {
    assert.equal(ids({ limit: 2 }).length, 2);
  });
});
