import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Entity } from '../../../src/core/model/records';
import { namesakes, renameEntity, renameEvent } from '../../../src/core/operations/renaming';

const KULEBA: Entity = {
  id: 'dmytro-kuleba',
  type: 'person',
  name: 'Dmytro Kuleba',
  aliases: [{ text: 'Kuleba' }, { text: 'Дмитро Кулеба', language: 'uk' }],
  links: {},
};

describe('renaming an entity', () => {
  it('keeps the id, and the old name as an alias', () => {
    assert.deepEqual(renameEntity(KULEBA, ' Dmitry Kuleba ', true), [
      {
        op: 'updateEntity',
        id: 'dmytro-kuleba',
        name: 'Dmitry Kuleba',
        addAliases: ['Dmytro Kuleba'],
      },
    ]);
  });

  it('does not keep the old name when that is not wanted', () => {
    const [operation] = renameEntity(KULEBA, 'Dmitry Kuleba', false);
    assert.equal(operation?.addAliases, undefined);
  });

  it('takes away the alias that it is renamed to', () => {
    const [operation] = renameEntity(KULEBA, 'Kuleba', true);
    const { removeAliases, addAliases } = operation ?? {};
    assert.deepEqual([removeAliases, addAliases], [['Kuleba'], ['Dmytro Kuleba']]);
  });

  it('keeps no alias that differs in case and accents only', () => {
    const [operation] = renameEntity(KULEBA, 'DMYTRO KULÉBA', true);
    const { name, addAliases } = operation ?? {};
    assert.deepEqual([name, addAliases], ['DMYTRO KULÉBA', undefined]);
  });

  it('is nothing when the name stays, or is empty', () => {
    assert.deepEqual(renameEntity(KULEBA, 'Dmytro Kuleba ', true), []);
    assert.deepEqual(renameEntity(KULEBA, ' ', true), []);
  });
});

describe('renaming an event', () => {
  it('changes its title', () => {
    const event = { id: 'e', type: 'consult', title: 'A visit', participants: [] };
    assert.deepEqual(renameEvent(event, 'A talk'), [
      { op: 'updateEvent', id: 'e', title: 'A talk' },
    ]);
    assert.deepEqual(renameEvent(event, 'A visit'), []);
  });
});

describe('the namesakes of a name', () => {
  it('are the other entities that have it as name or alias, however it is written', () => {
    const other: Entity = { ...KULEBA, id: 'minister', name: 'The Minister' };
    assert.deepEqual(namesakes([KULEBA, other], 'dmytro-kuleba', 'KULEBA'), [other]);
    assert.deepEqual(namesakes([KULEBA, other], 'minister', 'dmytro kuleba'), [KULEBA]);
    assert.deepEqual(namesakes([KULEBA, other], 'minister', '…'), []);
  });
});
