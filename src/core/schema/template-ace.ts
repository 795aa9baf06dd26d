/** ACE 2005 as a starting point: the names of its types and roles; the descriptions are this project's own. */

export const ACE_TEMPLATE = `# The entity types, event types and roles of ACE 2005, by name. Money, crimes, positions and sentences
# are roles without a type here: tag what fills them with a note or a type of your own.
extends: none
entityTypes:
  person: { color: blue, key: p, description: "One person or several." }
  organisation: { color: purple, key: o, description: "A body with members and a structure." }
  gpe: { label: Geo-political entity, color: green, key: g, description: "A place together with its people and government." }
  location: { color: olive, key: l, description: "A region or body of water without a government." }
  facility: { color: brown, key: f, description: "Something built and used in one place." }
  vehicle: { color: orange, key: v }
  weapon: { color: red, key: w }
eventTypes:
  life: { color: green }
  be-born:
    parent: life
    roles: { person: { types: [person] }, place: { types: [gpe, location, facility] }, time: {} }
  marry:
    parent: life
    roles: { person: { types: [person], min: 2 }, place: { types: [gpe, location, facility] }, time: {} }
  divorce:
    parent: life
    roles: { person: { types: [person], min: 2 }, place: { types: [gpe, location, facility] }, time: {} }
  injure:
    parent: life
    roles: { agent: { types: [person, organisation, gpe] }, victim: { types: [person] }, instrument: { types: [weapon, vehicle] }, place: { types: [gpe, location, facility] }, time: {} }
  die:
    parent: life
    roles: { agent: { types: [person, organisation, gpe] }, victim: { types: [person] }, instrument: { types: [weapon, vehicle] }, place: { types: [gpe, location, facility] }, time: {} }
  movement: { color: sky }
  transport:
    parent: movement
    roles: { agent: { types: [person, organisation, gpe] }, artifact: { types: [person, weapon, vehicle] }, vehicle: { types: [vehicle] }, origin: { types: [gpe, location, facility] }, destination: { types: [gpe, location, facility] }, place: { types: [gpe, location, facility] }, time: {} }
  transaction: { color: yellow }
  transfer-ownership:
    parent: transaction
    roles: { buyer: { types: [person, organisation, gpe] }, seller: { types: [person, organisation, gpe] }, beneficiary: { types: [person, organisation, gpe] }, artifact: { types: [vehicle, weapon, facility, organisation] }, place: { types: [gpe, location, facility] }, time: {} }
  transfer-money:
    parent: transaction
    roles: { giver: { types: [person, organisation, gpe] }, recipient: { types: [person, organisation, gpe] }, beneficiary: { types: [person, organisation, gpe] }, money: {}, place: { types: [gpe, location, facility] }, time: {} }
  business: { color: purple }
  start-organisation:
    parent: business
    roles: { agent: { types: [person, organisation, gpe] }, organisation: { types: [organisation] }, place: { types: [gpe, location, facility] }, time: {} }
  merge-organisations:
    parent: business
    roles: { organisation: { types: [organisation], min: 2 }, place: { types: [gpe, location, facility] }, time: {} }
  declare-bankruptcy:
    parent: business
    roles: { organisation: { types: [organisation, person, gpe] }, place: { types: [gpe, location, facility] }, time: {} }
  end-organisation:
    parent: business
    roles: { organisation: { types: [organisation] }, place: { types: [gpe, location, facility] }, time: {} }
  conflict: { color: red }
  attack:
    parent: conflict
    roles: { attacker: { types: [person, organisation, gpe] }, target: {}, instrument: { types: [weapon, vehicle] }, place: { types: [gpe, location, facility] }, time: {} }
  demonstrate:
    parent: conflict
    roles: { entity: { types: [person, organisation] }, place: { types: [gpe, location, facility] }, time: {} }
  contact: { color: blue }
  meet:
    parent: contact
    roles: { entity: { types: [person, organisation, gpe], min: 2 }, place: { types: [gpe, location, facility] }, time: {} }
  phone-write:
    parent: contact
    roles: { entity: { types: [person, organisation, gpe], min: 2 }, place: { types: [gpe, location, facility] }, time: {} }
  personnel: { color: teal }
  start-position:
    parent: personnel
    roles: { person: { types: [person] }, entity: { types: [organisation, gpe] }, position: {}, place: { types: [gpe, location, facility] }, time: {} }
  end-position:
    parent: personnel
    roles: { person: { types: [person] }, entity: { types: [organisation, gpe] }, position: {}, place: { types: [gpe, location, facility] }, time: {} }
  nominate:
    parent: personnel
    roles: { agent: { types: [person, organisation, gpe] }, person: { types: [person] }, position: {}, place: { types: [gpe, location, facility] }, time: {} }
  elect:
    parent: personnel
    roles: { entity: { types: [person, organisation, gpe] }, person: { types: [person] }, position: {}, place: { types: [gpe, location, facility] }, time: {} }
  justice: { color: brown }
  arrest-jail:
    parent: justice
    roles: { agent: { types: [person, organisation, gpe] }, person: { types: [person] }, crime: {}, place: { types: [gpe, location, facility] }, time: {} }
  release-parole:
    parent: justice
    roles: { entity: { types: [person, organisation, gpe] }, person: { types: [person] }, crime: {}, place: { types: [gpe, location, facility] }, time: {} }
  trial-hearing:
    parent: justice
    roles: { prosecutor: { types: [person, organisation, gpe] }, defendant: { types: [person, organisation, gpe] }, adjudicator: { types: [person, organisation, gpe] }, crime: {}, place: { types: [gpe, location, facility] }, time: {} }
  charge-indict:
    parent: justice
    roles: { prosecutor: { types: [person, organisation, gpe] }, defendant: { types: [person, organisation, gpe] }, adjudicator: { types: [person, organisation, gpe] }, crime: {}, place: { types: [gpe, location, facility] }, time: {} }
  sue:
    parent: justice
    roles: { plaintiff: { types: [person, organisation, gpe] }, defendant: { types: [person, organisation, gpe] }, adjudicator: { types: [person, organisation, gpe] }, crime: {}, place: { types: [gpe, location, facility] }, time: {} }
  convict:
    parent: justice
    roles: { defendant: { types: [person, organisation, gpe] }, adjudicator: { types: [person, organisation, gpe] }, crime: {}, place: { types: [gpe, location, facility] }, time: {} }
  sentence:
    parent: justice
    roles: { defendant: { types: [person, organisation, gpe] }, adjudicator: { types: [person, organisation, gpe] }, crime: {}, sentence: {}, place: { types: [gpe, location, facility] }, time: {} }
  fine:
    parent: justice
    roles: { entity: { types: [person, organisation, gpe] }, adjudicator: { types: [person, organisation, gpe] }, money: {}, crime: {}, place: { types: [gpe, location, facility] }, time: {} }
  execute:
    parent: justice
    roles: { agent: { types: [person, organisation, gpe] }, person: { types: [person] }, crime: {}, place: { types: [gpe, location, facility] }, time: {} }
  extradite:
    parent: justice
    roles: { agent: { types: [person, organisation, gpe] }, person: { types: [person] }, origin: { types: [gpe, location, facility] }, destination: { types: [gpe, location, facility] }, crime: {}, place: { types: [gpe, location, facility] }, time: {} }
  acquit:
    parent: justice
    roles: { defendant: { types: [person, organisation, gpe] }, adjudicator: { types: [person, organisation, gpe] }, crime: {}, place: { types: [gpe, location, facility] }, time: {} }
  appeal:
    parent: justice
    roles: { defendant: { types: [person, organisation, gpe] }, prosecutor: { types: [person, organisation, gpe] }, adjudicator: { types: [person, organisation, gpe] }, crime: {}, place: { types: [gpe, location, facility] }, time: {} }
  pardon:
    parent: justice
    roles: { adjudicator: { types: [person, organisation, gpe] }, defendant: { types: [person, organisation, gpe] }, crime: {}, place: { types: [gpe, location, facility] }, time: {} }
  statement:
    description: "Somebody says or writes something. Not in ACE: Annotate as Statement needs it."
    roles: { speaker: { types: [person, organisation, gpe], min: 1 }, addressee: {}, topic: {}, cue: {} }
relationTypes:
  located-in: { from: [person, facility, organisation], to: [gpe, location, facility] }
  part-of: {}
  member-of: { from: [person, organisation, gpe], to: [organisation] }
  employed-by: { from: [person], to: [organisation, gpe] }
  founder-of: { from: [person, organisation], to: [organisation, gpe] }
  owner-of: { from: [person, organisation, gpe], to: [organisation, facility, vehicle, weapon] }
  family-of: { from: [person], to: [person] }
  business-with: { from: [person], to: [person] }
  citizen-of: { from: [person], to: [gpe] }
attributes:
  tense: { values: [past, present, future, unspecified], on: [event] }
  genericity: { values: [specific, generic], on: [event, entity] }
  modality: { values: [asserted, other], on: [event] }
  level: { values: [name, nominal, pronoun], on: [entity] }
`;
