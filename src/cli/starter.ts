/**
 * The files that `init` writes, by path, beside the schemas that they name. Every one of them passes `check`. The first
 * line of each tells an editor where its schema is.
 */
export const STARTER: Record<string, string> = {
  'rules/example/rule-set.yaml': `# yaml-language-server: $schema=../../schemas/rule-set.schema.json
id: example
version: 0.1.0
title: A small example
summary: Two ways to answer a blocked border crossing, judged on relief and on cost. Replace it by your own.
baseline: wait
points-scale: { 10: noticeable, 25: clear, 50: large, 100: decisive }
evidence: { strong: 0.2, moderate: 0.4, weak: 0.8 }
confidence: { high: 1, medium: 0.8, low: 0.6 }
criteria:
  relief: { title: Relief, description: people on the far side get what they need }
  cost: { title: Cost, description: the sender keeps money and standing }
perspectives:
  relief-agency:
    title: A relief agency
    because: it is there for people, and has to last
    swings:
      relief: { share: 100, because: people come first, sources: assumption }
      cost: { share: 43, because: money matters because it runs out, sources: assumption }
    weights: { relief: 70, cost: 30 }
  treasury:
    title: The treasury
    because: it answers for all that the state spends
    swings:
      relief: { share: 43, because: the aid is why the money is asked for, sources: assumption }
      cost: { share: 100, because: what is spent here is missing elsewhere, sources: assumption }
    weights: { relief: 30, cost: 70 }
sources:
  own-judgement: { title: The authors' own judgement, kind: statement, note: replace it by evidence }
`,
  'rules/example/facts.yaml': `# yaml-language-server: $schema=../../schemas/facts.schema.json
facts:
  crossing:
    title: The border crossing
    question: Do lorries pass the crossing?
    levels: [closed, restricted, open]
    anchors:
      closed: none has passed for a week
      restricted: some pass, with delays of days
      open: they pass within a day
  need:
    title: People in need
    question: What share of the people on the far side needs aid?
    range: [0, 1]
    unit: share of the population
    prior: { between: [0, 0.6], likely: 0.2, source: assumption }
`,
  'rules/example/options.yaml': `# yaml-language-server: $schema=../../schemas/options.schema.json
options:
  wait: { title: Wait, description: do nothing new }
  airlift: { title: Airlift, description: fly supplies in }
  negotiate: { title: Negotiate passage, description: talk to whoever holds the crossing }
`,
  'rules/example/rules/all.yaml': `# yaml-language-server: $schema=../../../schemas/rules.schema.json
rules:
  - id: airlift-reaches
    title: An airlift reaches people whom lorries do not
    when:
      all:
        - { fact: crossing, operator: atMost, value: restricted }
        - { fact: need, operator: atLeast, value: 0.2 }
    then: [{ option: airlift, criterion: relief, points: 40 }]
    because: 'the crossing is {crossing} and at least a fifth of the people need aid'
    evidence: moderate
    sources: [own-judgement]
  - id: airlift-costs
    title: Flying is dear
    when: { fact: need, operator: above, value: 0 }
    then: [{ option: airlift, criterion: cost, points: -50 }]
    because: flying costs many times what driving does
    evidence: strong
    sources: [own-judgement]
  - id: talks-open-the-way
    title: Talks can widen a crossing that is not shut
    when: { fact: crossing, operator: equal, value: restricted }
    then: [{ option: negotiate, criterion: relief, points: 25 }]
    because: whoever lets some lorries pass can be talked into letting more pass
    evidence: weak
    sources: [own-judgement]
  - id: talks-take-time
    title: Talks with a shut door cost standing
    when: { fact: crossing, operator: equal, value: closed }
    then: [{ option: negotiate, criterion: cost, points: -10 }]
    because: to ask and be refused is noticed
    evidence: weak
    sources: [own-judgement]
  - id: nothing-to-negotiate
    title: Nothing to negotiate
    when: { fact: crossing, operator: equal, value: open }
    then: [{ option: negotiate, exclude: true }]
    because: the crossing is open
    evidence: strong
    sources: [own-judgement]
`,
  'rules/example/properties.yaml': `# yaml-language-server: $schema=../../schemas/properties.schema.json
properties:
  - id: flying-saves-nothing
    title: An airlift never saves money
    because: flying costs many times what driving does
    bounded: { option: airlift, criterion: cost, from: -100, to: 0 }
  - id: no-talks-at-a-shut-door
    title: At a closed crossing talks never lead
    because: whoever has shut it gains nothing by talking
    when: { fact: crossing, operator: equal, value: closed }
    never: { option: negotiate, first: true }
`,
  'rules/example/cases/first.yaml': `# yaml-language-server: $schema=../../../schemas/case.schema.json
cases:
  - id: restricted-crossing
    title: At a restricted crossing talks lead
    scenario: ../../../scenarios/example.yaml
    expect: { first: negotiate }
`,
  'scenarios/example.yaml': `# yaml-language-server: $schema=../rules/example/scenario.schema.json
id: example
title: An example crossing
rule-set: ../rules/example
as-of: 2025-01-01
perspective: relief-agency
facts:
  crossing: restricted
  need: { between: [0.1, 0.3], likely: 0.25, note: two estimates differ }
`,
  'README.md': `# A Demarche project

- \`rules/example/\` is a rule set: its head, codebook, options, rules, properties and cases.
- \`scenarios/example.yaml\` is a scenario.

    demarche appraise scenarios/example.yaml
    demarche check
`,
};
