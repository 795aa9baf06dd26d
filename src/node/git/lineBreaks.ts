/** Whether git changes the line breaks of files on their way into the work tree and back. */
import { inRepository, lineOf, type Repository } from './repository';
import { fieldsOf } from './run';

/** Those of `paths` whose CRLF in the work tree is LF to git, by `.gitattributes` and `core.autocrlf`. */
export async function withConvertedLineBreaks(
  repository: Repository,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set();
  const input = paths.map((path) => `${path}\0`).join('');
  const args = ['check-attr', '-z', '--stdin', 'text', 'eol'];
  const [attributes, setting] = await Promise.all([
    inRepository(repository, args, { input }),
    inRepository(repository, ['config', '--get', 'core.autocrlf'], { answers: [1] }),
  ]);
  const byDefault = /^(?:true|input|yes|on|1)$/i.test(lineOf(setting));
  const values = new Map<string, string>();
  const fields = attributes.ok ? fieldsOf(attributes.stdout) : [];
  for (let at = 0; at + 2 < fields.length; at += 3) {
    values.set(`${fields[at + 1] ?? ''}:${fields[at] ?? ''}`, fields[at + 2] ?? '');
  }
  return new Set(
    paths.filter((path) => {
      const text = values.get(`text:${path}`) ?? 'unspecified';
      const eol = values.get(`eol:${path}`) ?? 'unspecified';
      if (text === 'unset') return false;
      return text !== 'unspecified' || eol === 'lf' || eol === 'crlf' || byDefault;
    }),
  );
}
