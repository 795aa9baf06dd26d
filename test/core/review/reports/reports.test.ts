import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from 'yaml';
import { compare, type Comparison } from '../../../../src/core/review/compare';
import type { ReportContext } from '../../../../src/core/review/reports/context';
import { htmlReport } from '../../../../src/core/review/reports/html';
import { jsonReport } from '../../../../src/core/review/reports/json';
import { markdownReport } from '../../../../src/core/review/reports/markdown';
import { textReport } from '../../../../src/core/review/reports/text';
import { describe } from '../../../../src/core/text/describe';
import { SourceText } from '../../../../src/core/text/sourceText';
import { annotationFile, entityFile, type Texts } from '../../workspace';
import { filePair, revisions } from '../accounting';

const OLD = 'A talk.\n\nAnn Smith met Bob in Rome & Bob left <early>.\nThe end.\n';
const NEW = OLD.replace('Rome', 'Roma');

function recordOf(
  text: string,
  id: string,
  words: string,
  ...more: readonly string[]
): readonly string[] {
  const start = text.indexOf(words);
  const target = describe(SourceText.of(text), { start, end: start + words.length });
  return [
    `  ${id}:`,
    ...Object.entries(target).map(([key, value]) => `    ${key}: ${JSON.stringify(value)}`),
    ...more,
  ];
}

const before: Texts = {
  ...annotationFile(
    's.txt',
    ...recordOf(OLD, 'a-000001', 'Ann', '    entity: ann'),
    ...recordOf(OLD, 'a-000002', 'Bob', '    entity: bob'),
    ...recordOf(OLD, 'a-000003', 'left <early>', '    type: statement'),
  ),
};
const after: Texts = {
  ...annotationFile(
    's.txt',
    ...recordOf(NEW, 'a-000001', 'Ann Smith', '    entity: ann'),
    ...recordOf(NEW, 'a-000002', 'Bob', '    entity: eve'),
    ...recordOf(
      NEW,
      'a-000004',
      'early',
      '    note: "@someone #12 </details> <script> *bold* \u001b[31m"',
    ),
  ),
  ...entityFile('eve'),
};
const comparison = compare(revisions(before, after, [filePair('s.txt', OLD, NEW)]));
const context: ReportContext = {
  base: 'main',
  head: 'topic <x>',
  names: (id) => (id === 'eve' ? 'Eve' : undefined),
  sourceText: (_, side) => SourceText.of(side === 'before' ? OLD : NEW),
};

test('the text shows each passage in its context, with its words marked', () => {
  assert.equal(
    textReport(comparison, context),
    [
      's.txt',
      '  ~ s.txt changed in 1 line',
      '      − 3 │ Ann Smith met Bob in ⟦Rome⟧ & Bob left <early>.',
      '      + 3 │ Ann Smith met Bob in ⟦Roma⟧ & Bob left <early>.',
      '  ~ “Ann Smith” resized, was “Ann”',
      '      − 3 │ ⟦Ann⟧ Smith met Bob in Rome & Bob left <early>.',
      '      + 3 │ ⟦Ann Smith⟧ met Bob in Roma & Bob left <early>.',
      '  ~ “Bob” now names Eve, was bob',
      '      moved with the text',
      '      3 │ Ann Smith met ⟦Bob⟧ in Roma & Bob left <early>.',
      '  − Statement “left <early>” removed',
      '      3 │ Ann Smith met Bob in Rome & Bob ⟦left <early>⟧.',
      '  + “early” added, note “@someone #12 </details> <script> *bold* \ufffd[31m”',
      '      3 │ Ann Smith met Bob in Roma & Bob left <⟦early⟧>.',
      '',
      'Entities',
      '  + eve added, person, has mentions that were bob’s',
      '',
      'main → topic <x>: 1 annotation added, 1 removed, 2 changed · 1 source text changed · 1 entity added',
      '',
    ].join('\n'),
  );
});

test('with colours the words are painted', () => {
  const text = textReport(comparison, context, true);
  assert.ok(text.includes('\u001b[32m\u001b[7mAnn Smith\u001b[0m met Bob'));
  assert.ok(!text.includes('⟦'));
  assert.ok(!text.includes('\u001b[31m”'));
});

test('a passage whose text is not known is quoted with its context', () => {
  const text = textReport(comparison, { ...context, sourceText: () => undefined });
  assert.ok(text.includes(' │ met Bob in Roma & Bob left <⟦early⟧>. The end.'), text);
});

test('Markdown is folded by source, and reads what files say as words', () => {
  const markdown = markdownReport(comparison, context);
  assert.match(markdown, /^### Annotations: main → topic &lt;x\\>\n\n\*\*1 annotation added/);
  assert.equal(markdown.match(/<details>/g)?.length, 2);
  assert.equal(markdown.match(/<\/details>/g)?.length, 2);
  assert.ok(!markdown.includes('<script'));
  assert.ok(markdown.includes('\\@<!-- -->someone \\#<!-- -->12'));
  assert.ok(markdown.includes('<ins>Ann Smith</ins>'));
});

test('Markdown says how much more there is than fits into a comment', () => {
  const many = (number: number): Comparison => ({
    changes: Array.from({ length: number }, (_, index) => {
      const source = `s${Math.floor(index / 300)}.txt`;
      const path = `annotations/${source}.ann.yaml`;
      const target = { exact: '*'.repeat(70), prefix: '', suffix: '', start: 0, end: 70 };
      return {
        kind: 'annotation',
        key: `${index}`,
        path,
        action: 'added',
        aspects: [],
        lines: { before: [], after: [] },
        source,
        id: `a-${index}`,
        after: {
          id: `a-${index}`,
          targets: [target],
          roles: [],
          attributes: {},
          status: 'accepted',
        },
      } as const;
    }),
  });
  const nothing = { ...context, sourceText: (): undefined => undefined };
  const markdown = markdownReport(many(3_000), nothing);
  assert.ok(markdown.length <= 65_000, `${markdown.length}`);
  assert.match(markdown, /…and \d+ more changes/);
  assert.match(markdown, /…and [\d,]+ more changes in \d+ sources_\n$/);
  assert.equal(markdown.match(/<details>/g)?.length, markdown.match(/<\/details>/g)?.length);
});

test('JSON has the fields of the files, and what each line belongs to', () => {
  const report = JSON.parse(jsonReport(comparison, context)) as {
    counts: unknown;
    changes: readonly Record<string, unknown>[];
  };
  assert.deepEqual(report.counts, {
    all: 6,
    added: 2,
    removed: 1,
    changed: 3,
    kinds: { entity: 1, annotation: 4, text: 1 },
  });
  const resized = report.changes[1];
  assert.deepEqual(Object.keys(resized ?? {}), [
    'kind',
    'action',
    'path',
    'source',
    'id',
    'aspects',
    'before',
    'after',
    'lines',
  ]);
  const record = parseDocument(after['annotations/s.txt.ann.yaml'] ?? '').toJS() as {
    annotations: Record<string, unknown>;
  };
  assert.deepEqual(resized?.['after'], record.annotations['a-000001']);
});

test('the page is complete in itself, links every change to its passage, and runs nothing', () => {
  const html = htmlReport(comparison, context);
  assert.ok(!/<script|javascript:|onerror|https?:/i.test(html.replaceAll('&lt;script&gt;', '')));
  assert.ok(html.includes("default-src 'none'"));
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, target] of html.matchAll(/ href="#([^"]+)"/g)) {
    assert.ok(ids.includes(target), `#${target ?? ''} leads nowhere`);
  }
  assert.ok(html.includes('topic &lt;x&gt;'));
  assert.ok(html.includes('<mark class="mark added">Ann Smith</mark>'));
  assert.match(html, /<a class="mark changed" href="#c\d+" title="[^"]*">Ann Smith<\/a>/);
});

test('that nothing changed is said', () => {
  const nothing = { changes: [] };
  assert.equal(textReport(nothing, context), 'main → topic <x>: No changes\n');
  assert.ok(markdownReport(nothing, context).includes('No changes'));
  assert.ok(htmlReport(nothing, context).includes('No changes'));
});

test('lines of a source that only came or went are shown alone, with the side that they are of', () => {
  const source = filePair('s.txt', 'One.\nTwo.\nThree.\n', 'One.\nThree.\nFour.\nFive.\n');
  const report = textReport(compare({ files: [], sources: [source] }), {
    ...context,
    sourceText: (_, side) => {
      const text = side === 'before' ? source.before?.text : source.after?.text;
      return text === undefined ? undefined : SourceText.of(text);
    },
  });
  assert.deepEqual(report.split('\n').slice(2, 5), [
    '      − 2 │ ⟦Two.⟧',
    '      + 3 │ ⟦Four.⟧',
    '      + 4 │ ⟦Five.⟧',
  ]);
});

test('the page does not link to a passage that is found nowhere', () => {
  const now = NEW.replace('left <early>', 'stayed for a week');
  const html = htmlReport(comparison, {
    ...context,
    sourceText: (_, side) => SourceText.of(side === 'before' ? OLD : now),
  });
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...html.matchAll(/class="to" href="#([^"]+)"/g)].map(([, id]) => id);
  assert.ok(links.length > 0, 'Ann and Bob are there');
  assert.deepEqual(
    links.filter((id) => !ids.has(id)),
    [],
  );
});
