/** Codes under `checks:` of the schema that are those of no check. */
import { readDocument } from '../storage/document';
import { editSchema } from '../storage/editSchema';
import { entryOf, mapAt } from '../storage/node';
import { SCHEMA_PATH } from '../storage/paths';
import { byText, type Fix } from './fix';
import { nearest } from './nearest';
import type { CheckedFile, Rule } from './rule';

export const checkUnknown: Rule = {
  code: 'check-unknown',
  severity: 'warning',
  description: 'Every code under `checks:` of the schema is that of a check.',
  *check(file) {
    if (file.path !== SCHEMA_PATH) return;
    for (const code of Object.keys(file.schema.checks)) {
      if (file.codes.includes(code)) continue;
      yield {
        message: `There is no check “${code}”, so nothing changes by this.`,
        at: ['checks', code],
        fixes: () => [
          ...otherCodes(file, code),
          ...byText(file, `Take “${code}” out`, editSchema(file.text, ['checks', code], undefined)),
        ],
      };
    }
  },
};

/** Those that the file does not set already; the severity stays. */
function otherCodes(file: CheckedFile, code: string): readonly Fix[] {
  const { text, schema } = file;
  const key = entryOf(mapAt(readDocument(text).root, 'checks'), code)?.keySpan;
  if (key === undefined) return [];
  const free = file.codes.filter((each) => !Object.hasOwn(schema.checks, each));
  return nearest(code, free).flatMap(({ word, isSure }) => {
    const after = text.slice(0, key.start) + word + text.slice(key.end);
    return byText(file, `Change to “${word}”`, after, isSure);
  });
}
