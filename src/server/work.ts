import { flips } from '../analysis/flips.js';
import { information } from '../analysis/information.js';
import { LATTICE_POINTS } from '../analysis/lattice.js';
import { outlook } from '../analysis/outlook.js';
import type { NoSituations } from '../analysis/over-situations.js';
import { robustness } from '../analysis/robustness.js';
import { appraise } from '../appraise.js';
import { targetProblem } from '../checks/target-problem.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { loadRuleSet, loadScenario } from '../load.js';
import { judgingProblem } from '../mcda/judging-problem.js';
import type { Appraisal } from '../model/appraisal.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { whyNot } from '../report/why-not.js';
import type { AppraiseRequest, CheckRequest } from '../schema/generated/author-types.js';
import type { Endpoint } from './endpoints.js';
import { Refused } from './problem.js';
import { type Requests, SCENARIO } from './requests.js';

/** What an endpoint works with beside the request. */
export interface Held {
  /** The rule sets that the server holds, by id. */
  ruleSets: ReadonlyMap<string, RuleSet>;
  /** Ends the work. */
  signal: AbortSignal;
}

/** The work of each endpoint, by the kind of its request. */
export const WORK: { [K in Endpoint['request']]: (asked: Requests[K], held: Held) => Promise<object> } = {
  'request-appraise': async (asked, held) => {
    const { ruleSet, scenario, appraisal } = await appraised(asked, held);
    if (asked.outlook !== true || appraisal.ranking.length < 2) return appraisal;
    return { ...appraisal, outlook: await outlook(ruleSet, scenario, appraisal) };
  },
  'request-robustness': async (asked, held) => {
    const { facts, uncertainWeights, concentration, evidence } = asked;
    if (concentration !== undefined && uncertainWeights !== 'near')
      throw new Refused('invalid-request', '`concentration` goes with `"uncertainWeights": "near"`');
    const { ruleSet, scenario, appraisal } = await appraised(asked, held);
    return answered(
      await robustness(ruleSet, scenario, appraisal, {
        ...drawing(asked, held),
        ...(facts !== undefined && { facts }),
        ...(uncertainWeights !== undefined && { weights: uncertainWeights }),
        ...(concentration !== undefined && { concentration }),
        ...(evidence !== undefined && { evidence }),
      }),
    );
  },
  'request-flips': async (asked, held) => {
    const { to, maxFacts, most } = asked;
    const { ruleSet, scenario, appraisal } = await appraised(asked, held);
    const problem = to === undefined ? undefined : targetProblem(ruleSet, scenario, to);
    if (problem !== undefined) throw new Refused('invalid-request', problem);
    return flips(ruleSet, scenario, appraisal, {
      signal: held.signal,
      ...(to !== undefined && { to }),
      ...(maxFacts !== undefined && { maxFacts }),
      ...(most !== undefined && { most }),
    });
  },
  'request-information': async (asked, held) => {
    const { ruleSet, scenario, appraisal } = await appraised(asked, held);
    const { pairs } = asked;
    return answered(
      await information(ruleSet, scenario, appraisal, {
        ...drawing(asked, held),
        ...(pairs !== undefined && { pairs }),
      }),
    );
  },
  'request-check': async (asked, held) => {
    const diagnostics = await findings(asked, held);
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    return { format: 'checked/1', errors, diagnostics };
  },
};

/** What every request about a situation says of it. */
type About = Pick<AppraiseRequest, 'ruleSet' | 'scenario' | 'set' | 'perspective' | 'weights'>;

async function appraised(
  asked: About,
  { ruleSets }: Held,
): Promise<{ ruleSet: RuleSet; scenario: Scenario; appraisal: Appraisal }> {
  const ruleSet = ruleSetOf(asked.ruleSet, ruleSets);
  const { scenario, diagnostics } = await loadScenario(textOf(asked.scenario), ruleSet, asked.set);
  if (!scenario) throw new Refused('invalid-files', undefined, diagnostics);
  const { perspective, weights } = asked;
  const problem = judgingProblem(ruleSet, { perspective, weights });
  if (problem !== undefined) throw new Refused('invalid-request', problem);
  const appraisal = await appraise(ruleSet, scenario, {
    diagnostics,
    ...(perspective !== undefined && { perspective }),
    ...(weights !== undefined && { weights }),
  });
  return { ruleSet, scenario, appraisal };
}

function ruleSetOf(id: string | undefined, ruleSets: Held['ruleSets']): RuleSet {
  const known = [...ruleSets.keys()].sort();
  if (id === undefined && known.length !== 1)
    throw new Refused('invalid-request', `\`ruleSet\` has to name one of ${known.join(', ')}`);
  const ruleSet = ruleSets.get(id ?? known[0]!);
  if (!ruleSet) throw new Refused('unknown-rule-set', `there are ${known.join(', ')}`);
  return ruleSet;
}

/** A scenario as text: an object is one in JSON, which is YAML too. */
function textOf(scenario: string | object): { path: string; text: string } {
  if (typeof scenario === 'string') return { path: SCENARIO, text: scenario };
  try {
    return { path: SCENARIO, text: JSON.stringify(scenario, null, 2) };
  } catch {
    // It could be read, but is too deep to be written.
    throw new Refused('invalid-request', 'the scenario holds too much inside one another');
  }
}

function drawing({ seed, draws }: { seed?: number; draws?: number }, { signal }: Held) {
  return {
    signal,
    ...(seed !== undefined && { seed }),
    ...(draws !== undefined && { replicates: Math.max(2, Math.round(draws / LATTICE_POINTS)) }),
  };
}

function answered<T extends { format: string }>(found: T | NoSituations): T {
  if ('format' in found) return found;
  throw new Refused('no-answer', whyNot(found));
}

async function findings(
  { ruleSet, scenario, files }: CheckRequest,
  { ruleSets }: Held,
): Promise<Diagnostic[]> {
  if ((scenario === undefined) === (files === undefined))
    throw new Refused('invalid-request', 'give either `scenario` or `files`');
  if (scenario !== undefined)
    return (await loadScenario(textOf(scenario), ruleSetOf(ruleSet, ruleSets))).diagnostics;
  if (ruleSet !== undefined)
    throw new Refused('invalid-request', '`ruleSet` goes with `scenario`: files are checked by themselves');
  const texts = Object.entries(files!).map(([name, text]) => ({ path: `rule-set/${name}`, text }));
  return loadRuleSet('rule-set', texts).diagnostics;
}
