import type { Fact } from '../model/fact.js';
import { wordsOf } from '../model/likelihood.js';
import type { RuleSet } from '../model/rule-set.js';

/** A JSON Schema (draft-07) for scenarios of one rule set: its facts, levels with anchors, perspectives and options. */
export function scenarioSchema(ruleSet: RuleSet): object {
  const text = { type: 'string' };
  const named = (entries: ReadonlyMap<string, { title: string }>, value: object) =>
    Object.fromEntries([...entries].map(([id, { title }]) => [id, { description: title, ...value }]));
  const ids = {
    type: 'string',
    oneOf: [...ruleSet.perspectives.values()].map(({ id, title, because }) => ({
      const: id,
      description: `${title}: ${because}`,
    })),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Scenario for ${ruleSet.title}`,
    description: ruleSet.summary,
    type: 'object',
    additionalProperties: false,
    required: ['id', 'title', 'rule-set', 'as-of', 'facts'],
    definitions: { source: SOURCE, citation: citation(ruleSet) },
    properties: {
      id: { ...text, description: 'Its id.' },
      title: { ...text, description: 'What it is called.' },
      summary: { ...text, description: 'The situation in a few sentences.' },
      note: { ...text, description: 'What a reader should know.' },
      'rule-set': { ...text, description: 'The folder of the rule set, relative to this file.' },
      'as-of': { ...text, description: 'The day that the facts are coded for, such as 2025-03-04.' },
      perspective: { ...ids, description: 'Whose priorities to judge by.' },
      weights: {
        type: 'object',
        description: 'Weights of its own, instead of a perspective.',
        additionalProperties: false,
        properties: named(ruleSet.criteria, { type: 'number', minimum: 0 }),
      },
      'leave-out': {
        type: 'object',
        description: 'Options not to rank, each with the reason.',
        additionalProperties: false,
        properties: named(ruleSet.options, text),
      },
      sources: {
        type: 'object',
        description: 'Sources of its own, by id, for the facts to cite.',
        additionalProperties: { $ref: '#/definitions/source' },
      },
      facts: {
        type: 'object',
        description: 'What is known of the situation.',
        additionalProperties: false,
        properties: Object.fromEntries(
          [...ruleSet.facts.values()].map(fact => [fact.id, factSchema(fact, ruleSet)]),
        ),
      },
    },
  };
}

const SOURCE_KINDS = [
  ...[
    'article',
    'book',
    'chapter',
    'journal-article',
    'working-paper',
    'thesis',
    'report',
    'news',
    'web-page',
  ],
  ...['official-record', 'legal-document', 'press-release', 'dataset', 'statement'],
];

const SOURCE = {
  type: 'object',
  required: ['title', 'kind'],
  additionalProperties: false,
  properties: {
    title: { type: 'string', description: 'Its title.' },
    kind: { enum: SOURCE_KINDS, description: 'What kind of source it is.' },
    authors: {
      type: 'array',
      minItems: 1,
      description: 'Who wrote it: family name, comma, given name; a body without a comma.',
      items: { type: 'string', pattern: '^[^\\s,][^,]*(, [^\\s,][^,]*)?$' },
    },
    date: { type: ['string', 'integer'], description: 'When: a year, a month or a day.' },
    container: { type: 'string', description: 'The journal or book it is in.' },
    url: { type: 'string', description: 'Where it can be read.' },
    doi: { type: 'string', description: 'Its DOI.' },
    checked: { enum: ['read', 'recalled'], description: 'Whether it was read, or is cited from memory.' },
    note: { type: 'string', description: 'What a reader should know.' },
  },
};

const CITATION = { $ref: '#/definitions/citation' };

/** The sources of the rule set are offered; any other id may be one of the file's own, and may go on with a place in it. */
function citation({ sources }: RuleSet): object {
  const known = [...sources.values()].map(({ id, title }) => ({ const: id, description: title }));
  const own = {
    type: 'string',
    description: 'A source of this file, or one with a place in it: `id#chapter-2`.',
  };
  return { anyOf: [...known, own] };
}

function factSchema(fact: Fact, ruleSet: RuleSet): object {
  const value = {
    anyOf: [...valueSchemas(fact), { const: 'unknown', description: 'Not known. Unknown is never false.' }],
  };
  const share = { type: 'number', minimum: 0, maximum: 1 };
  const uncertain =
    fact.domain.kind === 'number'
      ? {
          between: {
            type: 'array',
            items: { type: 'number' },
            minItems: 2,
            maxItems: 2,
            description: 'The lowest and the highest it can be.',
          },
          likely: { type: 'number', description: 'The most likely value between these.' },
          shape: { const: 'pert', description: 'A smoother curve around the likely value.' },
        }
      : {
          likelihood: { enum: wordsOf(ruleSet.likelihoodScale), description: 'How likely the value is.' },
          probabilities: {
            type: 'object',
            description: 'How likely each value is, summing to 1.',
            additionalProperties: false,
            properties: Object.fromEntries(fact.domain.values.map(value => [String(value), share])),
          },
        };
  const long = {
    type: 'object',
    additionalProperties: false,
    properties: {
      value,
      confidence: { enum: ['high', 'medium', 'low'], description: 'How sure the coder is.' },
      ...uncertain,
      source: {
        description: 'Where it is from: a source of this file or of the rule set, or a list of them.',
        anyOf: [CITATION, { type: 'array', items: CITATION }],
      },
      note: { type: 'string', description: 'Why this value.' },
    },
  };
  const derived = fact.derive ? ' Derived from other facts: a value stated here is only checked.' : '';
  return { description: `${fact.title}. ${fact.question}${derived}`, anyOf: [...value.anyOf, long] };
}

function valueSchemas({ domain, anchors }: Fact): object[] {
  if (domain.kind !== 'number') {
    return domain.values.map(value => ({ const: value, description: anchors.get(String(value)) ?? '' }));
  }
  const { low: minimum, high: maximum, unit } = domain;
  return [{ type: 'number', minimum, maximum, description: unit ?? '' }];
}
