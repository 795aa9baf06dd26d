import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CERTAINTIES, POLARITIES } from '../../../src/core/model/annotation';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import { isPaletteColor } from '../../../src/core/schema/palette';

const { entityTypes, eventTypes } = BUILTIN_SCHEMA;

describe('the built-in entity types', () => {
  it('are the nine of the documentation', () => {
    assert.deepEqual(Object.keys(entityTypes), [
      'person',
      'organisation',
      'place',
      'group',
      'facility',
      'document',
      'conference',
      'product',
      'other',
    ]);
  });

  it('have a label, a description and a palette colour of their own', () => {
    const colors = Object.values(entityTypes).map((type) => type.color);
    assert.ok(colors.every(isPaletteColor));
    assert.equal(new Set(colors).size, colors.length);
    for (const type of Object.values(entityTypes)) {
      assert.notEqual(type.label, '');
      assert.match(type.description ?? '', /\w.*\.$/);
    }
  });

  it('are filed under their ids', () => {
    for (const [id, type] of Object.entries(entityTypes)) assert.equal(type.id, id);
    for (const [id, type] of Object.entries(eventTypes)) assert.equal(type.id, id);
  });
});

describe('the built-in event types', () => {
  it('are the sixteen of PLOVER, and statements', () => {
    assert.equal(
      Object.keys(eventTypes).join(' '),
      'agree consult support concede cooperate aid retreat request accuse reject threaten protest ' +
        'sanction mobilize coerce assault statement',
    );
  });

  it('have the modes of PLOVER', () => {
    const modes = Object.fromEntries(
      Object.entries(eventTypes)
        .filter(([, type]) => type.modes.length > 0)
        .map(([id, type]) => [id, type.modes.join(' ')]),
    );
    assert.deepEqual(modes, {
      consult: 'visit third-party multilateral phone',
      retreat: 'withdraw release disarm ceasefire access resign',
      request: 'assist change yield meet',
      accuse: 'disapprove investigate allege',
      reject: 'assist change yield meet',
      threaten: 'restrict arrest relations expel territory violence',
      protest: 'demo riot strike hunger boycott obstruct vandalize',
      sanction: 'convict expel withdraw discontinue',
      mobilize: 'troops weapons police militia',
      coerce:
        'seize restrict censor curfew martial-law arrest deport withhold misinformation cyber',
      assault:
        'abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack ' +
        'aerial drone heavy-weapons crowd-control unconventional',
    });
  });

  it('ask for an actor first, then a recipient, and for at most one place', () => {
    for (const type of Object.values(eventTypes)) {
      if (type.id === 'statement') continue;
      assert.deepEqual(Object.keys(type.roles).slice(0, 2), ['actor', 'recipient'], type.id);
      // Who attacked is often not known.
      assert.equal(type.roles['actor']?.min, type.id === 'assault' ? undefined : 1);
      assert.deepEqual(type.roles['place'], { types: ['place', 'facility'], max: 1 });
    }
  });

  it('need a recipient where two sides make the event', () => {
    const needing = Object.values(eventTypes).filter(
      (type) => (type.roles['recipient']?.min ?? 0) > 0,
    );
    assert.deepEqual(
      needing.map((type) => type.id),
      ['cooperate', 'aid', 'sanction'],
    );
  });

  it('ask for the speaker of a statement', () => {
    assert.deepEqual(Object.keys(eventTypes['statement']?.roles ?? {}), [
      'speaker',
      'addressee',
      'topic',
      'cue',
    ]);
    assert.equal(eventTypes['statement']?.roles['speaker']?.min, 1);
  });

  it('name in their roles only entity types that exist', () => {
    for (const type of Object.values(eventTypes)) {
      for (const [role, rule] of Object.entries(type.roles)) {
        for (const id of rule.types ?? []) {
          assert.ok(Object.hasOwn(entityTypes, id), `${type.id}, ${role}: ${id}`);
        }
      }
    }
  });

  it('say in their own words what they mean', () => {
    for (const type of Object.values(eventTypes)) assert.match(type.description ?? '', /\w.*\.$/);
  });
});

describe('the rest of the built-in schema', () => {
  it('takes every text and Markdown file as a source and keeps annotations in one folder', () => {
    assert.deepEqual(BUILTIN_SCHEMA.sources, ['**/*.{txt,md}']);
    assert.equal(BUILTIN_SCHEMA.layout, 'folder');
  });

  it('declares the attributes that annotations have', () => {
    assert.deepEqual(BUILTIN_SCHEMA.attributes['certainty']?.values, CERTAINTIES);
    assert.deepEqual(BUILTIN_SCHEMA.attributes['polarity']?.values, POLARITIES);
    assert.equal(BUILTIN_SCHEMA.attributes['credibility']?.values?.join(''), '123456');
  });

  it('overrides no check and requires nothing of a source', () => {
    assert.deepEqual(BUILTIN_SCHEMA.checks, {});
    assert.deepEqual(BUILTIN_SCHEMA.requiredMetadata, []);
  });

  it('says what each relation is, between entity types that exist', () => {
    for (const [id, { label, description, from = [], to = [], parent }] of Object.entries(
      BUILTIN_SCHEMA.relationTypes,
    )) {
      assert.notEqual(label ?? '', '', id);
      assert.match(description ?? '', /\w.*\.$/);
      for (const type of [...from, ...to]) assert.ok(Object.hasOwn(entityTypes, type), type);
      assert.ok(parent === undefined || Object.hasOwn(BUILTIN_SCHEMA.relationTypes, parent));
    }
  });
});
