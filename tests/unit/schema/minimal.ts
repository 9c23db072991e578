import type { Kind } from '../../../src/schema/validate.js';

/** The least that each kind of file must say, with one of each thing that the mistakes are made in. */
export const MINIMAL: Record<Kind, string> = {
  'rule-set': `
id: small
version: '0.1.0'
title: Small
summary: One criterion.
baseline: wait
points-scale: { 10: noticeable }
evidence: { strong: 0.2, moderate: 0.4, weak: 0.8 }
confidence: { high: 1, medium: 0.8, low: 0.6 }
criteria:
  leverage: { title: Leverage, description: what goes up }
perspectives:
  envoy: { title: Envoy, because: it negotiates, weights: { leverage: 1 } }
sources:
  article: { title: The article, kind: article, date: 2015 }
`,
  facts: `
facts:
  patron-support:
    title: Patron support
    question: How much?
    levels: [low, high]
    anchors: { low: a little, high: a lot }
    prior: { probabilities: { low: 0.5, high: 0.5 }, source: assumption }
  trade-share:
    title: Trade share
    question: What share?
    range: [0, 1]
    unit: share of exports
    prior: { between: [0, 1], likely: 0.5, shape: pert, source: assumption }
`,
  options: `
options:
  wait: { title: Wait, description: nothing new }
  embargo: { title: Embargo, description: no arms }
`,
  conditions: `
conditions:
  backed: { title: Backed, when: { fact: patron-support, operator: equal, value: high } }
impossible:
  - { id: never, because: it cannot be, when: { condition: backed } }
`,
  rules: `
rules:
  - id: patron-blunts
    title: A patron blunts an embargo
    when: { all: [{ fact: patron-support, operator: atLeast, value: high }] }
    then:
      - { option: embargo, criterion: leverage, points: -25 }
      - { options: [embargo, relief], exclude: true }
    because: support replaces what is lost
    evidence: strong
    sources: [article#ch2]
`,
  properties: `
properties:
  - id: first-property
    title: An embargo never beats waiting
    because: it must be so
    when: { fact: patron-support, operator: equal, value: high }
    by: [envoy]
    never: { option: embargo, above: wait }
`,
  case: `
cases:
  - id: first-case
    title: The first case
    scenario: ../../here.yaml
    expect: { first: embargo, in-top: { count: 3, options: [embargo] } }
`,
  record: `
scenario: here.yaml
perspective: envoy
perspective-because: it went first
seen-while-writing: false
seen-note: coded after the rules
demand: leave
done:
  - option: embargo
    by: neighbours
    from: 2025-04
    what: no arms
    judgement: did-not-work
    because: others sold
    sources: [article]
followed: { what: Nothing., sources: [article] }
reasons: { fit: fits, because: support replaced what was lost, sources: [article#ch2] }
`,
  scenario: `
id: here
title: Here
rule-set: ../rules/small
as-of: 2025-03-04
perspective: envoy
facts:
  patron-support: { value: high, confidence: medium, source: article }
  trade-share: { between: [0.1, 0.3], likely: 0.2 }
  unrest: unknown
`,
  'table-map': `
rule-set: ../rules/small
id: row
carry: [country]
missing: [NA]
columns:
  patron-support: { column: support, values: { '1': low, '2': high }, missing: [-99] }
  trade-share: { column: trade, factor: 0.01 }
  unrest: { column: deaths, cut-points: [{ below: 25, level: low }, { level: high }] }
`,
  'request-appraise': `
scenario: 'id: x'
set: [patron-support=high]
weights: { leverage: 1 }
`,
  'request-check': `
files: { rule-set.yaml: 'id: x' }
`,
  'request-flips': `
scenario: 'id: x'
`,
  'request-information': `
scenario: 'id: x'
`,
  'request-robustness': `
scenario: 'id: x'
`,
  'request-save': `
text: 'id: x'
version: abc
`,
};
