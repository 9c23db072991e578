import { describe, expect, it } from 'vitest';
import { type AuditOptions, audit } from '../../../src/audits/audit.js';
import { loadScenario } from '../../../src/load.js';
import type { AuditKind } from '../../../src/model/audit.js';
import type { Scenario } from '../../../src/model/scenario.js';
import { type Change, loadExample, ruleText } from '../../support/example.js';
import { shippedRuleSet } from '../../support/shipped.js';

/** What an audit of one kind finds of the rule set that `init` writes, changed. */
async function found(kind: AuditKind, changes: Record<string, Change>, options: AuditOptions = {}) {
  const { ruleSet, diagnostics } = loadExample(changes);
  if (!ruleSet) throw new Error(JSON.stringify(diagnostics));
  const result = await audit(ruleSet, { checked: diagnostics, ...options, wanted: one => one === kind });
  expect(result.kinds.map(one => [one.kind, one.undecided])).toEqual([[kind, []]]);
  return result.findings;
}

const need = (operator: string, value: number) => `{ fact: need, operator: ${operator}, value: ${value} }`;
const crossing = (value: string) => `{ fact: crossing, operator: equal, value: ${value} }`;
const relief = (points: number, option = 'airlift') =>
  `{ option: ${option}, criterion: relief, points: ${points} }`;
/** A file with more rules, the first of them on its second line. */
const more = (...rules: string[]) => ({ 'rules/more.yaml': `rules:\n${rules.join('')}` });
const at = (line: number, file = 'rules/more.yaml') => ({ file: `rules/example/${file}`, line });
const STARVING = `conditions: {}
impossible:
  - id: open-and-starving
    because: lorries bring food
    when: { all: [${crossing('open')}, ${need('atLeast', 0.5)}] }
`;

describe('an audit finds what was planted, where it stands, with what shows it', () => {
  it('a rule that can never fire, by what is impossible', async () => {
    const [one, ...none] = await found('never-fires', {
      'conditions.yaml': STARVING,
      ...more(ruleText('x', `{ all: [${need('above', 0.6)}, ${crossing('open')}, ${need('above', 0.1)}] }`)),
    });
    expect(none).toEqual([]);
    expect(one).toMatchObject({
      severity: 'warning',
      at: at(2),
      message: 'the rule `x` can never fire',
      proof:
        'need is above 0.6 and crossing is open never hold together, by what is impossible: open-and-starving',
      situation: null,
    });
  });

  it('a rule that always fires', async () => {
    const [one, ...none] = await found(
      'always-fires',
      more(ruleText('x', `{ any: [${need('atLeast', 0.3)}, ${need('below', 0.4)}] }`)),
    );
    expect(none).toEqual([]);
    expect(one).toMatchObject({ severity: 'note', at: at(2), about: { rules: ['x'] } });
    expect(one!.proof).toBe('not (need is at least 0.3) and not (need is below 0.4) never hold together');
  });

  it('two rules that say the same, and the smallest situation in which both do', async () => {
    const findings = await found('duplicate', {
      'conditions.yaml': STARVING,
      ...more(
        ruleText('x', `{ all: [${need('atLeast', 0.5)}, { not: ${crossing('closed')} }] }`),
        ruleText('y', `{ all: [${need('atLeast', 0.5)}, ${crossing('restricted')}] }`),
        ruleText('z', `{ all: [${need('atLeast', 0.4)}, ${crossing('restricted')}] }`),
      ),
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      severity: 'warning',
      about: { rules: ['x', 'y'] },
      at: at(3),
      situation: {
        differs: [
          { fact: 'crossing', neutral: 'closed', value: 'restricted' },
          { fact: 'need', neutral: 0, value: 1 },
        ],
        smallest: true,
        rules: [
          { rule: 'x', points: null },
          { rule: 'y', points: null },
        ],
      },
    });
  });

  it('a rule that only fires where another does the same, but none of two steps with points of their own', async () => {
    const findings = await found(
      'subsumed',
      more(
        ruleText('x', need('atLeast', 0.5), relief(7)),
        ruleText('y', need('atLeast', 0.4), `${relief(7)}, ${relief(3, 'negotiate')}`),
        ruleText('z', need('atLeast', 0.6), relief(8)),
        ruleText(
          'out',
          crossing('open'),
          '{ option: negotiate, exclude: true }, { option: airlift, exclude: true }',
        ),
      ),
    );
    expect(findings.map(({ about, at, message }) => [about.rules, at?.line, message])).toEqual([
      [
        ['nothing-to-negotiate', 'out'],
        34,
        'wherever `nothing-to-negotiate` fires, `out` does the same, so it excludes nothing more',
      ],
      [['x', 'y'], 2, 'wherever `x` fires, `y` does the same, so its points count twice'],
    ]);
  });

  it('two rules of which one takes back what the other adds', async () => {
    const findings = await found(
      'cancelling',
      more(
        ruleText('x', need('atLeast', 0.5), relief(7)),
        ruleText('y', `{ not: ${need('below', 0.5)} }`, `${relief(-7)}, ${relief(3, 'negotiate')}`),
        ruleText('z', need('atLeast', 0.5), `${relief(-7)}, ${relief(-3, 'negotiate')}`),
      ),
    );
    expect(findings.map(({ message }) => message)).toEqual([
      '`y` takes back all that `x` adds to airlift on relief',
      '`z` takes back all that `x` adds to airlift on relief',
    ]);
    const whole = await found(
      'cancelling',
      more(ruleText('x', need('atLeast', 0.5), relief(7)), ruleText('y', need('atLeast', 0.5), relief(-7))),
    );
    expect(whole).toMatchObject([
      {
        severity: 'warning',
        at: at(3),
        about: { rules: ['x', 'y'], options: ['airlift'], criteria: ['relief'] },
        message: '`y` takes back all that `x` adds to airlift on relief: together they do nothing',
        situation: { differs: [{ fact: 'need', value: 1 }] },
      },
    ]);
  });

  it.each([
    [
      `{ all: [${crossing('restricted')}, ${need('atLeast', 0.2)}, ${need('above', 0.1)}] }`,
      'need is above 0.1',
      'it is true wherever need is at least 0.2',
    ],
    [
      `{ any: [${crossing('open')}, ${need('above', 0.1)}, ${need('above', 0.2)}] }`,
      'need is above 0.2',
      'wherever it holds, need is above 0.1 does too',
    ],
    [
      `{ all: [${crossing('open')}, ${need('below', 0.7)}] }`,
      'need is below 0.7',
      'it is true wherever crossing is open, by what is impossible: open-and-starving',
    ],
    [`{ all: [${crossing('closed')}, ${need('atLeast', 0)}] }`, 'need is at least 0', 'it is always true'],
  ])('a part of %s that can be left out', async (when, part, proof) => {
    const findings = await found('simplifiable', {
      'conditions.yaml': STARVING,
      ...more(ruleText('x', when)),
    });
    expect(findings).toMatchObject([{ at: at(2), message: `${part} can be left out of x`, proof }]);
  });

  it('parts of named conditions, of what is derived and of what is impossible that can be left out', async () => {
    const both = `{ all: [${need('atLeast', 0.5)}, ${need('atLeast', 0.4)}] }`;
    const findings = await found('simplifiable', {
      'conditions.yaml': `conditions:\n  starving:\n    title: Starving\n    when: ${both}\nimpossible:\n  - id: i\n    because: so\n    when: { all: [${crossing('open')}, ${both}] }\n`,
      'facts.yaml': text =>
        `${text}  strain:\n    title: S\n    question: Q?\n    levels: [low, middle, high]\n    anchors: { low: a, middle: b, high: c }\n    derive:\n      - { value: high, when: ${need('atLeast', 0.6)} }\n      - { value: middle, when: { all: [${need('below', 0.6)}, ${need('atLeast', 0.3)}] } }\n      - { value: low }\n`,
      ...more(
        ruleText('x', `{ all: [{ condition: starving }, { fact: strain, operator: equal, value: middle }] }`),
      ),
    });
    expect(findings.map(({ message, at }) => [message, at?.file.split('/').at(-1)])).toEqual([
      ['need is at least 0.4 can be left out of the condition starving', 'conditions.yaml'],
      ['need is below 0.6 can be left out of strain middle', 'facts.yaml'],
      ['need is at least 0.4 can be left out of what is impossible by i', 'conditions.yaml'],
    ]);
  });

  it('an option that never beats the baseline, which is not told as one that never leads as well', async () => {
    const changes = {
      'options.yaml': (text: string) => `${text}  parade: { title: Parade, description: march }\n`,
      ...more(
        ruleText('x', need('above', 0), relief(-7, 'parade')),
        // It would be above the baseline where it is excluded.
        ruleText('y', need('above', 0.5), relief(20, 'parade')),
        ruleText('z', need('above', 0.3), '{ option: parade, exclude: true }'),
      ),
    };
    const [one, ...none] = await found('never-above-baseline', changes);
    expect(none).toEqual([]);
    expect(one).toMatchObject({
      severity: 'warning',
      at: at(6, 'options.yaml'),
      about: { options: ['parade'] },
    });
    expect(one!.proof).toMatch(/^in none of \d+ regions is it ranked with points above 0 on any criterion$/);
    expect(await found('never-leads', changes)).toEqual([]);
  });

  it('an option that another is never below', async () => {
    const findings = await found('never-leads', {
      'options.yaml': text => `${text}  flight: { title: Flight, description: a smaller airlift }\n`,
      ...more(
        ruleText(
          'x',
          `{ all: [${need('atLeast', 0.2)}, { not: ${crossing('open')} }] }`,
          relief(30, 'flight'),
        ),
        ruleText('y', need('above', 0), '{ option: flight, criterion: cost, points: -50 }'),
      ),
    });
    expect(findings).toMatchObject([
      { severity: 'warning', at: at(6, 'options.yaml'), about: { options: ['flight'] }, situation: null },
    ]);
  });

  it('a cell that is cut off, by the smallest situation that goes too far, and how far it can go', async () => {
    const findings = await found(
      'saturates',
      more(
        ruleText('x', need('atLeast', 0.2), relief(65)),
        ruleText('y', `{ all: [${crossing('restricted')}, ${need('atLeast', 0.5)}] }`, relief(20)),
      ),
    );
    expect(findings).toMatchObject([
      {
        severity: 'note',
        about: { options: ['airlift'], criteria: ['relief'] },
        at: at(4, 'options.yaml'),
        message: '`airlift` on `relief` adds up to 125, and counts as 100',
        situation: {
          differs: [{ fact: 'need', neutral: 0, value: 0.2 }],
          rules: [
            { rule: 'airlift-reaches', points: 40 },
            { rule: 'x', points: 65 },
          ],
        },
      },
    ]);
  });

  it('options of which no rule speaks, together where the situation is the same', async () => {
    const findings = await found('silent', more(ruleText('x', need('below', 0.1), relief(5, 'negotiate'))));
    // A crossing is closed, restricted or open: a rule speaks about talks in each.
    expect(findings).toMatchObject([
      { at: at(4, 'options.yaml'), about: { options: ['airlift'] }, situation: { differs: [] } },
    ]);
    expect(findings[0]!.message).toBe('in the neutral situation no rule speaks about `airlift`');
  });

  it('rules of which nobody has read a source, and sources that nothing cites', async () => {
    const changes = {
      'rule-set.yaml': (text: string) =>
        `${text}  atlas: { title: An atlas, kind: book, checked: recalled }\n  map: { title: A map, kind: book }\n`,
      'rules/more.yaml': `rules:\n${ruleText('x', need('atLeast', 0.5))}`.replace(
        'own-judgement',
        'atlas#p1',
      ),
    };
    const ground = await found('weak-ground', changes);
    expect(ground).toMatchObject([
      {
        at: at(2),
        about: { rules: ['x'], sources: ['atlas'] },
        message: 'the rule `x` rests on what is only recalled: atlas',
      },
      {
        at: null,
        about: { rules: ['talks-open-the-way', 'talks-take-time', 'x'] },
        message: '3 of 6 rules rest on weak evidence',
      },
    ]);
    expect(await found('unused-source', changes)).toMatchObject([
      {
        severity: 'warning',
        at: at(31, 'rule-set.yaml'),
        about: { sources: ['map'] },
        proof: null,
        situation: null,
      },
    ]);
  });
});

describe('thresholds that no scenario comes near', () => {
  async function far(...facts: string[]) {
    const { ruleSet } = loadExample(more(ruleText('x', need('above', 0.5))));
    const head =
      'id: s\ntitle: S\nrule-set: rules/example\nas-of: 2025-01-01\nperspective: treasury\nfacts: ';
    const scenarios: Scenario[] = [];
    for (const one of facts) {
      const { scenario } = await loadScenario({ path: 's.yaml', text: `${head}${one}\n` }, ruleSet!);
      scenarios.push(scenario!);
    }
    const { findings } = await audit(ruleSet!, { scenarios, wanted: kind => kind === 'far-threshold' });
    return findings.map(({ message, at }) => `${message} (${at!.file.split('/').at(-1)}:${at!.line})`);
  }

  it('are those on neither side of which any scenario has its fact, told with the nearest', async () => {
    // Steps of the need: 0; to below 0.2; to 0.5; above.
    expect(await far('{ crossing: open, need: 0.9 }')).toEqual([
      'no scenario has `crossing` near its threshold between closed and restricted: `s`, the nearest, has open (all.yaml:22)',
      'no scenario has `need` near its threshold just above 0: `s`, the nearest, has above 0.5 (all.yaml:15)',
      'no scenario has `need` near its threshold at 0.2: `s`, the nearest, has above 0.5 (all.yaml:8)',
    ]);
  });

  it('are none that some scenario holds possible', async () => {
    expect(await far('{ crossing: unknown, need: unknown }')).toEqual([]);
    expect(await far('{ crossing: restricted, need: { between: [0.1, 0.3] } }')).toEqual([]);
    expect(await far('{ crossing: restricted, need: 0 }', '{ crossing: closed, need: 0.5 }')).toEqual([]);
  });

  it('are not asked after without scenarios', async () => {
    const { ruleSet } = loadExample();
    const { kinds, scenarios } = await audit(ruleSet!, { wanted: kind => kind === 'far-threshold' });
    expect([kinds[0]!.asked, scenarios]).toEqual([0, []]);
  });
});

it('lists what it could not decide in time, and claims nothing of it', async () => {
  const ruleSet = await shippedRuleSet();
  const { kinds, findings } = await audit(ruleSet, {
    wanted: kind => kind === 'silent',
    limit: () => AbortSignal.abort(),
  });
  const { asked, undecided } = kinds[0]!;
  const told = findings.flatMap(({ about }) => about.options);
  // Small searches end before anybody looks at the time; of large ones nothing is said.
  expect(undecided.length).toBeGreaterThan(0);
  expect(told.length).toBeGreaterThan(0);
  expect(undecided.filter(id => told.includes(id))).toEqual([]);
  expect(undecided.length + told.length).toBeLessThanOrEqual(asked);
});
