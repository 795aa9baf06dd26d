/** What the schema requires of every source, and a source does not say. */
import type { MetadataField } from '../model/schema';
import type { Rule } from './rule';

const WORDS: Readonly<Record<MetadataField, string>> = {
  title: 'title',
  publisher: 'publisher',
  published: 'date of publication (“published”)',
  language: 'language',
  url: 'address (“url”)',
  reliability: 'reliability',
};

export const metadataMissing: Rule = {
  code: 'metadata-missing',
  severity: 'warning',
  description: 'Every source says of itself what the schema requires.',
  *check({ metadata, schema }) {
    if (metadata === undefined) return;
    for (const field of schema.requiredMetadata) {
      if ((metadata[field] ?? '') !== '') continue;
      yield {
        message: `The source has no ${WORDS[field]}, which the schema requires.`,
        at: ['source', field],
      };
    }
  },
};
