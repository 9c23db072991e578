import { stringify } from 'yaml';
import type { SourceText } from '../../src/source/source-file.js';

/** A value of a fact, as a file has it. */
export type Word = string | number | boolean;

/** A condition as an author writes it. */
export interface WrittenCondition {
  all?: WrittenCondition[];
  any?: WrittenCondition[];
  not?: WrittenCondition;
  condition?: string;
  fact?: string;
  operator?: string;
  value?: Word | Word[];
}

/** An effect as an author writes it. */
export interface WrittenEffect {
  option?: string;
  options?: string[];
  criterion?: string;
  points?: number;
  exclude?: true;
}

/** One entry of a derived fact. */
export interface WrittenEntry {
  value: Word;
  when?: WrittenCondition;
}

/** A rule as an author writes it, but for its id, reason and sources. */
export interface WrittenRule {
  when: WrittenCondition;
  then: WrittenEffect[];
  /** `weak` unless it is said. */
  evidence?: 'strong' | 'moderate' | 'weak';
}

/** What of a rule set varies from test to test. */
export interface Rules {
  rules: WrittenRule[];
  named: WrittenCondition;
  impossible: WrittenCondition[];
  derived: WrittenEntry[];
  twice: WrittenEntry[];
  weights: { p: Record<string, number>; q: Record<string, number> };
  scale: 'phia' | 'icd-203';
  criteria: string[];
  options: string[];
}

/** What of a scenario varies from test to test. */
export interface Said {
  facts: Record<string, unknown>;
  perspective?: string;
  weights?: Record<string, number>;
  leaveOut?: Record<string, string>;
}

export const LEVELS = ['none', 'low', 'high'];
export const VALUES = ['red', 'green', 'blue'];
/** Every value of each fact that scenarios state; of the number, all multiples of 0.05. */
export const DOMAIN: Record<string, Word[]> = {
  level: LEVELS,
  colour: VALUES,
  yes: [true, false],
  share: Array.from({ length: 21 }, (_, i) => i / 20),
};
/** Every value of each derived fact: `derived` is ordered, `twice` is not and may read `derived`. */
export const DERIVED: Record<string, Word[]> = { derived: ['small', 'large'], twice: ['calm', 'tense'] };

/** The plainest rule set: `yes` speaks for `a`, and `derived` is large where `share` is above 0.5 and `yes` holds. */
export const PLAIN: Rules = {
  rules: [
    {
      when: { fact: 'yes', operator: 'equal', value: true },
      then: [{ option: 'a', criterion: 'x', points: 30 }],
    },
  ],
  named: { fact: 'level', operator: 'atLeast', value: 'low' },
  impossible: [],
  derived: [
    {
      value: 'large',
      when: {
        all: [
          { fact: 'share', operator: 'above', value: 0.5 },
          { fact: 'yes', operator: 'equal', value: true },
        ],
      },
    },
    { value: 'small' },
  ],
  twice: [
    { value: 'tense', when: { fact: 'derived', operator: 'equal', value: 'large' } },
    { value: 'calm' },
  ],
  weights: { p: { x: 2, y: 1, z: 0 }, q: { x: 0, y: 1, z: 0 } },
  scale: 'phia',
  criteria: ['x', 'y', 'z'],
  options: ['base', 'a', 'b', 'c'],
};

const anchors = (words: readonly Word[]) => Object.fromEntries(words.map(word => [String(word), 'so']));
const titled = (ids: readonly string[]) =>
  Object.fromEntries(ids.map(id => [id, { title: id, description: id }]));

/** The files of a rule set, as data by path. Priors point where no scenario does, to show that they narrow nothing. */
export function ruleSetData(rules: Partial<Rules>): Record<string, object> {
  const one = { ...PLAIN, ...rules };
  const perspective = (weights: object) => ({ title: 'P', because: 'p', weights });
  const fact = { title: 'F', question: 'Q' };
  return {
    'rule-set.yaml': {
      id: 'random',
      version: '0.1.0',
      title: 'T',
      summary: 'S',
      baseline: 'base',
      'points-scale': { 10: 'a', 100: 'b' },
      evidence: { strong: 0.2, moderate: 0.4, weak: 0.8 },
      confidence: { high: 1, medium: 0.8, low: 0.6 },
      'likelihood-scale': one.scale,
      criteria: titled(one.criteria),
      perspectives: { p: perspective(one.weights.p), q: perspective(one.weights.q) },
      sources: { s: { title: 'S', kind: 'book' }, t: { title: 'T', kind: 'book' } },
    },
    'facts.yaml': {
      facts: {
        level: {
          ...fact,
          levels: LEVELS,
          anchors: anchors(LEVELS),
          prior: { probabilities: { low: 1 }, source: 'assumption' },
        },
        colour: { ...fact, values: VALUES, anchors: anchors(VALUES) },
        yes: { ...fact, boolean: true, anchors: anchors([true, false]) },
        share: {
          ...fact,
          range: [0, 1],
          unit: 'share',
          prior: { between: [0.6, 0.7], source: 'assumption' },
        },
        derived: {
          ...fact,
          levels: DERIVED.derived,
          anchors: anchors(DERIVED.derived!),
          derive: one.derived,
        },
        twice: { ...fact, values: DERIVED.twice, anchors: anchors(DERIVED.twice!), derive: one.twice },
      },
    },
    'options.yaml': { options: titled(one.options) },
    'conditions.yaml': {
      conditions: { named: { title: 'N', when: one.named } },
      ...(one.impossible.length > 0 && {
        impossible: one.impossible.map((when, i) => ({ id: `i${i}`, when, because: 'it cannot be' })),
      }),
    },
    'rules/all.yaml': {
      rules: one.rules.map((rule, i) => ({
        id: `r${i}`,
        title: `Rule ${i}`,
        ...rule,
        because: 'it is so',
        evidence: rule.evidence ?? 'weak',
        sources: ['s', 't'],
      })),
    },
  };
}

/** A scenario file, as data. */
export function scenarioData({ facts, leaveOut = {}, ...judged }: Said): object {
  return {
    ...{ id: 's', title: 'S', 'rule-set': 'random', 'as-of': '2025-01-01' },
    ...('weights' in judged || 'perspective' in judged ? judged : { perspective: 'p' }),
    ...(Object.keys(leaveOut).length > 0 && { 'leave-out': leaveOut }),
    facts,
  };
}

/** The texts of the files of a rule set, whose folder is `random`. */
export function textsOf(data: Record<string, object>): SourceText[] {
  return Object.entries(data).map(([path, file]) => textOf(`random/${path}`, file));
}

/** The text of one file. */
export function textOf(path: string, data: object): SourceText {
  return { path, text: stringify(data, { aliasDuplicateObjects: false }) };
}
