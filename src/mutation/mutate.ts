import { judgeCase, type PlacedCase, type ReadyCase, readyCase } from '../cases/judge-case.js';
import type { AuthoredRuleSet } from '../model/authored.js';
import type { MutantResult, MutationResult } from '../model/mutation-result.js';
import type { RuleSet } from '../model/rule-set.js';
import { editedText } from '../source/edit.js';
import { lineOf } from '../source/place.js';
import { PROGRAM } from '../version.js';
import { failingCase } from './killed-by-case.js';
import { failingProperty, type Held, heldProperties } from './killed-by-property.js';
import { lineDiff } from './line-diff.js';
import { type Mutant, mutantsOf, mutated } from './mutants.js';
import { sameEverywhere } from './same-everywhere.js';
import { sayMutation } from './say-mutation.js';
import { suggestedCase } from './suggest.js';
import { touchedCases } from './touched.js';

/** How the changes of a rule set are to be tried. */
export interface MutateOptions {
  /** The cases that are to notice. One that fails without any change notices nothing. */
  cases: readonly PlacedCase[];
  /** Ends one proof: that a change makes no difference, or of one property. */
  limit: () => AbortSignal;
  /** Only rules and named conditions with such ids. Left out: all. */
  wanted?: (id: string) => boolean;
  /** Told now and then what share of the changes is judged, from 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * Changes the rules and named conditions of a rule set one small step at a time, and tells which changes its cases and
 * properties notice. One that nothing notices is looked at in every possible situation: if all cells and gates stay as they
 * are, it is equivalent and does not count; else it survived, also where time did not allow to find out.
 */
export async function mutate(
  authored: AuthoredRuleSet,
  original: RuleSet,
  { cases, limit, wanted, onProgress = () => undefined }: MutateOptions,
): Promise<MutationResult> {
  const { ruleSet, mutants } = mutantsOf(authored, original, wanted);
  const { passing, failing } = await sorted(ruleSet, cases);
  const touched = touchedCases(ruleSet, mutants, passing);
  const unnoticed: Mutant[] = [];
  const found = new Map<Mutant, Found>();
  for (const [i, mutant] of mutants.entries()) {
    const id = await failingCase(ruleSet, mutant, touched[i]!);
    if (id === undefined) unnoticed.push(mutant);
    else found.set(mutant, { verdict: 'killed', by: { kind: 'case', id } });
    onProgress((0.5 * (i + 1)) / mutants.length);
  }
  const held = heldProperties(ruleSet, limit);
  for (const [i, mutant] of unnoticed.entries()) {
    found.set(mutant, await judge(ruleSet, mutant, held, limit));
    onProgress(0.5 + (0.5 * (i + 1)) / unnoticed.length);
  }
  return resultOf(
    original,
    failing,
    mutants.map(mutant => told(mutant, found.get(mutant)!)),
  );
}

/** The cases that pass, evaluated, and the ids of the others. */
async function sorted(ruleSet: RuleSet, cases: readonly PlacedCase[]) {
  const passing: ReadyCase[] = [];
  const failing: string[] = [];
  for (const one of cases) {
    const ready = await readyCase(ruleSet, one);
    if (judgeCase(ruleSet, ready).every(({ passed }) => passed)) passing.push(ready);
    else failing.push(one.value.id);
  }
  return { passing, failing };
}

type Found = Pick<MutantResult, 'verdict'> & Partial<Pick<MutantResult, 'by' | 'undecided' | 'suggestion'>>;

/** What becomes of a mutant that no case notices. */
async function judge(ruleSet: RuleSet, mutant: Mutant, held: Held, limit: () => AbortSignal): Promise<Found> {
  const changed = mutated(ruleSet, mutant);
  const sameness = await sameEverywhere(ruleSet, changed, limit());
  if (sameness.is === 'same') return { verdict: 'equivalent' };
  const { kind, id } = mutant.mutation;
  const named = kind === 'condition' ? id : undefined;
  const property = await failingProperty(changed, held, optionsOf(ruleSet, mutant), named, limit);
  if (property !== undefined) return { verdict: 'killed', by: { kind: 'property', id: property } };
  if (sameness.is === 'undecided') return { verdict: 'survived', undecided: true };
  const suggestion = await suggestedCase(ruleSet, mutant, sameness.facts);
  return { verdict: 'survived', suggestion: suggestion ?? null };
}

/** The options that the changed rules speak of, before or after. */
function optionsOf(ruleSet: RuleSet, { changed }: Mutant): Set<string> {
  const before = ruleSet.rules.filter(({ id }) => changed.has(id));
  return new Set(
    [...before, ...changed.values()].flatMap(({ effects }) => effects.map(({ option }) => option)),
  );
}

function told({ mutation }: Mutant, { verdict, by, undecided, suggestion }: Found): MutantResult {
  const { operator, kind, id, file, edit, pointer } = mutation;
  const text = verdict === 'survived' ? editedText(file, edit) : undefined;
  return {
    operator,
    kind,
    id,
    at: { file: file.path, line: lineOf(file, 'key' in edit ? pointer : edit.at) },
    ...sayMutation(mutation),
    verdict,
    by: by ?? null,
    undecided: undecided ?? false,
    diff: text === undefined ? null : lineDiff(file.text, text),
    suggestion: suggestion ?? null,
  };
}

function resultOf(
  { id, version, title, hash }: RuleSet,
  failing: string[],
  mutants: readonly MutantResult[],
): MutationResult {
  const of = (verdict: MutantResult['verdict']) => mutants.filter(one => one.verdict === verdict);
  const [killed, survived, equivalent] = [of('killed'), of('survived'), of('equivalent')];
  const counted = killed.length + survived.length;
  return {
    format: 'mutate/1',
    program: { ...PROGRAM },
    ruleSet: { id, version, title, hash },
    killed: killed.length,
    survived: survived.length,
    equivalent: equivalent.length,
    score: counted === 0 ? null : killed.length / counted,
    failing,
    mutants: [...survived, ...mutants.filter(one => one.verdict !== 'survived')],
  };
}
