/** Who holds a lock or left a temporary file: a process of a host, and whether it still runs. */
import { createHash } from 'node:crypto';
import { readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process. Its `host` is where process ids mean the same: containers of one machine are several. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
}

/** This process. */
export async function thisOwner(): Promise<Owner> {
  const processes = await readlink('/proc/self/ns/pid').catch(() => '');
  return { pid: process.pid, host: processes === '' ? hostname() : `${hostname()} ${processes}` };
}

/** Whether `owner` ended for certain; a process of another host may still run. */
export function isGone(owner: Owner, here: Owner): boolean {
  if (owner.host !== here.host || owner.pid === here.pid) return false;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/** A host as eight hexadecimal digits, for file names. */
export function hostDigits({ host }: Owner): string {
  return createHash('sha256').update(host).digest('hex').slice(0, 8);
}

/** The code of an error of the system; empty for others. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
