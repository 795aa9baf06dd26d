import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accountsOf } from '../../../src/core/accounts/accountsOf';
import { eventCard } from '../../../src/core/outline/card';
import {
  accountNodes,
  accountsInShort,
  contradictionsOf,
} from '../../../src/core/outline/accounts';
import { carryOut } from '../workspace';
import { example, FIRST, idsOf, linesOf, SECOND, type Example } from './example';

/** The call of the example, which the second report tells the other way round. */
function disputed(): Example {
  const at = example();
  carryOut(at, [
    {
      op: 'annotate',
      id: 'a-other1',
      source: SECOND,
      exact: 'the Ukrainian foreign minister met',
      event: 'call',
      credibility: 5,
      roles: [
        { role: 'actor', target: 'zelenskyy' },
        { role: 'recipient', target: 'xi-jinping' },
        { role: 'topic', target: 'visit' },
      ],
    },
  ]);
  return at;
}

describe('what the sources say, as nodes', () => {
  it('tells for each source what agrees, is only there, and contradicts', () => {
    const at = disputed();
    assert.deepEqual(linesOf(accountNodes(at.store, 'call', 'e')), [
      'What the sources say | 2 contradict · 3 agree · 1 only in one source',
      '  Xi calls Kyiv | 3 agree · probable',
      '    Date: 26 April 2023 | agrees with the record · “Wednesday”',
      '    Actor: Xi Jinping | agrees with the record · “Xi Jinping”',
      '    Recipient: Volodymyr Zelenskyy | agrees with the record · “Zelensky”',
      '    Probable | 1 passage',
      '  second.txt | 2 contradict · 1 only in one source · credibility 5, improbable',
      '    Actor: Volodymyr Zelenskyy | contradicts the record · “the Ukrainian foreign minister met”',
      '    Recipient: Xi Jinping | contradicts the record · “the Ukrainian foreign minister met”',
      '    Topic: A visit to Beijing | only here · “the Ukrainian foreign minister met”',
      '    Credibility 5, improbable | 1 passage',
    ]);
  });

  it('leads from a statement to its passage, and says it in a sentence', () => {
    const [group] = accountNodes(disputed().store, 'call', 'e');
    const [, second] = group?.children?.() ?? [];
    const [actor] = second?.children?.() ?? [];
    assert.deepEqual(actor?.subject, { kind: 'annotation', source: SECOND, id: 'a-other1' });
    assert.equal(
      actor.spoken,
      'Actor: Volodymyr Zelenskyy, contradicts the record, “the Ukrainian foreign minister met”',
    );
    const ids = idsOf(group === undefined ? [] : [group]);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('is left out of events of which no source says anything', () => {
    assert.deepEqual(accountNodes(example().store, 'rumour', 'e'), []);
    assert.equal(accountsInShort(accountsOf(example().store, 'rumour')), undefined);
  });

  it('names on the card what contradicts the record', () => {
    const at = disputed();
    const accounts = accountsOf(at.store, 'call');
    assert.ok(accounts !== undefined);
    assert.deepEqual(contradictionsOf(at.store, accounts), [
      'Actor: Volodymyr Zelenskyy (“second.txt”) against the record',
      'Recipient: Xi Jinping (“second.txt”) against the record',
    ]);
    const event = at.store.indexes.event('call');
    assert.ok(event !== undefined);
    const facts = eventCard(at.store, at.tallies, event).facts.map(
      ({ name, value }) => `${name}: ${value}`,
    );
    assert.ok(
      facts.includes('Sources say: 2 sources · 2 contradict · 3 agree · 1 only in one source'),
    );
    assert.ok(facts.some((fact) => fact.startsWith('Against one another: Actor: Volodymyr')));
    assert.equal(accounts.sources[0]?.source, FIRST);
  });
});
