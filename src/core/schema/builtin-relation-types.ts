/** The relations between entities of a project that declares none. */
import type { RelationType } from '../model/schema';

const BODIES = ['organisation', 'group'] as const;
const ACTORS = ['person', ...BODIES] as const;
const PARTIES = [...ACTORS, 'place'] as const;

export const BUILTIN_RELATION_TYPES: Readonly<Record<string, RelationType>> = {
  'member-of': {
    label: 'Member of',
    inverse: 'Has member',
    description: 'Belongs to it as one of its members: a party, an alliance, a committee.',
    from: PARTIES,
    to: BODIES,
  },
  leads: {
    label: 'Leads',
    inverse: 'Led by',
    description: 'Is at its head: presides, governs, commands, directs, chairs.',
    parent: 'member-of',
    from: ['person'],
    to: [...BODIES, 'place', 'conference'],
  },
  'works-for': {
    label: 'Works for',
    inverse: 'Employs',
    description: 'Is employed by it or holds an office in it.',
    from: ['person'],
    to: [...PARTIES],
  },
  represents: {
    label: 'Represents',
    inverse: 'Represented by',
    description: 'Speaks or acts for it: an envoy, ambassador, spokesperson, lawyer.',
    from: ACTORS,
    to: PARTIES,
  },
  'part-of': {
    label: 'Part of',
    inverse: 'Has part',
    description:
      'Is a part of the larger one, of the same sort: a department, a region, a chapter.',
  },
  owns: {
    label: 'Owns',
    inverse: 'Owned by',
    description: 'Owns it, in whole or in part, or controls it.',
    from: PARTIES,
    to: ['organisation', 'facility', 'product', 'document', 'other'],
  },
  'located-in': {
    label: 'Located in',
    inverse: 'Location of',
    description: 'Lies there, has its seat there, or lives there.',
    to: ['place', 'facility'],
  },
  'family-of': {
    label: 'Family of',
    inverse: 'Family of',
    description: 'Is related by blood or marriage; the note says how.',
    from: ['person'],
    to: ['person'],
  },
  'associate-of': {
    label: 'Associate of',
    inverse: 'Associate of',
    description: 'Is known to have close dealings with: a friend, partner, adviser.',
    from: ACTORS,
    to: ACTORS,
  },
  'ally-of': {
    label: 'Ally of',
    inverse: 'Ally of',
    description: 'Is on the same side, by treaty or in practice.',
    from: PARTIES,
    to: PARTIES,
  },
  'adversary-of': {
    label: 'Adversary of',
    inverse: 'Adversary of',
    description: 'Is on the other side: at war, in dispute, in competition.',
    from: PARTIES,
    to: PARTIES,
  },
};
