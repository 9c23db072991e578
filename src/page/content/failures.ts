import type { NotFiredRule, RankedOption, UndeterminedRule } from '../../model/appraisal.js';
import { leafTraces } from '../../rationale/trace.js';
import { brief, type Text } from '../document.js';
import { likely } from '../likely.js';
import { cites, criterion, lacking, option, type Told } from '../told.js';
import { changeWords } from './change-words.js';

/** How many conditions of a kind are named, and up to how many comparisons one is spelled out. */
const MOST = 3;
const LONG = 5;
/** What stops a rule from applying may be what lets others apply. */
const ALSO =
  'These points are of one rule each: were the facts so, reasons for it that rest on the same facts could be lost as well.';

/** Under which conditions an option would not do what the ranking says of it: the gravest first. */
export function failures(told: Told, one: RankedOption): Text[] {
  const lost = losses(told, one);
  const also: Text[] = lost.length > 0 ? [[ALSO]] : [];
  const all = [...overtaken(told, one), ...excluded(told, one), ...lost, ...also, ...rivals(told, one)];
  return all.length > 0 ? all : [['No rule says when it would.']];
}

/** What puts another option before the leader. */
function overtaken(told: Told, { option: id }: RankedOption): Text[] {
  const { flips } = told;
  if (id !== flips.leader) return [];
  return flips.flips.slice(0, MOST).map(flip => {
    const then = ` it would no longer come first; ${option(told, flip.leader)} would`;
    const often =
      flip.settles && flip.probability !== null
        ? `: ${likely(flip.probability, told.ruleSet.likelihoodScale, { exact: false })}`
        : flip.settles
          ? ''
          : ', which is ruled out as the situation is described';
    return [`If ${changeWords(told, flip)},${then}${often}.`];
  });
}

/** Gates that are open, and gates that are closed now. */
function excluded(told: Told, { option: id, openGates }: RankedOption): Text[] {
  const open = openGates.map(
    (gate): Text => [
      `It may be ruled out, for ${gate.reason}: that hangs on whether ${lacking(told, gate.trace)} `,
      ...cites(told, gate.sources),
      '.',
    ],
  );
  const closed = told.appraisal.notFired
    .filter(({ effects }) => effects.some(effect => effect.option === id && 'exclude' in effect))
    .slice(0, MOST)
    .map(
      (rule): Text => [
        `It would be ruled out if ${condition(told, rule)} `,
        ...cites(told, rule.sources),
        '.',
      ],
    );
  return [...open, ...closed];
}

/** What would take points off it: what is open, then what does not hold now. */
function losses(told: Told, one: RankedOption): Text[] {
  const { undetermined, notFired } = told.appraisal;
  const worst = (rules: readonly (UndeterminedRule | NotFiredRule)[]) =>
    rules
      .map(rule => ({ rule, ...loss(told, one, rule) }))
      .filter(({ points }) => points < 0)
      .sort((a, b) => a.points - b.points)
      .slice(0, MOST);
  const say =
    (open: boolean) =>
    (found: ReturnType<typeof worst>[number]): Text => [
      `${open ? 'Open: a' : 'A'} reason against it of ${Math.abs(found.points).toFixed(1)} points (${found.criteria.map(one => criterion(one).toLowerCase()).join(', ')}) would come up if ${condition(told, found.rule)} `,
      ...cites(told, found.rule.sources),
      '.',
    ];
  return [...worst(undetermined).map(say(true)), ...worst(notFired).map(say(false))];
}

function loss({ appraisal }: Told, { option: id }: RankedOption, rule: UndeterminedRule | NotFiredRule) {
  const own = rule.effects.flatMap(effect =>
    'points' in effect && effect.option === id
      ? [{ criterion: effect.criterion, points: effect.points * (appraisal.weights[effect.criterion] ?? 0) }]
      : [],
  );
  const points = own.reduce((sum, one) => sum + one.points, 0);
  return { points, criteria: [...new Set(own.map(one => one.criterion))] };
}

/** For an option that does not lead: what stands before it. */
function rivals({ appraisal, robustness, ruleSet }: Told, one: RankedOption): Text[] {
  if (one.rank === 1 || robustness === null) return [];
  const found = robustness.options.find(({ option }) => option === one.option);
  if (!found) return [];
  const { exact } = robustness;
  const error = found.standardError?.beatsBaseline ?? null;
  const baseline = `“${brief(appraisal.ranking.find(({ baseline }) => baseline)!.title)}”`;
  const isSure = one.low > 0 && one.openGates.length === 0;
  if (isSure || found.beatsBaseline === 1)
    return [
      [`In every situation ${isSure || exact ? 'held possible' : 'drawn'} it does better than ${baseline}.`],
    ];
  const fails = likely(1 - found.beatsBaseline, ruleSet.likelihoodScale, { exact, error });
  return [[`That it does no better than ${baseline} is ${fails}.`]];
}

/** What a condition lacks; a long one by the title of its rule. */
function condition(told: Told, { trace, title }: { trace: NotFiredRule['trace']; title: string }): string {
  const open = leafTraces(trace).filter(({ truth }) => truth !== 'true').length;
  return open > LONG ? `this held: ${title}` : lacking(told, trace);
}
