import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  annotationPath,
  entityPath,
  eventPath,
  fileKind,
  isRecordId,
  isSafePath,
  recordId,
  sourceOfPath,
} from '../../../src/core/storage/paths';

test('every file of the format has its place, and the place says what it is', () => {
  assert.equal(fileKind('annotations/schema.yaml'), 'schema');
  assert.equal(fileKind(entityPath('wang-yi')), 'entity');
  assert.equal(fileKind(eventPath('talk')), 'event');
  assert.equal(fileKind(annotationPath('seeds/a.txt', 'folder')), 'annotations');
  assert.equal(fileKind(annotationPath('seeds/a.txt', 'beside')), 'annotations');
  for (const path of [
    'a.txt',
    'schema.yaml',
    'annotations/other.yaml',
    'annotations/entities/deep/x.yaml',
    'annotations/entities/x.yml',
    'entities/x.yaml',
    'annotations',
    '',
  ]) {
    assert.equal(fileKind(path), undefined, path);
  }
});

test('the place of an annotation file says whose it is, in both layouts', () => {
  for (const layout of ['folder', 'beside'] as const) {
    assert.equal(sourceOfPath(annotationPath('seeds/deep/a b.txt', layout)), 'seeds/deep/a b.txt');
  }
  assert.equal(recordId(entityPath('wang-yi')), 'wang-yi');
});

test('record ids are lower-case ASCII with inner dashes', () => {
  for (const id of ['x', 'wang-yi', '12-point-plan', 'a--b', '2024']) assert.ok(isRecordId(id), id);
  for (const id of ['', '-a', 'a-', 'Wang', 'wang yi', 'wang_yi', 'ванг', '../x', 'a/b', 'a.b']) {
    assert.ok(!isRecordId(id), id);
  }
});

test('paths that leave the workspace, or are none of POSIX, are not safe', () => {
  for (const path of ['a.txt', 'seeds/a.txt', 'a b/ü.txt', '...', '.hidden', 'c/x']) {
    assert.ok(isSafePath(path), path);
  }
  for (const path of [
    '',
    '/etc/passwd',
    '../a',
    'a/../../b',
    'a/..',
    './a',
    'a//b',
    'a/',
    'C:/a',
    'c:a',
    'a\\b',
    'a\0b',
  ]) {
    assert.ok(!isSafePath(path), path);
  }
});
