import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { slugOf } from '../../../src/core/matching/slug';

const free = (): boolean => false;

describe('the id made from a name', () => {
  const table: readonly (readonly [string, string])[] = [
    ['Xi Jinping', 'xi-jinping'],
    ['12-point peace plan', '12-point-peace-plan'],
    ['Володимир Зеленський', 'volodimir-zelenskiy'],
    ['Ángela Núñez', 'angela-nunez'],
    ['A\u030angstro\u0308m', 'angstrom'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['泽连斯基', 'zeliansiji'],
    ['젤렌스키', 'jellenseuki'],
    ['Ukraine’s ambassador', 'ukraines-ambassador'],
    ["O'Brien", 'obrien'],
    ['A.B.C. & Co.', 'a-b-c-co'],
    ['  — Kyiv —  ', 'kyiv'],
    ['Ｆｕｌｌｗｉｄｔｈ', 'fullwidth'],
    ['COP29', 'cop29'],
  ];
  for (const [name, slug] of table) {
    it(`is ${slug} for ${name}`, () => {
      assert.equal(slugOf(name, free), slug);
    });
  }

  it('is “record” when nothing is left of the name', () => {
    for (const name of ['', '   ', '…', '—', '\u0000', '\ud800']) {
      assert.equal(slugOf(name, free), 'record', JSON.stringify(name));
    }
  });

  it('gets a number when the id has an owner', () => {
    const taken = new Set(['china', 'china-2', 'record']);
    assert.equal(
      slugOf('China', (id) => taken.has(id)),
      'china-3',
    );
    assert.equal(
      slugOf('…', (id) => taken.has(id)),
      'record-2',
    );
  });

  it('is no name that Windows keeps for devices', () => {
    for (const name of ['CON', 'nul', 'Aux', 'prn', 'COM1', 'LPT9']) {
      assert.equal(slugOf(name, free), `${name.toLowerCase()}-2`);
    }
    assert.equal(slugOf('Conference', free), 'conference');
  });

  it('does not look like the id of an annotation', () => {
    assert.equal(slugOf('A Mission', free), 'a-mission-2');
    assert.equal(slugOf('A Team', free), 'a-team');
    assert.equal(slugOf('A Mission Abroad', free), 'a-mission-abroad');
  });

  it('is cut between two words when the name is long', () => {
    const name = 'Resolution on the principles of a comprehensive and lasting peace in Ukraine';
    assert.equal(slugOf(name, free), 'resolution-on-the-principles-of-a-comprehensive-and-lasting');
  });

  it('is cut inside a word when there is no other way', () => {
    assert.equal(slugOf('x'.repeat(200), free), 'x'.repeat(60));
    assert.equal(slugOf(`The ${'x'.repeat(200)}`, free).length, 60);
  });
});

describe('the laws of ids', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('a', '-', ' ', 'con', 'é', 'Ж', '’', '中') }),
  );

  it('every name has one: lower-case ASCII words, short, and safe as a file name', () => {
    fc.assert(
      fc.property(name, (text) => {
        const slug = slugOf(text, free);
        assert.match(slug, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        assert.ok(slug.length <= 62);
        assert.doesNotMatch(slug, /^(?:con|prn|aux|nul|com\d|lpt\d)$/);
        assert.doesNotMatch(slug, /^a-[0-9a-z]{6,}$/);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is never one that has an owner', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 20 }), (names) => {
        const taken = new Set<string>();
        for (const text of [...names, ...names]) {
          const slug = slugOf(text, (id) => taken.has(id));
          assert.equal(taken.has(slug), false);
          taken.add(slug);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('the id of an id is the id', () => {
    fc.assert(
      fc.property(name, (text) => {
        const slug = slugOf(text, free);
        assert.equal(slugOf(slug, free), slug);
      }),
      { numRuns: 10_000 },
    );
  });
});
