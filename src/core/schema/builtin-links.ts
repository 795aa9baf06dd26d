/** The knowledge bases that records link to in a project that declares none. */
import type { LinkRule } from '../model/schema';

export const BUILTIN_LINKS: Readonly<Record<string, LinkRule>> = {
  wikidata: {
    label: 'Wikidata',
    url: 'https://www.wikidata.org/wiki/{id}',
    pattern: String.raw`^Q[1-9]\d*$`,
  },
  // The title in the English Wikipedia, or with the language in front: `uk:Київ`.
  wikipedia: { label: 'Wikipedia', url: 'https://en.wikipedia.org/wiki/{id}' },
  geonames: {
    label: 'GeoNames',
    url: 'https://www.geonames.org/{id}',
    pattern: String.raw`^[1-9]\d*$`,
  },
  viaf: { label: 'VIAF', url: 'https://viaf.org/viaf/{id}', pattern: String.raw`^[1-9]\d*$` },
  gnd: {
    label: 'GND',
    url: 'https://d-nb.info/gnd/{id}',
    pattern: String.raw`^(1[0-3]?\d{7}|[47]\d{6}-|[1-9]\d{0,7}-|3\d{7})[\dX]$`,
  },
  isni: {
    label: 'ISNI',
    url: 'https://isni.org/isni/{id}',
    pattern: String.raw`^\d{15}[\dX]$`,
  },
  orcid: {
    label: 'ORCID',
    url: 'https://orcid.org/{id}',
    pattern: String.raw`^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$`,
  },
  ror: {
    label: 'ROR',
    url: 'https://ror.org/{id}',
    pattern: String.raw`^0[a-hj-km-np-tv-z\d]{6}\d{2}$`,
  },
  lei: {
    label: 'LEI',
    url: 'https://search.gleif.org/#/record/{id}',
    pattern: String.raw`^[A-Z\d]{18}\d{2}$`,
  },
};
