import { describe, expect, it } from 'vitest';
import { ruleSetChanges } from '../../../src/analysis/rule-set-changes.js';
import { changeLines } from '../../../src/report/change-words.js';
import { type Change, loadExample } from '../../support/example.js';

/** What is said of a change of the example, line by line, details indented. */
function said(changes: Record<string, Change>, before: Record<string, Change> = {}): string[] {
  const [a, b] = [loadExample(before), loadExample({ ...before, ...changes })];
  if (!a.ruleSet || !b.ruleSet) throw new Error(JSON.stringify([a.diagnostics, b.diagnostics]));
  const lines = ruleSetChanges(a.ruleSet, b.ruleSet).flatMap(changeLines);
  return lines.map(({ depth, text }) => '  '.repeat(depth) + text);
}

const inRules = (from: string, to: string) => ({
  'rules/all.yaml': (text: string) => text.replace(from, () => to),
});

describe('the words for a change', () => {
  it('of nothing are none', () => {
    expect(said({})).toEqual([]);
  });

  it('of points name the old and the new', () => {
    expect(said(inRules('points: -50', 'points: -20'))).toEqual([
      'rule airlift-costs',
      '  now adds -20, not -50, to cost of airlift',
    ]);
  });

  it('of what a rule does beside that', () => {
    const to = '[{ option: airlift, criterion: relief, points: 40 }, { option: negotiate, exclude: true }]';
    const more = inRules('[{ option: airlift, criterion: relief, points: 40 }]', to);
    expect(said(more)).toEqual(['rule airlift-reaches', '  now excludes negotiate']);
    const other = inRules('criterion: relief, points: 40', 'criterion: cost, points: 40');
    expect(said(other)).toEqual([
      'rule airlift-reaches',
      '  now also adds +40 to cost of airlift',
      '  no longer adds +40 to relief of airlift',
    ]);
  });

  it('of a threshold say from where a rule fires', () => {
    expect(said(inRules('operator: atLeast, value: 0.2', 'operator: atLeast, value: 0.4'))).toEqual([
      'rule airlift-reaches',
      '  fires from need 0.4, not 0.2',
    ]);
    expect(said(inRules('atMost, value: restricted', 'atMost, value: closed'))[1]).toBe(
      '  fires up to crossing closed, not restricted',
    );
    expect(said(inRules('operator: above, value: 0 ', 'operator: above, value: 0.1 '))[1]).toBe(
      '  asks whether need is above 0.1, not whether need is above 0',
    );
  });

  it('of another condition show both', () => {
    expect(
      said(
        inRules(
          '{ fact: crossing, operator: equal, value: open }',
          '{ not: { any: [{ fact: crossing, operator: equal, value: closed }, { fact: need, operator: above, value: 0.5 }] } }',
        ),
      ),
    ).toEqual([
      'rule nothing-to-negotiate',
      '  now holds where not (crossing is closed or need is above 0.5)',
      '  before that: where crossing is open',
    ]);
  });

  it('of reasons, evidence and sources', () => {
    const because = inRules('because: the crossing is open', 'because: lorries drive');
    expect(said(because)).toEqual([
      'rule nothing-to-negotiate',
      '  because is now lorries drive, not the crossing is open',
    ]);
    expect(said(inRules('evidence: moderate', 'evidence: weak'))[1]).toBe(
      '  evidence is now weak, not moderate',
    );
    const source = {
      'rule-set.yaml': (text: string) => `${text}  field-notes: { title: Field notes, kind: statement }\n`,
      ...inRules('sources: [own-judgement]', 'sources: [own-judgement, field-notes]'),
    };
    expect(said(source)).toEqual([
      'rule airlift-reaches',
      '  sources added: field-notes',
      'source field-notes is new: Field notes',
    ]);
  });

  it('of a rule that is new, gone, or called otherwise', () => {
    const last = (text: string) => text.indexOf('  - id: nothing-to-negotiate');
    const without = { 'rules/all.yaml': (text: string) => text.slice(0, last(text)) };
    expect(said(without)).toEqual([
      'rule nothing-to-negotiate is gone: Nothing to negotiate',
      '  excluded negotiate',
      '  held where crossing is open',
    ]);
    expect(said(inRules('id: nothing-to-negotiate', 'id: open-road'))).toEqual([
      'rule open-road was called nothing-to-negotiate, and is otherwise the same',
    ]);
    const twice = {
      'rules/all.yaml': (text: string) =>
        text + text.slice(last(text)).replace('nothing-to-negotiate', 'open-road'),
    };
    expect(said(twice)).toEqual([
      'rule open-road is new: Nothing to negotiate',
      '  excludes negotiate',
      '  holds where crossing is open',
    ]);
  });

  it('of facts: levels, ranges, priors, neutral values and derivations, with the rules that read them', () => {
    const facts = (from: string, to: string) => ({
      'facts.yaml': (text: string) => text.replace(from, () => to),
    });
    const readers =
      '  read by 4 rules: airlift-reaches, nothing-to-negotiate, talks-open-the-way, talks-take-time';
    const slow = facts('restricted, open]', 'restricted, slow, open]\n    neutral: open');
    slow['facts.yaml'] = (text: string) =>
      text
        .replace('restricted, open]', 'restricted, slow, open]\n    neutral: open')
        .replace('      open: they', '      slow: so\n      open: they');
    expect(said(slow)).toEqual([
      'fact crossing',
      '  values added: slow',
      '  neutral is now open, not closed',
      '  anchor slow is new: so',
      readers,
    ]);
    expect(said(facts('range: [0, 1]', 'range: [0, 2]'))[1]).toBe('  range is now 0 to 2, not 0 to 1');
    expect(said(facts('likely: 0.2', 'likely: 0.3'))[1]).toBe(
      '  prior is now: 0 to 0.6, most likely 0.3 (assumption) (before: 0 to 0.6, most likely 0.2 (assumption))',
    );
    const derived = facts(
      'levels: [closed, restricted, open]',
      'levels: [closed, restricted, open]\n    derive:\n      - { value: open, when: { fact: need, operator: below, value: 0.1 } }\n      - { value: restricted, when: { fact: need, operator: below, value: 0.5 } }\n      - { value: closed }',
    );
    expect(said(derived).slice(0, 4)).toEqual([
      'fact crossing',
      '  derived is new: open, restricted, closed',
      '  derived as open where need is below 0.1',
      '  derived as restricted where need is below 0.5',
    ]);
  });

  it('of criteria, perspectives, options, named and impossible conditions, and the head', () => {
    const head = (from: string, to: string) => ({
      'rule-set.yaml': (text: string) => text.replace(from, () => to),
    });
    expect(said(head('relief: 70, cost: 30', 'relief: 60, cost: 40'))).toEqual([
      'perspective relief-agency',
      '  weight of cost is now 40, not 30',
      '  weight of relief is now 60, not 70',
    ]);
    expect(said(head('weak: 0.8 ', 'weak: 0.9 '))).toEqual([
      'the rule set',
      '  evidence weak is now 0.9, not 0.8',
    ]);
    expect(said(head('baseline: wait', 'baseline: wait # as before'))).toEqual([]);
    expect(said(head('title: Relief,', 'title: Aid,'))).toEqual([
      'criterion relief',
      '  title is now Aid, not Relief',
    ]);
    const option = { 'options.yaml': (text: string) => text.replace('fly supplies in', 'drop supplies') };
    expect(said(option)).toEqual([
      'option airlift',
      '  description is now drop supplies, not fly supplies in',
    ]);
    const conditions = (value: string, impossible: string) =>
      `conditions:\n  dire:\n    title: Dire\n    when: { fact: need, operator: atLeast, value: ${value} }\n` +
      `impossible:\n  - { id: cannot, because: so, when: { fact: need, operator: above, value: ${impossible} } }\n`;
    const used = inRules('{ fact: need, operator: atLeast, value: 0.2 }', '{ condition: dire }');
    const before = { ...used, 'conditions.yaml': conditions('0.2', '0.9') };
    expect(said({ 'conditions.yaml': conditions('0.3', '0.8') }, before)).toEqual([
      'condition dire',
      '  holds from need 0.3, not 0.2',
      '  read by 1 rule: airlift-reaches',
      'impossible cannot',
      '  asks whether need is above 0.8, not whether need is above 0.9',
    ]);
  });
});
