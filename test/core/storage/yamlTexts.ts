/** What fast-check draws annotation files from: as the product writes them, as people do, and torn. */
import fc from 'fast-check';
import { annotationId } from './texts';

/** How many of the values are right by themselves: the first ones. */
const GOOD_VALUES = 61;

const VALUES = [
  '"Wang Yi"',
  '"a \\"quoted\\" one"',
  '"tab\\tand \\u00a0"',
  '"astral \\ud83d\\ude00"',
  '"\\x41\\e\\U0001F600"',
  '"a" # comment',
  '"a" ',
  "'single ''quoted'' one'",
  'plain',
  'plain words here',
  'wang-yi',
  'wang-yi # comment',
  'wang-yi ',
  'Upper',
  'null',
  'true',
  'false',
  'yes',
  '~',
  '0',
  '-0',
  '00',
  '12',
  '-12',
  '+12',
  '012',
  '0x1f',
  '0o17',
  '1_000',
  '1.5',
  '1e3',
  '.5',
  '.inf',
  '123456789012345678',
  '999999999999999',
  '2024-06',
  '{}',
  '[]',
  '[ ]',
  '[1, 2]',
  '[[0, 1]]',
  '{ a: b }',
  '{ a: b, c: d }',
  '{ a, b }',
  '{ role: actor, target: wang-yi }',
  '[{ role: actor, target: wang-yi }, { role: actor, target: x }]',
  '|',
  '|+',
  '|-',
  '>',
  '>-',
  '# comment',
  '',
  ' ',
  '"\u00a0"',
  '"\u2028"',
  '"\ufeff"',
  '"\u0001"',
  '"\ud800"',
  '"😀"',
  '😀',
  '"open',
  '"a" "b"',
  '"a"#none',
  '"a": b',
  "'open",
  'a: b',
  'a:',
  '[a, b, ]',
  '{ a: b, a: d }',
  '|2',
  '&anchor x',
  '*anchor',
  '!tag x',
  '!!str 1',
  '@x',
  '%x',
  '`x',
  '? x',
  '- x',
  '\t"tab"',
];

const GOOD_KEYS = ['exact', 'prefix', 'suffix', 'start', 'end', 'entity', 'note', 'type', 'x'];

const KEYS = [
  ...GOOD_KEYS,
  'roles',
  'x-y',
  'null',
  'true',
  '12',
  '"quoted"',
  "'single'",
  'two words',
  '<<',
  '__proto__',
  '? k',
  '- k',
  '#k',
  '[k]',
  '{k}',
  'a:b',
  'y',
];

const ROLE_LINES = [
  '      - { role: actor, target: wang-yi }',
  '      - { role: actor, target: wang-yi } # comment',
  '      - {role: actor, target: wang-yi}',
  '      - { role: actor,  target: wang-yi }',
  '      - { role: actor, role: wang-yi }',
  '      - { role: null, target: wang-yi }',
  '      - { role: actor }',
  '    - { role: actor, target: wang-yi }',
  '      - role: actor',
  '        target: wang-yi',
  '      - a',
  '      -',
  '      - "a"',
  '        - { role: actor, target: wang-yi }',
];

const LOOSE_LINES = [
  '',
  '  ',
  '    ',
  '      ',
  '# comment',
  '  # comment',
  '    # comment',
  '      # comment',
  'text',
  '  text',
  '    text',
  '      text',
  '       continued',
  '---',
  '...',
  '--- a',
  '%YAML 1.1',
  '<<<<<<< ours',
  '=======',
  '>>>>>>> theirs',
  '\t',
  '  \ttabbed',
  '    "key": "value"',
  '    ? complex',
  '    : value',
  '   odd: 1',
  ' odd: 1',
  'annotations:',
  'x:',
  '  - a',
  '- a',
  '}',
  ']',
  '"',
  "'",
];

const RECORD_HEADS = [
  '  a-000001:',
  '  a-000001: # comment',
  '  a-000001: {}',
  '  a-000001: { exact: "x" }',
  '  "a-000001":',
  '  a-000001:  ',
  '  a-000001 :',
  '  null:',
  '  12:',
  '    a-000001:',
  ' a-000001:',
  '  a-000001',
  '  - a',
  '  ? a-000001',
  '  <<:',
  '  &a a-000001:',
];

const SECTIONS = [
  'annotations: ',
  'annotations: # comment',
  'annotations:\t',
  'annotations : ',
  '"annotations":',
  'annotations: &a',
  'annotations: {',
  'annotations: |',
  '',
];

const constants = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

/** A line that may or may not fit where it comes to stand. */
const oddLine = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('    ', '    ', '    ', '      ', '  ', ''),
      constants(KEYS),
      constants(VALUES),
    )
    .map(([indent, key, value]) => `${indent}${key}: ${value}`),
  constants(ROLE_LINES),
  constants(LOOSE_LINES),
  constants(RECORD_HEADS),
);

const goodField = fc
  .tuple(constants(GOOD_KEYS), constants(VALUES.slice(0, GOOD_VALUES)))
  .map(([key, value]) => `    ${key}: ${value}`);

const record = fc
  .tuple(
    annotationId(),
    fc.uniqueArray(goodField, {
      minLength: 1,
      maxLength: 3,
      selector: (line) => line.trim().split(':')[0] ?? '',
    }),
    fc.array(constants(ROLE_LINES.slice(0, 4)), { maxLength: 2 }),
  )
  .map(([id, fields, roles]) => [
    `  ${id}:`,
    ...fields,
    ...(roles.length === 0 ? [] : ['    roles:', ...roles]),
  ]);

const top = fc.constantFrom<readonly string[]>(
  ['format: source-annotations/1'],
  ['format: source-annotations/1', 'source:', '  path: s.txt', '  title: "a: b"'],
  ['# comment', 'format: source-annotations/1', 'source: { path: s.txt }', ''],
  ['format: source-annotations/1', 'note: |', '  text', '', '  annotations:'],
  ['format: source-annotations/1', 'note: "folded', '  annotations:', '  text"'],
  ['format: source-annotations/1', 'x: [a,', '  b]'],
  [],
);

const bottom = fc.constantFrom<readonly string[]>(
  [],
  [],
  ['', '# the end'],
  ['  # the end'],
  ['rejected:', '  - exact: "x"'],
  ['rejected:', '  r-000001:', '    exact: "x"', '    entity: wang-yi'],
  ['rejected: # no', '  # c', '  r-000001: { exact: x, type: time }', '', '# the end'],
  ['rejected:', '    r-000001:', '      exact: "x"', '  # c', 'x: 1'],
  ['rejected: {}'],
  ['x: { y: 1 }'],
  ['x: |', '  text', ''],
);

/** Lines of an annotation file as somebody may have written them: right, or odd in a place or two. */
function fileLines(): fc.Arbitrary<readonly string[]> {
  const records = fc.uniqueArray(record, { maxLength: 2, selector: ([head]) => head });
  const oddity = fc.tuple(fc.nat(), fc.boolean(), oddLine);
  const head = fc.oneof(
    { weight: 12, arbitrary: fc.constant('annotations:') },
    constants(SECTIONS),
  );
  return fc
    .tuple(top, head, records, bottom, fc.array(oddity, { maxLength: 2 }))
    .map(([above, section, each, below, oddities]) => {
      const lines = [...above, section, ...each.flat(), ...below];
      for (const [at, replaces, line] of oddities) {
        lines.splice(at % (lines.length + 1), replaces ? 1 : 0, line);
      }
      return lines;
    });
}

/** The lines with line breaks of some kind, perhaps a byte order mark, perhaps without the last break. */
function joined(lines: readonly string[], form: number): string {
  const eol = form % 5 === 1 ? '\r\n' : '\n';
  const text = lines.join(eol) + (form % 7 === 2 ? '' : eol);
  if (form % 11 === 3) return `\uFEFF${text}`;
  return form % 13 === 4 ? text.replace('\n', '\r\n') : text;
}

/** The text of an annotation file, by hand or torn. */
export function handWritten(): fc.Arbitrary<string> {
  return fc
    .tuple(fileLines(), fc.nat({ max: 5 * 7 * 11 * 13 }))
    .map(([lines, form]) => joined(lines, form));
}

/** A text with a few characters or lines lost, doubled or put in. */
export function mutated(base: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const step = fc.record({
    at: fc.nat({ max: 400 }),
    take: fc.nat({ max: 6 }),
    put: fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        '  ',
        '\n',
        '\r\n',
        '\t',
        ':',
        '"',
        "'",
        '#',
        '- ',
        '{',
        '}',
        '|',
        '\n\n',
      ),
      constants(LOOSE_LINES).map((line) => `\n${line}\n`),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
  });
  return fc.tuple(base, fc.array(step, { minLength: 1, maxLength: 3 })).map(([text, steps]) =>
    steps.reduce((each, { at, take, put }) => {
      const from = each.length === 0 ? 0 : at % (each.length + 1);
      return each.slice(0, from) + put + each.slice(from + take);
    }, text),
  );
}
