import { fixWeights, normalise, type Restated, type RuleSet, type ScenarioFile } from '../../index.js';

/** The weights that a situation is judged by, as they are stated. */
export function statedWeights(
  situation: Restated,
  original: ScenarioFile,
  ruleSet: RuleSet,
): Record<string, number> {
  if (situation.weights) return { ...situation.weights };
  const perspective = perspectiveOf(situation, original);
  const named = perspective === undefined ? undefined : ruleSet.perspectives.get(perspective);
  return named ? Object.fromEntries(named.weights) : { ...original.weights };
}

/** The perspective that a situation is judged by; undefined where it has weights of its own. */
export function perspectiveOf(situation: Restated, original: ScenarioFile): string | undefined {
  return situation.weights ? undefined : (situation.perspective ?? original.perspective);
}

/** Stated weights as sliders show them, from 0 to 100: the heaviest criterion keeps its share, and whole steps are enough. */
export function onSliders(stated: Readonly<Record<string, number>>): Record<string, number> {
  const shares = normalise(new Map(Object.entries(stated)));
  return Object.fromEntries([...shares].map(([id, share]) => [id, Math.round(share * 1000) / 10]));
}

/** Weights under which one criterion has a share, the others rescaled: in percent, rounded so far that nothing is lost. */
export function withShare(
  stated: Readonly<Record<string, number>>,
  criterion: string,
  share: number,
): Record<string, number> {
  const fixed = fixWeights(normalise(new Map(Object.entries(stated))), new Map([[criterion, share]]));
  if (!(fixed instanceof Map)) return { ...stated };
  return Object.fromEntries([...fixed].map(([id, weight]) => [id, Math.round(weight * 1e8) / 1e6]));
}
