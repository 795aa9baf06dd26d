import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EventsOutline } from '../../../src/core/outline/events';
import { NO_FILTER } from '../../../src/core/outline/filter';
import { pathTo } from '../../../src/core/outline/node';
import { Tallies } from '../../../src/core/outline/tallies';
import { eventFile, workspace, type Workspace } from '../workspace';
import { example, FIRST, idsOf, written, type Example } from './example';

function outlineOf(at: Example): EventsOutline {
  return new EventsOutline(at.store, at.tallies);
}

/** One event for each date, called `e-0`, `e-1`, … */
function addDated(at: Workspace, dates: readonly string[]): void {
  for (const [index, date] of dates.entries()) {
    for (const [path, text] of Object.entries(eventFile(`e-${index}`, `date: "${date}"`))) {
      at.store.replaceFile(path, text);
    }
  }
}

describe('the outline of events', () => {
  it('is in order of time, with participants and place before the evidence', () => {
    assert.deepEqual(written(outlineOf(example())), [
      '2023 | 1',
      '  Xi and Zelenskyy speak by phone | 26 April 2023 · 1 source',
      '    Xi Jinping | actor',
      '    Volodymyr Zelenskyy | recipient',
      '    What the sources say | 3 agree',
      '      Xi calls Kyiv | 3 agree · probable',
      '        Date: 26 April 2023 | agrees with the record · “Wednesday”',
      '        Actor: Xi Jinping | agrees with the record · “Xi Jinping”',
      '        Recipient: Volodymyr Zelenskyy | agrees with the record · “Zelensky”',
      '        Probable | 1 passage',
      '    Xi calls Kyiv | 1',
      '      Xi Jinping spoke with Zelensky on Wednesday. “We agree,” Xi said. | probable',
      '2024 | 1',
      '  A visit to Beijing | July 2024 · planned · no evidence',
      '    Beijing | place',
      'No date | 1',
      '  A rumour | no evidence',
    ]);
  });

  it('says an event in a sentence', () => {
    const outline = outlineOf(example());
    assert.equal(
      pathTo(outline.roots(), [{ kind: 'event', id: 'call' }]).at(-1)?.spoken,
      'Xi and Zelenskyy speak by phone, Consult (phone), 26 April 2023, 1 passage in 1 source',
    );
  });

  it('puts a date without a beginning in the year of its end', () => {
    const at = example([]);
    for (const [id, date] of [
      ['a', '2021~/2022'],
      ['b', '../1999-05'],
      ['c', '-0044-03-15'],
      ['d', '../..'],
      ['e', 'long ago'],
    ] as const) {
      for (const [path, text] of Object.entries(eventFile(id, `date: "${date}"`))) {
        at.store.replaceFile(path, text);
      }
    }
    assert.deepEqual(
      written(outlineOf(at), 2).map((line) => line.split(' | ')[0]),
      ['45 BC', '  c', '1999', '  b', '2021', '  a', 'No date', '  d', '  e'],
    );
  });

  it('divides a year of very many events into months', () => {
    const at = example([]);
    const dates = ['2023', '2023-02-01', '2023-02', ...Array.from({ length: 99 }, () => '2023-11')];
    addDated(at, dates);
    assert.deepEqual(written(outlineOf(at), 2), [
      '2023 | 102',
      '  No month | 1',
      '  February 2023 | 2',
      '  November 2023 | 99',
    ]);
    const outline = outlineOf(at);
    assert.equal(pathTo(outline.roots(), [{ kind: 'event', id: 'e-50' }]).length, 3);
  });

  it('puts a date that names no month of its own in no month, however it is written', () => {
    const monthly = ['2023-03', '2023-?03', '2023-03/..', '[2023-03..2023-05]', '../2023-03'];
    const yearly = ['2023-XX', '2023?', '?2023', '2023/2024', '../2023', '{2023,2024}', '2023-1X'];
    const many = Array.from({ length: 101 }, () => '2023-11-05');
    const at = example([]);
    addDated(at, [...monthly, ...yearly, ...many]);
    assert.deepEqual([...written(outlineOf(at), 2)].sort(), [
      '  March 2023 | 5',
      '  No month | 7',
      '  November 2023 | 101',
      '2023 | 113',
    ]);
  });

  it('has its years in order and its undated events last, whatever the dates', () => {
    const dates = fc.constantFrom(
      ...[
        '2023',
        '2023-04',
        '2022/2024',
        '../2021-05',
        '2021/..',
        '../..',
        '195X',
        '-0001',
        '0000',
      ],
      ...['2023-21', '20XX', 'last week', '{2020,2024}', 'Y17E7', '2023-04-26T10:00:00Z', '1'],
    );
    const yearAt = (label: string): number =>
      label === 'No date'
        ? Infinity
        : label.endsWith(' BC')
          ? 1 - Number.parseInt(label, 10)
          : Number(label);
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 12 }), (chosen) => {
        const at = workspace({});
        addDated(at, chosen);
        const outline = new EventsOutline(at.store, new Tallies(at.store));
        const roots = outline.roots();
        const years = roots.map(({ label }) => yearAt(label));
        assert.deepEqual(
          years,
          [...new Set(years)].sort((a, b) => a - b),
        );
        assert.equal(roots.flatMap((year) => year.children?.() ?? []).length, chosen.length);
      }),
      { numRuns: 500 },
    );
  });

  it('has events of one date by title, then by id', () => {
    const at = example([]);
    for (const [id, title] of [
      ['c', 'Same'],
      ['a', 'Zebra'],
      ['b', 'Same'],
    ] as const) {
      const [path = ''] = Object.keys(eventFile(id));
      const text = `format: event/1\nid: ${id}\ntype: consult\ntitle: "${title}"\ndate: "2023"\n`;
      at.store.replaceFile(path, text);
    }
    const [year] = outlineOf(at).roots();
    assert.deepEqual(
      year?.children?.().map(({ subject }) => subject),
      ['b', 'c', 'a'].map((id) => ({ kind: 'event', id })),
    );
  });

  it('is filtered by who takes part, and by type', () => {
    const outline = outlineOf(example());
    outline.configure({ ...NO_FILTER, text: 'zelensky' });
    assert.deepEqual(
      outline.roots().map(({ label, expanded }) => [label, expanded]),
      [['2023', true]],
    );
    outline.configure({ ...NO_FILTER, eventTypes: ['accuse'] });
    assert.deepEqual(outline.shown(), { shown: 1, all: 3 });
    outline.configure({ ...NO_FILTER, entityTypes: ['place'] });
    assert.equal(outline.shown().shown, 3);
  });

  it('names a participant without a record by its id, and a place in words by its words', () => {
    const at = example([]);
    const [file] = Object.entries(
      eventFile(
        'talks',
        'place: "somewhere in Europe"',
        'participants:',
        '  - { role: actor, entity: nobody }',
        '  - { role: actor, entity: nobody }',
      ),
    );
    if (file !== undefined) at.store.replaceFile(...file);
    const lines = written(outlineOf(at));
    assert.deepEqual(lines.slice(2), ['    nobody | actor', '    somewhere in Europe | place']);
  });

  it('leads to the passages of an event', () => {
    const outline = outlineOf(example());
    const chain = outline.chainTo({ kind: 'annotation', source: FIRST, id: 'a-evidence' });
    assert.equal(pathTo(outline.roots(), chain).length, 4);
    assert.deepEqual(outline.chainTo({ kind: 'annotation', source: FIRST, id: 'a-mention1' }), []);
    assert.deepEqual(outline.chainTo({ kind: 'event', id: 'nothing' }), []);
  });

  it('gives every node an id of its own', () => {
    const ids = idsOf(outlineOf(example()).roots());
    assert.equal(new Set(ids).size, ids.length);
  });
});
