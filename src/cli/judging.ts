import { type AppraiseOptions, appraise } from '../appraise.js';
import { judgingProblem } from '../mcda/judging-problem.js';
import type { Appraisal } from '../model/appraisal.js';
import { withoutThresholds } from '../rationale/second-aggregation.js';
import { type Opened, openScenario } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import type { Settings } from './settings.js';

/** What the commands that appraise can be told beside how to print. */
export interface Judging extends Settings {
  perspective?: string;
  set?: string[];
  weight?: string[];
  ruleSet?: string;
}

/** Opens a scenario and appraises it as was asked. */
export async function judge(path: string, asked: Judging, io: Io, command: string): Promise<Appraisal> {
  return judgeOpened(await openScenario(path, asked, io), asked, command);
}

/** Appraises an opened scenario, or stops where what was asked makes no sense for it. */
export async function judgeOpened(
  opened: Opened,
  asked: Judging,
  command: string,
  aggregate: AppraiseOptions['aggregate'] = 'weighted-sum',
): Promise<Appraisal> {
  const { ruleSet, scenario, diagnostics } = opened;
  const { perspective } = asked;
  const weights = fixedWeights(asked.weight ?? []);
  const problem = judgingProblem(ruleSet, { perspective, weights });
  if (problem !== undefined) throw new Stop(EXIT.usage, problem);
  const missing = aggregate === 'promethee-ii' ? withoutThresholds(ruleSet.criteria) : [];
  if (missing.length > 0) {
    const named = missing.map(id => `\`${id}\``).join(', ');
    throw new Stop(
      EXIT.invalid,
      `PROMETHEE II needs to know which differences count: give ${named} \`thresholds\` in rule-set.yaml`,
    );
  }
  return appraise(ruleSet, scenario, {
    aggregate,
    ...(perspective !== undefined && { perspective }),
    weights,
    command,
    diagnostics,
  });
}

/** The shares that `--weight` fixes, or a stop where one is none. */
export function fixedWeights(weights: readonly string[]): Record<string, number> {
  const pairs = weights.map(text => {
    const [, criterion, share] = /^([a-z][a-z0-9-]*)=([0-9]*\.?[0-9]+)$/.exec(text) ?? [];
    if (criterion === undefined || Number(share) > 1) {
      throw new Stop(EXIT.usage, `\`--weight ${text}\` is not a criterion, \`=\` and a share from 0 to 1`);
    }
    return [criterion, Number(share)] as const;
  });
  const twice = pairs.find(([id], i) => pairs.findIndex(([other]) => other === id) < i);
  if (twice) throw new Stop(EXIT.usage, `the weight of \`${twice[0]}\` is fixed twice: keep one of the two`);
  return Object.fromEntries(pairs);
}

/** The command as it can be typed again. */
export function commandLine(args: readonly string[]): string {
  const quote = (arg: string) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`);
  return ['demarche', ...args.map(quote)].join(' ');
}
