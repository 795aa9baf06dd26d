/**
 * The files that stand beside a file for the moment in which it is written. They begin with a dot and
 * end in `.tmp` or `.lock`, so no glob of annotation files or sources takes them for one.
 */
import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { hostDigits, type Owner } from './owner';

/** File systems take names of 255 bytes; the rest is for what is put behind the name. */
const LONGEST_STEM = 120;

/** Whom a temporary file belongs to, as far as its name says. */
export interface TemporaryName {
  readonly host: string;
  readonly pid: number;
}

/** A name of its own at each call, which says who made it. */
export function temporaryFor(target: string, owner: Owner): string {
  const random = randomBytes(4).toString('hex');
  return beside(target, `${hostDigits(owner)}-${owner.pid}-${random}.tmp`);
}

/** The one name of the lock of `target`. */
export function lockFor(target: string): string {
  return beside(target, 'lock');
}

/** The name of the right to break the lock `key` of `target`. */
export function breakingFor(lock: string, key: string): string {
  return beside(lock, `${key}.lock`);
}

/** Who made the file of this name; absent when it is no temporary file of ours. */
export function readTemporaryName(name: string): TemporaryName | undefined {
  const match = /^\..+\.([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/.exec(name);
  const [, host, pid] = match ?? [];
  return host === undefined || pid === undefined ? undefined : { host, pid: Number(pid) };
}

/** Whether the name may be that of a lock; other programs end theirs so, too. */
export function isLockName(name: string): boolean {
  return /^\..+\.lock$/.test(name);
}

function beside(target: string, suffix: string): string {
  const name = path.basename(target).replace(/^\./, '');
  return path.join(path.dirname(target), `.${shortened(name)}.${suffix}`);
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_STEM) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return `${Array.from(name).slice(0, 16).join('')}~${digest}`;
}
