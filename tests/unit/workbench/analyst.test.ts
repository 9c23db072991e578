import { expect, it } from 'vitest';
import { appraise, flips, loadScenario, type Scenario } from '../../../src/index.js';
import { analystOf, type Port, type Standing } from '../../../src/workbench/analyses/analyst.js';
import type { FromWorker, ToWorker } from '../../../src/workbench/analyses/protocol.js';
import { serveAnalyses } from '../../../src/workbench/analyses/worker.js';
import { shippedRuleSet, text } from '../../support/shipped.js';

const ruleSet = await shippedRuleSet();
const source = { path: 's.yaml', text: text('scenarios/myanmar-2025.yaml') };
const { scenario: one } = await loadScenario(source, ruleSet);
const { scenario: two } = await loadScenario(source, ruleSet, ['conflict-intensity=minor']);
const [first, second] = [one!, { ...two!, hash: 'another' } as Scenario];

/** An analyst whose worker is played by the test. */
function played() {
  const sent: ToWorker[] = [];
  const told: Standing[] = [];
  const port: Port = { postMessage: message => sent.push(message), onmessage: null };
  const analyst = analystOf(port, ruleSet, standing => told.push(standing));
  const answer = (data: object) => port.onmessage!({ data: data as FromWorker });
  const runs = () => sent.flatMap(message => (message.do === 'run' ? [message] : []));
  return { sent, analyst, answer, runs, now: () => told.at(-1)! };
}

it('asks for what is missing, shows progress, and keeps what comes', () => {
  const { analyst, answer, runs, now } = played();
  analyst.want(first, ['flips', 'information']);
  answer({ run: 1, task: 'flips', share: 0.4 });
  expect(now().running).toEqual({ task: 'flips', share: 0.4 });
  answer({ run: 1, task: 'flips', result: 'F' });
  expect(now()).toMatchObject({ results: { flips: 'F' }, waiting: ['information'] });
  analyst.want(first, ['flips-to:x', 'flips', 'information']);
  expect(runs().at(-1)!.tasks).toEqual(['flips-to:x', 'information']);
});

it('drops what belongs to a situation that is no more', () => {
  const { analyst, answer, now } = played();
  analyst.want(first, ['flips']);
  analyst.want(second, ['flips']);
  answer({ run: 1, task: 'flips', result: 'of the first' });
  answer({ run: 1, task: 'flips', share: 0.9 });
  expect(now()).toMatchObject({ of: 'another', results: {}, running: { share: 0 } });
  answer({ run: 2, task: 'flips', result: 'of the second' });
  expect(now()).toMatchObject({ results: { flips: 'of the second' }, running: null, waiting: [] });
});

it('stops, goes on where it was, and starts anew with another situation', () => {
  const { analyst, answer, runs, now, sent } = played();
  analyst.want(first, ['flips', 'robustness']);
  answer({ run: 1, task: 'flips', result: 'F' });
  analyst.stop();
  expect(sent.at(-1)).toEqual({ do: 'stop' });
  answer({ run: 1, task: 'robustness', result: 'late' });
  expect(now()).toMatchObject({
    stopped: true,
    running: null,
    waiting: ['robustness'],
    results: { flips: 'F' },
  });
  analyst.want(first, ['flips', 'robustness']);
  expect(now().stopped).toBe(true);
  analyst.resume();
  expect(runs().at(-1)!.tasks).toEqual(['robustness']);
  analyst.stop();
  analyst.want(second, ['flips']);
  expect(now()).toMatchObject({ stopped: false, running: { task: 'flips' } });
});

it('says what failed and goes on with the rest', () => {
  const { analyst, answer, now } = played();
  analyst.want(first, ['flips', 'robustness']);
  answer({ run: 1, task: 'flips', failed: 'why' });
  expect(now()).toMatchObject({ failed: 'why', waiting: ['robustness'] });
});

it('the worker says what the library says, and a stop ends it', async () => {
  let hear: (message: ToWorker) => void = () => undefined;
  const told: FromWorker[] = [];
  let done: () => void = () => undefined;
  const finished = new Promise<void>(resolve => {
    done = resolve;
  });
  serveAnalyses({
    hear: listener => {
      hear = listener;
    },
    tell: message => {
      told.push(message);
      if ('result' in message) done();
    },
  });
  hear({ do: 'know', ruleSet });
  hear({ do: 'run', run: 1, scenario: first, tasks: ['robustness'] });
  await new Promise(resolve => setTimeout(resolve, 50));
  hear({ do: 'stop' });
  hear({ do: 'run', run: 2, scenario: first, tasks: ['flips'] });
  await finished;
  expect(told.filter(message => message.run === 1 && 'result' in message)).toEqual([]);
  const result = told.find(message => 'result' in message) as { result: unknown };
  const { flips: found } = await flips(ruleSet, first, await appraise(ruleSet, first));
  expect((result.result as { flips: unknown }).flips).toEqual(found);
});
