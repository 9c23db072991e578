import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { deskOf } from '../../../src/cli/desk.js';
import type { Change, Desk } from '../../../src/server/desk.js';
import { demarche } from '../../support/cli.js';
import { loadExample } from '../../support/example.js';

let project: string;
let file: string;
let desk: Desk;
beforeEach(async () => {
  project = mkdtempSync(join(tmpdir(), 'demarche-desk-'));
  file = join(project, 'scenarios/example.yaml');
  await demarche(['init', project]);
  const folder = join(project, 'rules/example');
  const { ruleSet } = loadExample();
  const kept = { at: () => ruleSet, ruleSets: () => new Map(), follow: () => () => {}, stop: () => {} };
  desk = await deskOf([{ path: file, folder }], kept, true);
});

/** All that is told of the scenario from now on, and what ends it. */
function follow() {
  const changes: Change[] = [];
  const stop = desk.follow('example', change => changes.push(change));
  const kinds = () => changes.map(({ kind }) => kind);
  return { changes, kinds, stop };
}

async function version(): Promise<string> {
  const { changes, stop } = follow();
  await expect.poll(() => changes.length).toBe(2);
  stop();
  const [, now] = changes;
  return now?.kind === 'scenario' ? now.version : '';
}

it('of pages that save the same version at once, one is let through', async () => {
  const text = readFileSync(file, 'utf8');
  const opened = await version();
  const saved = await Promise.all(
    ['a', 'b', 'c'].map(name => desk.save!('example', `${text}# ${name}\n`, opened)),
  );
  expect(saved.map(one => (one === 'changed' ? one : 'saved'))).toEqual(['saved', 'changed', 'changed']);
  expect(readFileSync(file, 'utf8')).toBe(`${text}# a\n`);
});

it('who follows is told how things stand, so that nothing is missed while nobody looked', async () => {
  const { changes, kinds, stop } = follow();
  await expect.poll(kinds).toEqual(['rules', 'scenario']);
  expect(changes[0]).toEqual({ kind: 'rules', hash: loadExample().ruleSet!.hash });
  stop();
});

it('a file that is renamed is told as gone, is not brought back by saving, and is there again when it is', async () => {
  const opened = await version();
  const text = readFileSync(file, 'utf8');
  const { kinds, stop } = follow();
  renameSync(file, join(project, 'scenarios/other.yaml'));
  await expect.poll(() => kinds().at(-1), { timeout: 5000 }).toBe('gone');
  expect(await desk.save!('example', text, opened)).toBe('gone');
  renameSync(join(project, 'scenarios/other.yaml'), file);
  await expect.poll(() => kinds().at(-1), { timeout: 5000 }).toBe('scenario');
  stop();
});

it('where the folder itself is gone, that is told and nothing fails', async () => {
  rmSync(join(project, 'scenarios'), { recursive: true });
  const { kinds, stop } = follow();
  await expect.poll(kinds, { timeout: 5000 }).toEqual(['rules', 'gone']);
  stop();
});

it('a file with mistakes is told with what they are', async () => {
  const { kinds, stop } = follow();
  await expect.poll(kinds).toContain('scenario');
  writeFileSync(file, 'id: [');
  await expect.poll(() => kinds().at(-1), { timeout: 5000 }).toBe('broken');
  stop();
});
