/** A writer of its own process: it annotates one source until it has done enough, or is killed. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Operation } from '../../src/core/operations/operation';
import { perform } from '../../src/core/operations/perform';
import { parseFile } from '../../src/core/storage/parse';
import { entityPath } from '../../src/core/storage/paths';
import { Store } from '../../src/core/store/store';
import { SourceText } from '../../src/core/text/sourceText';
import { carryOut } from '../../src/node/carryOut';
import type { Written } from '../../src/core/operations/written';
import { entityFile } from '../core/workspace';

const SOURCE = 's.txt';
const KULEBA = 'kuleba';
const WORDS = SourceText.of('Kuleba met Wang Yi in Guangzhou. '.repeat(40));

/** What a process of its own is to do, as JSON in its environment. */
export interface Task {
  readonly folder: string;
  /** Begins the ids that it makes, so that those of two writers differ: one character. */
  readonly name: string;
  readonly count: number;
  /** Ids are made of this on; in base 36 it has at most five digits. */
  readonly from: number;
}

/** The task of this process, when it was started as a writer. */
export function ownTask(): Task | undefined {
  const task = process.env['WRITER'];
  return task === undefined ? undefined : (JSON.parse(task) as Task);
}

/**
 * Starts the module as a writer. It says `ready`, waits for a line, and says the id of each
 * annotation that it has saved.
 */
export function startWriter(
  moduleUrl: string,
  task: Task,
): ChildProcessByStdio<Writable, Readable, null> {
  return spawn(process.execPath, [fileURLToPath(moduleUrl)], {
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, WRITER: JSON.stringify(task) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

export async function work({ folder, name, count, from }: Task): Promise<void> {
  const writer = new Writer(folder);
  await writer.load();
  say('ready');
  await once(process.stdin, 'data');
  process.stdin.destroy();
  for (let at = from; at < from + count; at++) {
    const id = `a-${name}${at.toString(36).padStart(5, '0')}`;
    const written = await writer.annotate(id, at);
    if (!written.ok) {
      console.error(name, at, written.refusal);
      process.exitCode = 1;
      return;
    }
    say(id);
  }
}

export class Writer {
  readonly #folder: string;
  readonly #store = new Store();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async load(): Promise<void> {
    for (const file of await filesOf(this.#folder)) {
      this.#store.replaceFile(file, await readText(this.#folder, file));
    }
  }

  /** One annotation of a mention; for every third one its entity is made in the same step. */
  async annotate(id: string, at: number): Promise<Written> {
    const isNew = at % 3 === 0;
    const entity = isNew ? `person-${id.slice(2)}` : KULEBA;
    const create: Operation = { op: 'createEntity', id: entity, type: 'person', name: entity };
    const start = at % (WORDS.text.length - 10);
    const mention: Operation = {
      op: 'annotate',
      source: SOURCE,
      id,
      start,
      end: start + 6,
      entity,
      note: id,
    };
    const operations = isNew ? [create, mention] : [mention];
    const around = {
      sourceText: (path: string) => (path === SOURCE ? WORDS : undefined),
      newAnnotationId: () => id,
    };
    const take = (path: string, text: string | undefined): void => {
      if (text === undefined) this.#store.removeFile(path);
      else this.#store.replaceFile(path, text);
    };
    let texts: readonly { path: string; after: string | undefined }[] = [];
    const written = await carryOut(this.#folder, {
      decide: () => {
        const performed = perform(this.#store, around, operations);
        if (!performed.ok) throw new Error(performed.error.message);
        texts = performed.changes;
        return performed.changes;
      },
      take,
    });
    if (written.ok) for (const { path, after } of texts) take(path, after);
    return written;
  }
}

/** A folder with nothing but the record that the writers name, for as long as the test runs. */
export async function workspaceFor(test: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'source-annotator-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  await startAgain(folder);
  return folder;
}

/** Leaves nothing but the record that the writers name. */
export async function startAgain(folder: string): Promise<void> {
  await rm(path.join(folder, 'annotations'), { recursive: true, force: true });
  const text = entityFile(KULEBA);
  for (const [file, content] of Object.entries(text)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
}

/** What a folder holds after faults. */
export interface Inspection {
  /** Ids of annotations, in the order of the file. */
  readonly annotations: readonly string[];
  /** What no fault may do: files that do not parse, and references to records that are not there. */
  readonly damage: readonly string[];
  /** Files beside those of the format. */
  readonly litter: readonly string[];
}

export async function inspect(folder: string): Promise<Inspection> {
  const annotations: string[] = [];
  const damage: string[] = [];
  const litter: string[] = [];
  const files = await filesOf(folder);
  for (const file of files) {
    const parsed = parseFile(file, await readText(folder, file));
    if (parsed === undefined) {
      litter.push(file);
      continue;
    }
    damage.push(...parsed.problems.map(({ message }) => `${file}: ${message}`));
    if (parsed.content === undefined) damage.push(file);
    if (parsed.content?.kind !== 'annotations') continue;
    for (const { id, entity } of parsed.content.annotations) {
      annotations.push(id);
      if (entity !== undefined && !files.includes(entityPath(entity))) {
        damage.push(`${file}: ${id} names ${entity}`);
      }
    }
  }
  return { annotations, damage, litter };
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
}

function readText(folder: string, file: string): Promise<string> {
  return readFile(path.join(folder, file), 'utf8');
}

/** At once, so that a line is there before the process can be killed for it. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
