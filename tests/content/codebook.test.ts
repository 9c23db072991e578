import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Fact } from '../../src/model/fact.js';
import type { ScenarioFile } from '../../src/schema/generated/author-types.js';
import { SCENARIOS, SHIPPED, shippedRuleSet, text, UNION, UNION_SCENARIOS } from '../support/shipped.js';

// The codebook that cases were first coded on: a coding on it loads as long as ids, levels and their order stay.
const FIRST_FORTY = `
repression: low, moderate, high, extreme
atrocities: none, isolated, widespread, severe
conflict-intensity: none, minor, war, major-war
reform-direction: closing, frozen, gestures, reforming
elite-cohesion: split, strained, cohesive
patron-support: none, low, moderate, high, decisive
patron-arms-supply: none, occasional, regular, sustaining
patron-military-training: none, courses, standing, deployed
technology-transfer: none, civil, dual-use, strategic
cultural-exchange: boolean
diplomatic-cover: none, abstains, blocks, vetoes
patron-economic-deals: none, announced, contracted, operating
sovereignty-narrative: absent, stated, dominant, mobilising
coalition-export-share: range 0, 1
trade-diversion: none, starting, advanced, complete
revenue-chokepoints: diffuse, mixed, concentrated
financial-exposure: insulated, partial, exposed
aid-dependence: range 0, 100
corporate-links: absent, present, linked, funding
livelihood-exposure: low, moderate, high
coalition-breadth: range 0, 1
regional-consensus: shields, divided, declares, acts
regional-legitimation: shunned, mixed, normalising, accepted
regional-militarisation: none, rising, race
refugee-spillover: low, tens-of-thousands, hundreds-of-thousands, million
civil-society-space: closed, repressed, obstructed, narrowed, open
civil-society-reach: none, exile, cross-border, inside
opposition-unity: none, fragmented, coalition, government-in-waiting
opposition-on-pressure: opposes, split, silent, supports
people-in-need: range 0, 1
aid-obstruction: free, bureaucratic, restricted, blocked
sender-commercial-stake: negligible, modest, significant, strategic
sender-security-stake: none, some, high
existing-sanctions: none, targeted, sectoral, comprehensive
sanctions-loopholes: few, some, many
demand-scope: limited, substantial, survival
accountability-path: none, documentation, mandated, seized
legal-authority: none, retorsion, autonomous, regional, un-mandate
partner-track-record: broken, mixed, kept
agreement-transparency: secret, partial, published
`
  .trim()
  .split('\n');

// What the findings ask for beside it.
const ADDED = [
  'regime-type',
  'regime-legitimacy',
  'mediator-leverage',
  'institution-backing',
  'relief-conditions',
  'exit-guarantee',
];

function outline({ id, domain }: Fact): string {
  if (domain.kind === 'number') return `${id}: range ${domain.low}, ${domain.high}`;
  return `${id}: ${domain.kind === 'boolean' ? 'boolean' : domain.values.join(', ')}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Codings that ship, by country, month and year, as examples name them. */
const CODED = new Map(
  [
    ...SCENARIOS,
    ...UNION_SCENARIOS,
    ...readdirSync('scenarios/history')
      .filter(name => name.endsWith('.yaml') && !name.endsWith('.record.yaml'))
      .map(name => `scenarios/history/${name}`),
  ].map(path => {
    const scenario = parse(text(path)) as ScenarioFile;
    const [year, month] = String(scenario['as-of']).split('-');
    const country = scenario.title.replace(/(,| before| after) .*/, '');
    return [`${country}, ${MONTHS[Number(month) - 1]} ${year}`, scenario.facts];
  }),
);

describe('the codebook of the first rule set', () => {
  it('has the first forty facts, with the same levels in the same order', async () => {
    const { facts } = await shippedRuleSet();
    const outlines = [...facts.values()].map(outline);
    expect(FIRST_FORTY).toHaveLength(40);
    expect(FIRST_FORTY.filter(one => !outlines.includes(one))).toEqual([]);
    const known = FIRST_FORTY.map(one => one.split(':')[0]!);
    expect([...facts.keys()].filter(id => !known.includes(id)).sort()).toEqual([...ADDED].sort());
  });

  it('takes its examples from the codings that ship, or says that they are recalled', async () => {
    for (const { id, examples, derive } of (await shippedRuleSet()).facts.values()) {
      for (const [value, words] of examples!) {
        if (words.endsWith('(recalled)') || derive) continue;
        const coding = CODED.get(words.split(':')[0]!)?.[id];
        expect([id, words, stated(coding)]).toEqual([id, words, value]);
      }
    }
  });
});

describe.each([SHIPPED, UNION])('the codebook of %s', folder => {
  it('says of each fact how to code it, where to look, and what to believe where it is unknown', async () => {
    for (const fact of (await shippedRuleSet(folder)).facts.values()) {
      expect(fact.question, fact.id).toMatch(/\?$/);
      expect([fact.id, fact.inDoubt !== undefined, fact.lookUp !== undefined]).toEqual([fact.id, true, true]);
      expect([fact.id, fact.prior !== undefined]).toEqual([fact.id, fact.derive === undefined]);
    }
  });

  it('has a dated example for each level, and for some numbers of each range', async () => {
    for (const { id, domain, examples } of (await shippedRuleSet(folder)).facts.values()) {
      if (domain.kind === 'number') expect(examples!.size, id).toBeGreaterThan(1);
      else expect([...examples!.keys()].sort(), id).toEqual(domain.values.map(String).sort());
      for (const words of examples!.values()) expect(words, id).toMatch(/^[A-Z][^:]*\b(19|20)\d\d\b[^:]*: /);
    }
  });
});

describe('the codebook of the second rule set', () => {
  it('names for each example sources of the rule set that were read, or says that it is recalled', async () => {
    const { facts, sources } = await shippedRuleSet(UNION);
    for (const { id, examples, sources: cited } of facts.values()) {
      for (const words of examples!.values()) {
        if (words.endsWith('(recalled)')) continue;
        const named = words.match(/ \[(.+)\]$/)?.[1]?.split(', ') ?? [];
        expect([id, words, named.length > 0]).toEqual([id, words, true]);
        expect([id, named.filter(one => sources.get(one)?.checked !== 'read')]).toEqual([id, []]);
        expect([id, named.filter(one => !cited.includes(one))]).toEqual([id, []]);
      }
    }
  });

  it('has no example that the coding of a scenario of the same month contradicts', async () => {
    for (const { id, examples } of (await shippedRuleSet(UNION)).facts.values()) {
      for (const [value, words] of examples!) {
        const coding = CODED.get(words.split(':')[0]!)?.[id];
        if (coding !== undefined) expect([id, words, stated(coding)]).toEqual([id, words, value]);
      }
    }
  });
});

function stated(coding: unknown): string {
  const value = (coding as { value?: unknown } | undefined)?.value ?? coding;
  return String(value);
}
