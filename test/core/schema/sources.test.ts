import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import { isSkippedFolder, sourceMatcher } from '../../../src/core/schema/sources';

function matches(sources: readonly string[], path: string): boolean {
  return sourceMatcher({ ...BUILTIN_SCHEMA, sources })(path);
}

test('the built-in schema takes text and Markdown files in every folder', () => {
  const isSource = sourceMatcher(BUILTIN_SCHEMA);
  assert.ok(isSource('notes.txt'));
  assert.ok(isSource('seeds/deep/er/one.md'));
  assert.ok(!isSource('picture.png'));
  assert.ok(!isSource('notes.TXT'));
});

test('a project names its own sources', () => {
  assert.ok(matches(['seeds/**/*.{txt,md}'], 'seeds/one.txt'));
  assert.ok(matches(['seeds/**/*.{txt,md}'], 'seeds/a/b/one.md'));
  assert.ok(!matches(['seeds/**/*.{txt,md}'], 'README.md'));
  assert.ok(matches(['./seeds/*.txt'], 'seeds/one.txt'));
  assert.ok(matches(['a/*.html', 'b/*.txt'], 'b/one.txt'));
});

test('names with spaces, brackets and other scripts are found', () => {
  assert.ok(matches(['**/*.txt'], 'seeds/Наша стаття [1] (копія).txt'));
  assert.ok(matches(['记录/*.txt'], '记录/一.txt'));
});

test('a glob with an exclamation mark takes files away, wherever it stands', () => {
  for (const sources of [
    ['**/*.md', '!drafts/**'],
    ['!drafts/**', '**/*.md'],
  ]) {
    assert.ok(matches(sources, 'done/one.md'));
    assert.ok(!matches(sources, 'drafts/one.md'));
  }
});

test('files of the format are no sources, whatever the globs say', () => {
  for (const path of [
    'annotations/schema.yaml',
    'annotations/entities/xi.yaml',
    'annotations/events/e.yaml',
    'annotations/seeds/one.txt.ann.yaml',
    'seeds/one.txt.ann.yaml',
  ]) {
    assert.ok(!matches(['**/*'], path), path);
  }
  assert.ok(matches(['**/*'], 'config.yaml'));
});

test('dependencies and the git folder hold no sources', () => {
  assert.ok(!matches(['**/*'], 'node_modules/yaml/README.md'));
  assert.ok(!matches(['**/*'], 'packages/a/node_modules/b/README.md'));
  assert.ok(!matches(['.git/**'], '.git/description.txt'));
  assert.ok(!matches(['**/*.md'], '.github/notes.md'));
  assert.ok(
    isSkippedFolder('node_modules') && isSkippedFolder('.git') && !isSkippedFolder('seeds'),
  );
});

test('no globs, empty ones and absurd ones match nothing and throw nothing', () => {
  assert.ok(!matches([], 'a.txt'));
  assert.ok(!matches([''], 'a.txt'));
  assert.ok(!matches(['!'], 'a.txt'));
  assert.ok(!matches(['a'.repeat(70_000)], 'a.txt'));
  assert.ok(!matches(['[', '(', '{', '**('], 'a.txt'));
});

test('a hostile glob is taken literally', () => {
  const glob = `${'+(+(a|aa)'.repeat(12)}${')'.repeat(12)}x`;
  assert.ok(!matches([glob], 'a'.repeat(60)));
});
