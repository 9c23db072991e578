import { relative, resolve } from 'node:path';
import { atATime } from '../files/at-a-time.js';
import { readText } from '../files/index.js';
import type { TestResult } from '../model/test-result.js';
import { coverageLcov } from '../report/coverage-lcov.js';
import { coverageLines } from '../report/coverage-lines.js';
import { coverageListing } from '../report/coverage-listing.js';
import type { Io } from './io.js';
import { emit } from './output.js';

/** Files that are written beside a result. */
export interface CoverageFiles {
  lcov?: string;
  listing?: string;
}

/** Writes what the cases cover as a tracefile, and beside the text of the rules, where these were asked for. */
export async function writeCoverage(
  results: readonly TestResult[],
  { lcov, listing }: CoverageFiles,
  io: Io,
): Promise<void> {
  if (lcov !== undefined) await emit(coverageLcov(results, fromHere), lcov, io);
  if (listing === undefined) return;
  const files = results.flatMap(({ coverage }) => (coverage ? [...coverageLines(coverage).keys()] : []));
  const read = await atATime(16, files, async file => [file, (await readText(file)).source?.text] as const);
  const texts = new Map(read);
  await emit(
    coverageListing(results, file => texts.get(file)),
    listing,
    io,
  );
}

/** A path from the working directory on, with slashes, as build servers match it. */
function fromHere(file: string): string {
  return relative('.', resolve(file)).replaceAll('\\', '/');
}
