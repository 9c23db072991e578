import { report } from '../../src/analysis/report.js';
import { loadScenario } from '../../src/load.js';
import type { Report } from '../../src/model/report.js';
import { loadExample } from './example.js';
import { partOf } from './reporting.js';

/** What must never do anything in a report. */
export const HOSTILE = {
  script: '<script>document.title="pwned"</script>',
  image: '"><img src=x onerror=document.title="pwned">',
  style: '</style><style>body{display:none}</style>',
  markdown: '[x](javascript:alert(1)) ![y](https://evil.example/z.png) `a` | b',
  override: 'right \u202e to left \u2066 and back',
  link: 'javascript:document.title="pwned"',
  long: `Endless ${'word '.repeat(1000)}${'W'.repeat(5000)}`,
};

const quoted = (text: string) => JSON.stringify(text);
const all = `${HOSTILE.script} ${HOSTILE.image} ${HOSTILE.style} ${HOSTILE.override}`;

/**
 * A report on a rule set and a scenario full of hostile strings, which are sound files all the same; with what no file may
 * hold but a saved result that someone else sends might: titles of 10 kB, and addresses that run.
 */
export async function hostileReport(): Promise<Report> {
  return JSON.parse(JSON.stringify(await fromFiles()), (key, value: unknown) => {
    if (key === 'url')
      return String(value).endsWith('evil') ? HOSTILE.link : 'data:text/html,<script>1</script>';
    if (key === 'title' && value === 'Airlift') return HOSTILE.long;
    if (key === 'title' && String(value).startsWith('Endless')) return `${HOSTILE.long} ${all}`;
    return value;
  }) as Report;
}

async function fromFiles(): Promise<Report> {
  const { ruleSet, diagnostics } = loadExample({
    'rule-set.yaml': text =>
      text
        .replace('title: A small example', `title: ${quoted(`A ${all}`)}`)
        .replace('summary: Two', `summary: ${quoted(all)}\n#`)
        .replace('title: Relief, ', `title: ${quoted(`Relief ${all}`)}, `)
        .replace('title: A relief agency', `title: ${quoted(`Agency ${all}`)}`)
        .replace('because: it is there for people', `because: ${quoted(all)}\n    #`)
        .replace(
          "own-judgement: { title: The authors' own judgement,",
          `evil: { title: ${quoted(all)}, kind: news, url: 'https://example.org/evil' }\n  own-judgement: { title: ${quoted(HOSTILE.markdown)},`,
        ),
    'facts.yaml': text =>
      text
        .replace('title: The border crossing', `title: ${quoted(`Crossing ${all}`)}`)
        .replace('closed: none has passed', `closed: ${quoted(all)} #`),
    'options.yaml': text =>
      text
        .replace(
          'title: Airlift, description: fly supplies in',
          `title: Airlift, description: ${quoted(all)}`,
        )
        .replace('title: Negotiate passage', `title: ${quoted(`Talks ${all}`)}`),
    'rules/all.yaml': text =>
      text
        .replace('title: Flying is dear', `title: ${quoted(`Dear ${all}`)}`)
        .replace(
          'because: flying costs',
          `because: ${quoted(`${all.replaceAll(/[{}]/g, '')} {need}`)}\n    #`,
        )
        .replaceAll('sources: [own-judgement]', `sources: ['evil#${'x'.repeat(40)}', own-judgement]`),
  });
  if (!ruleSet) throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
  const scenario = await loadScenario(
    {
      path: 'scenarios/hostile.yaml',
      text: `id: hostile
title: ${quoted(`Endless ${all}`)}
summary: ${quoted(all)}
note: ${quoted(HOSTILE.markdown)}
rule-set: ../rules/example
as-of: 2025-01-01
perspective: relief-agency
sources:
  here: { title: ${quoted(all)}, kind: news, url: 'https://example.org/here' }
facts:
  crossing: { value: restricted, confidence: medium, source: here, note: ${quoted(all)} }
  need: { between: [0.1, 0.3], likely: 0.25, note: ${quoted(HOSTILE.long.slice(0, 1900))} }
`,
    },
    ruleSet,
  );
  if (!scenario.scenario) throw new Error(JSON.stringify(scenario.diagnostics.slice(0, 3)));
  return report([await partOf(ruleSet, scenario.scenario)], { command: `demarche report ${quoted(all)}` });
}
