/** The entity types of a project that declares none. */
import type { EntityType } from '../model/schema';
import type { PaletteColor } from './palette';

interface Row {
  readonly label: string;
  readonly color: PaletteColor;
  readonly description: string;
}

const ROWS: Readonly<Record<string, Row>> = {
  person: {
    label: 'Person',
    color: 'blue',
    description: 'A human being, real or fictional, by name, nickname or title.',
  },
  organisation: {
    label: 'Organisation',
    color: 'purple',
    description:
      'A body with members and a structure: a ministry, company, party, army, news agency.',
  },
  place: {
    label: 'Place',
    color: 'green',
    description:
      'A country, region, city or landscape, also where its name stands for its government.',
  },
  group: {
    label: 'Group',
    color: 'orange',
    description:
      'People who belong together without being one organisation: a people, a side, a bloc.',
  },
  facility: {
    label: 'Facility',
    color: 'brown',
    description: 'Something built and used in one place: a palace, airport, power plant, bridge.',
  },
  document: {
    label: 'Document',
    color: 'teal',
    description: 'A text or agreement with a name: a treaty, law, peace plan, resolution, report.',
  },
  conference: {
    label: 'Conference',
    color: 'pink',
    description: 'A meeting or series of meetings with a name: a summit, forum, congress.',
  },
  product: {
    label: 'Product',
    color: 'yellow',
    description: 'Something made and named: a weapon, vehicle, drug, device, software, service.',
  },
  other: {
    label: 'Other',
    color: 'grey',
    description: 'Anything else that has a name and matters.',
  },
};

export const BUILTIN_ENTITY_TYPES: Readonly<Record<string, EntityType>> = Object.fromEntries(
  Object.entries(ROWS).map(([id, row]) => [id, { id, ...row }]),
);
