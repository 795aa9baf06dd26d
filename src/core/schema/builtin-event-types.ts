/**
 * The event types of a project that declares none. The names of the first sixteen and of their modes
 * are those of PLOVER (Open Event Data Alliance); the descriptions are this project's own. PLOVER has no
 * type for what is merely said: `statement` fills that gap.
 */
import type { EventType, RoleRule } from '../model/schema';

const PARTIES = ['person', 'organisation', 'place', 'group'] as const;
const MEANS = ['product', 'document', 'facility', 'organisation', 'other'] as const;

const actor: RoleRule = { types: PARTIES, min: 1 };
const recipient: RoleRule = { types: PARTIES };
const requiredRecipient: RoleRule = { types: PARTIES, min: 1 };
const thirdParty: RoleRule = { types: PARTIES };
const instrument: RoleRule = { types: MEANS };
const topic: RoleRule = {};
const place: RoleRule = { types: ['place', 'facility'], max: 1 };
/** Whoever did it is often not known. */
const attacker: RoleRule = { types: PARTIES };

type Row = Omit<EventType, 'id'>;

const COOPERATIVE: Readonly<Record<string, Row>> = {
  agree: {
    label: 'Agree',
    description: 'Says that it will cooperate, meet, help or sign, without having done so yet.',
    modes: [],
    roles: { actor, recipient, 'third-party': thirdParty, topic, place },
  },
  consult: {
    label: 'Consult',
    description: 'Talks with somebody: in person, at a conference, through a mediator or by phone.',
    modes: ['visit', 'third-party', 'multilateral', 'phone'],
    roles: { actor, recipient, 'third-party': thirdParty, topic, place },
  },
  support: {
    label: 'Support',
    description:
      'Backs somebody without giving goods: praises, recognises, opens relations, ratifies.',
    modes: [],
    roles: { actor, recipient, topic, place },
  },
  concede: {
    label: 'Concede',
    description: 'Gives way in words: lifts a ban, apologises, pardons, declares a truce.',
    modes: [],
    roles: { actor, recipient, topic, place },
  },
  cooperate: {
    label: 'Cooperate',
    description: 'Both sides give something: they trade, exercise together, share intelligence.',
    modes: [],
    roles: { actor, recipient: requiredRecipient, topic, place },
  },
  aid: {
    label: 'Aid',
    description: 'One side gives something: money, arms, relief, shelter, debt forgiveness.',
    modes: [],
    roles: { actor, recipient: requiredRecipient, instrument, topic, place },
  },
  retreat: {
    label: 'Retreat',
    description:
      'Has given way in deeds: pulled out, freed, disarmed, stopped firing, let in, stood down.',
    modes: ['withdraw', 'release', 'disarm', 'ceasefire', 'access', 'resign'],
    roles: { actor, recipient, topic, place },
  },
};

const CONFLICTING: Readonly<Record<string, Row>> = {
  request: {
    label: 'Request',
    description: 'Asks, urges, demands or orders that somebody does something.',
    modes: ['assist', 'change', 'yield', 'meet'],
    roles: { actor, recipient, 'third-party': thirdParty, topic, place },
  },
  accuse: {
    label: 'Accuse',
    description: 'Blames somebody: criticises, alleges a wrong, opens an inquiry, goes to court.',
    modes: ['disapprove', 'investigate', 'allege'],
    roles: { actor, recipient, topic, place },
  },
  reject: {
    label: 'Reject',
    description: 'Refuses what was asked or offered: to help, to change, to give way, to meet.',
    modes: ['assist', 'change', 'yield', 'meet'],
    roles: { actor, recipient, topic, place },
  },
  threaten: {
    label: 'Threaten',
    description: 'Warns of harm to come; the mode says which.',
    modes: ['restrict', 'arrest', 'relations', 'expel', 'territory', 'violence'],
    roles: { actor, recipient, topic, place },
  },
  protest: {
    label: 'Protest',
    description:
      'Civilians show dissent together: they march, strike, fast, boycott, block, damage.',
    modes: ['demo', 'riot', 'strike', 'hunger', 'boycott', 'obstruct', 'vandalize'],
    roles: { actor, recipient, topic, place },
  },
  sanction: {
    label: 'Sanction',
    description:
      'Reduces or ends relations: convicts, expels, leaves a body, stops what was agreed.',
    modes: ['convict', 'expel', 'withdraw', 'discontinue'],
    roles: { actor, recipient: requiredRecipient, topic, place },
  },
  mobilize: {
    label: 'Mobilize',
    description: 'Moves or readies armed force without using it.',
    modes: ['troops', 'weapons', 'police', 'militia'],
    roles: { actor, recipient, instrument, topic, place },
  },
  coerce: {
    label: 'Coerce',
    description: 'Forces somebody without hurting anybody: seizes, bans, arrests, deports, hacks.',
    modes: [
      'seize',
      'restrict',
      'censor',
      'curfew',
      'martial-law',
      'arrest',
      'deport',
      'withhold',
      'misinformation',
      'cyber',
    ],
    roles: { actor, recipient, instrument, topic, place },
  },
  assault: {
    label: 'Assault',
    description: 'Uses force that can kill, injure or destroy.',
    modes: [
      'abduct',
      'beat',
      'torture',
      'sexual',
      'targeted',
      'destroy',
      'primitive',
      'firearms',
      'explosives',
      'suicide-attack',
      'aerial',
      'drone',
      'heavy-weapons',
      'crowd-control',
      'unconventional',
    ],
    roles: { actor: attacker, recipient, instrument, topic, place },
  },
};

const ATTRIBUTION: Readonly<Record<string, Row>> = {
  statement: {
    label: 'Statement',
    description: 'Somebody says or writes something, quoted or in the words of the source.',
    modes: [],
    roles: { speaker: { types: PARTIES, min: 1 }, addressee: { types: PARTIES }, topic, cue: {} },
  },
};

export const BUILTIN_EVENT_TYPES: Readonly<Record<string, EventType>> = Object.fromEntries(
  Object.entries({ ...COOPERATIVE, ...CONFLICTING, ...ATTRIBUTION }).map(([id, row]) => [
    id,
    { id, ...row },
  ]),
);
