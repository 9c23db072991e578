import { describe, expect, it } from 'vitest';
import { appraise } from '../../../src/appraise.js';
import { STARTER } from '../../../src/cli/starter.js';
import { loadRuleSet, loadScenario } from '../../../src/load.js';

const FOLDER = 'rules/example';

function load(rule: string, facts = '') {
  const rules = `rules:\n  - id: r\n    title: R\n    when: ${rule}\n    then: [{ option: airlift, criterion: relief, points: 10 }]\n    because: so\n    evidence: weak\n    sources: [own-judgement]\n`;
  const files = Object.entries(STARTER)
    .filter(([path]) => path.startsWith(FOLDER))
    .map(([path, text]) => ({
      path,
      text: path.endsWith('all.yaml') ? rules : path.endsWith('facts.yaml') ? text + facts : text,
    }));
  return loadRuleSet(FOLDER, files);
}

const codes = (rule: string) =>
  load(rule)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

async function truthWith(rule: string, facts: string): Promise<'fired' | 'undetermined' | 'not fired'> {
  const { ruleSet, diagnostics } = load(rule);
  if (!ruleSet) throw new Error(JSON.stringify(diagnostics));
  const text = `${STARTER['scenarios/example.yaml']!.split('facts:')[0]}facts: ${facts}\n`;
  const { scenario } = await loadScenario({ path: 'a.yaml', text }, ruleSet);
  const { undetermined, notFired } = await appraise(ruleSet, scenario!);
  if (undetermined.length > 0) return 'undetermined';
  return notFired.length > 0 ? 'not fired' : 'fired';
}

describe("json-rules-engine's silent traps are impossible", () => {
  it('`in` on a text, which would match a part of it', () => {
    expect(codes('{ fact: crossing, operator: in, value: open-or-closed }')).toEqual(['schema/wrong-type']);
  });

  it('`in` with a list matches whole levels alone', async () => {
    expect(
      await truthWith('{ fact: crossing, operator: in, value: [open] }', '{ crossing: open, need: 0 }'),
    ).toBe('fired');
    expect(codes('{ fact: crossing, operator: in, value: [op] }')).toEqual(['rule-set/unknown-level']);
  });

  it('a number as text, which would be coerced', () => {
    expect(codes("{ fact: need, operator: above, value: '0.2' }")).toEqual(['rule-set/wrong-value-type']);
  });

  it('`contains` on a text', () => {
    expect(codes('{ fact: crossing, operator: contains, value: open }')).toEqual(['schema/foreign-operator']);
  });

  it('an undefined fact, which would make `notEqual` true', async () => {
    expect(await truthWith('{ fact: crossing, operator: notEqual, value: open }', '{ need: 0 }')).toBe(
      'undetermined',
    );
    expect(await truthWith('{ not: { fact: crossing, operator: equal, value: open } }', '{ need: 0 }')).toBe(
      'undetermined',
    );
  });

  it('`all` beside `any`, of which one would be passed over', () => {
    const leaf = '[{ fact: need, operator: above, value: 0 }]';
    expect(codes(`{ all: ${leaf}, any: ${leaf} }`)).toEqual(['schema/one-of-keys']);
  });

  it('`all: []` and `any: []`, which would be true', () => {
    expect(codes('{ all: [] }')).toEqual(['schema/out-of-range']);
    expect(codes('{ any: [] }')).toEqual(['schema/out-of-range']);
  });

  // No file can name one: such keys are forbidden, a condition reads declared facts alone, and every declared fact has
  // a value, `unknown` if need be. The engine refuses one all the same: see evaluate-conditions.test.ts.
  it('an inherited property read as a fact', () => {
    expect(codes('{ fact: constructor, operator: equal, value: open }')).toContain('rule-set/unknown-fact');
    const declared = '  constructor: { title: V, question: Q, boolean: true }\n';
    const { diagnostics } = load('{ fact: need, operator: above, value: 0 }', declared);
    expect(diagnostics.map(({ code }) => code)).toContain('yaml/forbidden-key');
  });

  it('NaN, and numbers that are none', () => {
    expect(codes('{ fact: need, operator: above, value: .nan }')).toContain('yaml/unsupported');
    expect(codes('{ fact: need, operator: above, value: .inf }')).toContain('yaml/unsupported');
  });

  it.each([
    ['{ fact: need, operator: above, value: 0, path: $.x }', 'path'],
    ['{ fact: need, operator: above, value: 0, params: { a: 1 } }', 'params'],
    ['{ fact: need, operator: above, value: 0, priority: 2 }', 'priority'],
    ['{ fact: need, operator: greaterThan, value: 0 }', 'greaterThan'],
    ["{ fact: need, operator: 'not:above', value: 0 }", 'not:above'],
  ])('%s is not let through', rule => {
    expect(codes(rule)).toEqual(['schema/foreign-operator']);
  });

  it('a fact compared with a fact', () => {
    expect(load('{ fact: need, operator: above, value: { fact: crossing } }').ruleSet).toBeUndefined();
  });
});
