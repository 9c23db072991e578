import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../src/model/rule-set.js';
import {
  validateAppraisal,
  validateChecked,
  validateFlips,
  validateInformation,
  validateProblem,
  validateRobustness,
  validateRuleSets,
} from '../../../src/schema/generated/result-validators.js';
import { ENDPOINTS } from '../../../src/server/endpoints.js';
import { gate, LIMITS } from '../../../src/server/gate.js';
import { loadExample } from '../../support/example.js';
import { HOST, serving } from '../../support/serving.js';
import { shippedRuleSet, text } from '../../support/shipped.js';

const SCENARIO = `id: s
title: S
rule-set: anywhere
as-of: 2025-01-01
perspective: relief-agency
facts: { crossing: restricted, need: 0.3 }
`;

let shipped: RuleSet;
let example: RuleSet;
let server: ReturnType<typeof serving>;
beforeAll(async () => {
  shipped = await shippedRuleSet();
  example = loadExample().ruleSet!;
  server = serving([example]);
});

/** What an answer holds. */
const told = async (answer: Response | Promise<Response>) => JSON.parse(await (await answer).text());

/** The kind of a problem, with its status; and that it is one. */
async function problem(response: Response | Promise<Response>) {
  const answer = await response;
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const body = await told(answer);
  expect(validateProblem(body)).toBe(true);
  expect(body.status).toBe(answer.status);
  return { kind: body.type.split(':').at(-1), ...body };
}

describe('what a page of another site could send', () => {
  it.each([
    ['another host, as after DNS rebinding', { host: 'evil.example' }],
    ['another port', { host: '127.0.0.1:9' }],
    ['a name that only starts like ours', { host: 'localhost.evil.example:4070' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin that one could name', { origin: 'null' }],
    ['our name with another scheme', { origin: `https://${HOST}` }],
    ['a request across sites', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused: %s', async (_, headers) => {
    for (const path of ['/healthz', '/v1/rule-sets', '/openapi.json', '/nowhere'])
      expect((await problem(server.ask(path, { headers }))).kind).toBe('foreign-origin');
    const sent = server.post('/v1/check', { scenario: SCENARIO }, headers as Record<string, string>);
    expect((await problem(sent)).status).toBe(403);
  });

  it.each([[{}], [{ host: 'localhost:4070' }], [{ host: '[::1]:4070' }], [{ origin: `http://${HOST}` }]])(
    'is told from our own: %j',
    async headers => {
      const answer = await server.ask('/healthz', { headers });
      expect([answer.status, await told(answer)]).toEqual([200, { status: 'ok' }]);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );
});

describe('a body that is not what it should be', () => {
  it.each([
    ['not-json', 400, '{"scenario":'],
    ['not-json', 400, ''],
    ['invalid-request', 400, '[]'],
    ['invalid-request', 400, '{}'],
    ['invalid-request', 400, '{"scenario": 3}'],
    ['invalid-request', 400, '{"scenario": "", "seed": 1}'],
    ['invalid-request', 400, '{"__proto__": {}, "scenario": ""}'],
    ['invalid-request', 400, `{"scenario": ${'{"a":'.repeat(50_000)}1${'}'.repeat(50_001)}`],
    ['invalid-files', 422, '{"scenario": ""}'],
    ['invalid-files', 422, '{"scenario": {"__proto__": {"facts": {}}}}'],
    ['unknown-rule-set', 404, '{"scenario": "", "ruleSet": "no-such"}'],
  ])('is a %s (%i): %.40s', async (kind, status, body) => {
    const { kind: is, status: at } = await problem(server.post('/v1/appraise', body));
    expect([is, at]).toEqual([kind, status]);
    expect(server.faults).toEqual([]);
  });

  it('is told with its place', async () => {
    const [first] = (await problem(server.post('/v1/appraise', '{\n  "scenario": "",\n  "outlok": true\n}')))
      .diagnostics;
    expect(first.message).toBe('unknown key `outlok`');
    expect([first.place.file, first.place.line, first.place.column]).toEqual(['body', 3, 3]);
    const wrong = SCENARIO.replace('restricted', 'restrictd');
    const { diagnostics } = await problem(server.post('/v1/appraise', { scenario: wrong }));
    expect(diagnostics[0].help).toContain('restricted');
    expect([diagnostics[0].place.file, diagnostics[0].place.line]).toEqual(['scenario', 6]);
  });

  it('is refused by its size, its type and its encoding', async () => {
    const small = serving([example], { limits: { ...LIMITS, body: 1000 } });
    const large = JSON.stringify({ scenario: 'x'.repeat(2000) });
    expect((await problem(small.post('/v1/appraise', large))).status).toBe(413);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await problem(server.post('/v1/appraise', '{}', form))).status).toBe(415);
    expect((await problem(server.post('/v1/appraise', '{}', { 'content-type': 'text/plain' }))).status).toBe(
      415,
    );
    const bytes = server.ask('/v1/appraise', {
      method: 'POST',
      body: new Uint8Array([0x22, 0xff, 0x22]),
      headers: { 'content-type': 'application/json' },
    });
    expect((await problem(bytes)).kind).toBe('not-json');
  });

  it('never is a fault of ours, whatever it is', async () => {
    const path = fc.constantFrom(...ENDPOINTS.map(one => one.path));
    const key = fc.constantFrom(
      'scenario',
      'ruleSet',
      'set',
      'weights',
      'perspective',
      'files',
      'to',
      'draws',
    );
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc.dictionary(key, fc.jsonValue()).map(one => JSON.stringify(one)),
    );
    await fc.assert(
      fc.asyncProperty(path, body, async (path, text) => {
        const answer = await server.post(path, text);
        // A scenario that is wrong all through can be checked, which is no problem.
        if (answer.status === 200)
          expect([path, (await told(answer)).errors > 0]).toEqual(['/v1/check', true]);
        else expect([400, 404, 422]).toContain((await problem(answer)).status);
      }),
      { numRuns: 300 },
    );
    expect(server.faults).toEqual([]);
  });
});

it('says which methods there are, and where nothing is', async () => {
  const wrong = await server.ask('/v1/flips');
  expect(wrong.headers.get('allow')).toBe('POST');
  expect((await problem(wrong)).kind).toBe('wrong-method');
  expect((await problem(server.ask('/../../etc/passwd'))).kind).toBe('not-found');
  expect((await problem(server.post('/v1/appraise/x', {}))).kind).toBe('not-found');
});

it('answers in the form that the schemas say, and the same again', async () => {
  const scenario = text('scenarios/myanmar-2025.yaml');
  const { post, ask, faults } = serving([shipped]);
  const validators = {
    appraise: [validateAppraisal, { outlook: true }],
    robustness: [validateRobustness, { uncertainWeights: 'near', evidence: true, draws: 8186 }],
    flips: [validateFlips, { maxFacts: 1 }],
    information: [validateInformation, {}],
    check: [validateChecked, undefined],
  } as const;
  for (const [name, [validate, more]] of Object.entries(validators)) {
    const body = more
      ? { scenario, perspective: 'asean', set: ['aid-obstruction=free'], ...more }
      : { scenario };
    const [first, second] = [await post(`/v1/${name}`, body), await post(`/v1/${name}`, body)];
    expect([name, first.status]).toEqual([name, 200]);
    const body1 = await first.text();
    expect(validate(JSON.parse(body1))).toBe(true);
    expect(await second.text()).toBe(body1);
  }
  const list = await told(ask('/v1/rule-sets'));
  expect(validateRuleSets(list)).toBe(true);
  expect(list.ruleSets[0].facts.map(({ id }: { id: string }) => id)).toContain('conflict-intensity');
  expect(faults).toEqual([]);
});

it('takes a scenario as an object, weights to fix and facts to change', async () => {
  const as = (scenario: unknown, more = {}) => server.post('/v1/appraise', { scenario, ...more });
  const object = {
    ...{ id: 's', title: 'S', 'rule-set': 'anywhere', 'as-of': '2025-01-01', perspective: 'relief-agency' },
    facts: { crossing: 'restricted', need: 0.3 },
  };
  const [a, b] = [await told(as(SCENARIO)), await told(as(object))];
  expect(a.ranking).toEqual(b.ranking);
  const fixed = await told(as(SCENARIO, { weights: { relief: 1 }, set: ['crossing=open'] }));
  expect([fixed.weights.relief, fixed.manifest.changes]).toEqual([1, [{ fact: 'crossing', value: 'open' }]]);
  for (const more of [
    { weights: { nothing: 1 } },
    { perspective: 'nobody' },
    { weights: { relief: 0.2, cost: 0.2 } },
  ])
    expect((await problem(as(SCENARIO, more))).kind).toBe('invalid-request');
  expect((await problem(server.post('/v1/flips', { scenario: SCENARIO, to: 'airlif' }))).detail).toContain(
    'airlift',
  );
});

it('checks the files of a rule set, and opens none that they name', async () => {
  const check = (body: object) => told(server.post('/v1/check', body));
  const { errors, diagnostics } = await check({ files: { 'rule-set.yaml': 'id: Mine\n' } });
  expect(errors).toBeGreaterThan(0);
  expect(diagnostics[0].place?.file ?? 'rule-set/').toContain('rule-set/');
  for (const body of [{}, { scenario: SCENARIO, files: { 'a.yaml': '' } }, { files: { '../a.yaml': '' } }])
    expect((await problem(server.post('/v1/check', body))).kind).toBe('invalid-request');
  expect(await check({ scenario: SCENARIO })).toMatchObject({ errors: 0 });
});

describe('more work than is taken on', () => {
  const work = { scenario: SCENARIO };

  it('is refused, and what waits is done', async () => {
    const { post } = serving([example], { limits: { ...LIMITS, atOnce: 1, waiting: 3 } });
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('/v1/appraise', work)));
    const of = (status: number) => answers.filter(one => one.status === status).length;
    expect([of(200) >= 4, of(200) + of(503)]).toEqual([true, 20]);
    const refused = answers.find(({ status }) => status === 503)!;
    expect(refused.headers.get('retry-after')).toBe('1');
    expect((await problem(refused)).kind).toBe('busy');
    expect((await post('/v1/appraise', work)).status).toBe(200);
  });

  it('leaves room for others between one piece of it and the next', async () => {
    let turns = 0;
    const through = gate({ ...LIMITS, atOnce: 1 }, new AbortController().signal);
    const seen = [1, 2, 3].map(() => through(new AbortController().signal, async () => turns));
    const count = () => {
      turns += 1;
      if (turns < 10) setImmediate(count);
    };
    setImmediate(count);
    const [first, second, third] = await Promise.all(seen);
    expect(second).toBeGreaterThan(first!);
    expect(third).toBeGreaterThan(second!);
  });

  it('is finished where it has begun when the server stops, and refused where it waits', async () => {
    const stopping = new AbortController();
    const limits = { ...LIMITS, atOnce: 1 };
    const { post } = serving([example], { limits, stopping: stopping.signal });
    const through = gate(limits, stopping.signal);
    const left = new AbortController().signal;
    const begun = through(left, async () => stopping.abort());
    const waits = through(left, async () => 'done');
    await begun;
    await expect(waits).rejects.toMatchObject({ problem: { status: 503, detail: 'the server is stopping' } });
    expect((await problem(post('/v1/appraise', work))).kind).toBe('busy');
  });

  it('ends when its time is up, and flips with what they found by then', async () => {
    const { post, faults } = serving([shipped], { limits: { ...LIMITS, time: 30 } });
    const scenario = text('scenarios/myanmar-2025.yaml');
    const heavy = { scenario, uncertainWeights: 'any', evidence: true, draws: 1_000_000 };
    expect((await problem(post('/v1/robustness', heavy))).kind).toBe('out-of-time');
    const flips = await told(post('/v1/flips', { scenario, maxFacts: 4 }));
    expect(flips.format).toBe('flips/1');
    expect(faults).toEqual([]);
  });
});

it('is described by a document that an independent validator accepts', async () => {
  const document = JSON.parse(text('schemas/openapi.json'));
  const { Validator } = await import('@seriousme/openapi-schema-validator');
  const validator = new Validator();
  expect(await validator.validate(document)).toMatchObject({ valid: true });
  expect(validator.version).toBe('3.1');
  for (const { path } of ENDPOINTS) expect(document.paths[path].post.requestBody.required).toBe(true);
  // Every reference leads somewhere in the document itself.
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
  const lead = (path: string) =>
    path
      .split('/')
      .reduce<Record<string, unknown> | undefined>(
        (inside, key) => inside?.[key] as Record<string, unknown> | undefined,
        document,
      );
  expect(refs.filter(path => lead(path) === undefined)).toEqual([]);
  expect(refs.length).toBeGreaterThan(50);
});
