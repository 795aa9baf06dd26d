import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  draftLabel,
  EVENT_STEPS,
  movedDraft,
  operationsOf,
  readDrafts,
  stepAfter,
  stepBefore,
  stepsOf,
  withType,
  type DraftEntity,
  type EventDraft,
  type EventStep,
} from '../../../src/core/operations/eventDraft';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';

const BEGUN: EventDraft = {
  source: 'seeds/a.txt',
  start: 3,
  end: 9,
  exact: 'He\nmet',
  step: 'type',
};
const CALL: EventDraft = {
  ...BEGUN,
  type: 'consult',
  mode: 'phone',
  title: 'Xi calls Zelenskyy',
  date: '2023-04-26',
  place: null,
  participants: [
    { role: 'actor', entity: 'xi-jinping' },
    { role: 'recipient', entity: 'volodymyr-zelenskyy' },
  ],
  status: 'occurred',
};

function walk(draft: EventDraft): readonly EventStep[] {
  const steps = [draft.step];
  for (let at = stepAfter(BUILTIN_SCHEMA, draft); at !== undefined;) {
    steps.push(at);
    at = stepAfter(BUILTIN_SCHEMA, { ...draft, step: at });
  }
  return steps;
}

describe('the steps of a new event', () => {
  it('are all of them for a type with modes', () => {
    assert.deepEqual(walk({ ...BEGUN, type: 'consult' }), EVENT_STEPS);
  });

  it('are without the mode for a type that has none, and without roles for nobody', () => {
    assert.ok(!walk({ ...BEGUN, type: 'aid' }).includes('mode'));
    assert.ok(!stepsOf(BUILTIN_SCHEMA, { ...BEGUN, participants: [] }).includes('roles'));
  });

  it('lead back the way they came', () => {
    const draft: EventDraft = { ...CALL, type: 'aid', step: 'title' };
    assert.equal(stepBefore(BUILTIN_SCHEMA, draft), 'type');
    assert.equal(stepBefore(BUILTIN_SCHEMA, { ...CALL, step: 'type' }), undefined);
    assert.equal(stepAfter(BUILTIN_SCHEMA, { ...CALL, step: 'status' }), undefined);
  });

  it('keep the mode under another type only when that has it', () => {
    assert.equal(withType(BUILTIN_SCHEMA, CALL, 'aid').mode, undefined);
    assert.equal(withType(BUILTIN_SCHEMA, CALL, 'consult').mode, 'phone');
    const meet: EventDraft = { ...BEGUN, type: 'request', mode: 'meet' };
    assert.equal(withType(BUILTIN_SCHEMA, meet, 'reject').mode, 'meet');
  });
});

describe('what a draft comes to', () => {
  it('is the event and its evidence, without what was skipped', () => {
    assert.deepEqual(operationsOf(CALL, 'xi-calls-zelenskyy', undefined), [
      {
        op: 'createEvent',
        id: 'xi-calls-zelenskyy',
        type: 'consult',
        title: 'Xi calls Zelenskyy',
        mode: 'phone',
        date: '2023-04-26',
        participants: CALL.participants,
        status: 'occurred',
      },
      { op: 'addEvidence', source: 'seeds/a.txt', event: 'xi-calls-zelenskyy', start: 3, end: 9 },
    ]);
  });

  it('names the annotator, and keeps a list of participants that is empty', () => {
    const [event, evidence] = operationsOf({ ...CALL, participants: [], mode: null }, 'x', 'AB');
    assert.ok(event?.op === 'createEvent' && evidence?.op === 'addEvidence');
    assert.equal(evidence.by, 'AB');
    assert.deepEqual(event.participants, []);
    assert.ok(!('mode' in event));
  });

  it('is nothing while type or title are missing', () => {
    assert.deepEqual(operationsOf(BEGUN, 'x', undefined), []);
  });

  it('is named by its title, or by its passage on one line', () => {
    assert.equal(draftLabel(CALL), 'Xi calls Zelenskyy');
    assert.equal(draftLabel(BEGUN), 'He met');
  });
});

describe('drafts that were kept', () => {
  it('come back from JSON as they were', () => {
    const json: unknown = JSON.parse(JSON.stringify([BEGUN, CALL]));
    assert.deepEqual(readDrafts(json), [BEGUN, CALL]);
  });

  it('are left out when they have another shape', () => {
    const wrong = [
      { ...CALL, step: 'tea' },
      { ...CALL, participants: ['xi'] },
      { ...CALL, date: 5 },
      { ...CALL, status: 'maybe' },
      { source: 'a' },
      null,
      'draft',
    ];
    assert.deepEqual(readDrafts(wrong), []);
    assert.deepEqual(readDrafts(undefined), []);
    assert.deepEqual(readDrafts({}), []);
  });
});

describe('entities that are made with an event', () => {
  const TALLINN: DraftEntity = {
    id: 'tallinn',
    type: 'place',
    name: 'Tallinn',
    mention: { start: 3, end: 10, exact: 'Tallinn' },
  };
  const VEGA: DraftEntity = {
    id: 'marisol-vega',
    type: 'person',
    name: 'Marisol Vega',
    mention: { start: 20, end: 29, exact: 'Capt Vega' },
  };
  const UNUSED: DraftEntity = { id: 'nobody', type: 'person', name: 'Nobody' };
  const DRAFT: EventDraft = {
    ...CALL,
    place: 'tallinn',
    participants: [{ role: 'actor', entity: 'marisol-vega' }],
    entities: [TALLINN, VEGA, UNUSED],
    certainty: 'probable',
    credibility: 2,
  };

  it('come before the event, with their mentions, and the passage comes last', () => {
    const [tallinn, vega, first, second, event, evidence, ...more] = operationsOf(
      DRAFT,
      'talks',
      'ab',
    );
    assert.deepEqual(tallinn, {
      op: 'createEntity',
      id: 'tallinn',
      type: 'place',
      name: 'Tallinn',
    });
    assert.deepEqual(vega, {
      op: 'createEntity',
      id: 'marisol-vega',
      type: 'person',
      name: 'Marisol Vega',
      aliases: ['Capt Vega'],
    });
    const place = { op: 'annotate', source: 'seeds/a.txt', by: 'ab' };
    assert.deepEqual(first, { ...place, entity: 'tallinn', start: 3, end: 10 });
    assert.deepEqual(second, { ...place, entity: 'marisol-vega', start: 20, end: 29 });
    assert.equal(event?.op, 'createEvent');
    assert.deepEqual(evidence, {
      op: 'addEvidence',
      source: 'seeds/a.txt',
      event: 'talks',
      start: 3,
      end: 9,
      certainty: 'probable',
      credibility: 2,
      by: 'ab',
    });
    assert.deepEqual(more, []);
  });

  it('move with the passage, and forget a mention whose words are not there', () => {
    const moved = movedDraft(DRAFT, 8, ({ start }) => (start === 8 ? 'Tallinn' : 'else'));
    assert.deepEqual([moved.start, moved.end], [8, 14]);
    assert.deepEqual(
      moved.entities?.map(({ id, mention }) => [id, mention?.start]),
      [
        ['tallinn', 8],
        ['marisol-vega', undefined],
        ['nobody', undefined],
      ],
    );
  });

  it('are kept as JSON, and what has not their shape is left out', () => {
    assert.deepEqual(readDrafts(JSON.parse(JSON.stringify([DRAFT]))), [DRAFT]);
    const broken = { ...DRAFT, entities: [{ id: 'x' }] };
    assert.deepEqual(readDrafts([broken, { ...DRAFT, credibility: 'high' }]), []);
  });
});
