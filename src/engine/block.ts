import type { Program, ProgramFact, ProgramNode } from './program.js';

/** How many rows are evaluated at once: so many that looping over rules costs little, so few that all stays in cache. */
export const BLOCK = 2048;
const WORDS = BLOCK / 32;

/**
 * Situations as columns, one for each stated fact of a program, in its order: in each row the index of its step; or for
 * facts that need not be certain, the set of its possible steps, bit s of word s >> 5 standing for step s, `words` words
 * a row; or `codes`, where the number of steps itself stands for unknown: every step is possible.
 */
export type Column = Uint8Array | Uint16Array | { sets: Uint32Array; words: number } | Coded;

/** A column in which a fact is either certain or unknown altogether. */
export interface Coded {
  codes: Uint8Array | Uint16Array;
}

/** Bits of rows: bit b of word w is row 32 w + b of the block. Bits past the last row mean nothing. */
export type RowBits = Uint32Array;

/** For each node of the program the rows in which it must hold, and in which it may. The same where all is certain. */
export interface Truths {
  must: readonly RowBits[];
  may: readonly RowBits[];
}

/**
 * Evaluates the nodes of a program over blocks of rows. Kleene's logic falls out as in the traced path: a leaf must hold
 * where the fact has no possible step outside it, and may hold where it has one inside; `not` trades the two. What it
 * returns is overwritten by the next call.
 */
export function blockEvaluator(
  program: Program,
): (columns: readonly Column[], from: number, rows: number) => Truths {
  const planes = program.facts.map(({ steps }) => Array.from({ length: steps }, newBits));
  const stated = program.facts.flatMap(({ derive }, fact) => (derive ? [] : [planes[fact]!]));
  const must = program.nodes.map(newBits);
  const may = program.nodes.map(newBits);
  const certain = { truths: { must, may: must }, run: operations(program, planes, { must, may: must }) };
  const open = { truths: { must, may }, run: operations(program, planes, { must, may }) };
  return (columns, from, rows) => {
    const { truths, run } = columns.every(column => ArrayBuffer.isView(column)) ? certain : open;
    for (let i = 0; i < stated.length; i += 1) fillPlanes(stated[i]!, columns[i]!, from, rows);
    for (const operation of run) operation();
    return truths;
  };
}

type Planes = readonly (readonly RowBits[])[];

/** What has to be done for each block once the planes of the stated facts are filled, in order. */
function operations(program: Program, planes: Planes, truths: Truths): (() => void)[] {
  return schedule(program).map(({ fact, node }) =>
    node === undefined
      ? () => derive(program.facts[fact!]!, planes[fact!]!, truths)
      : evaluation(program.nodes[node]!, node, planes, truths),
  );
}

function newBits(): RowBits {
  return new Uint32Array(WORDS);
}

/** Nodes and derived facts in an order in which each finds what it needs. */
function schedule({ facts, nodes }: Program): { fact?: number; node?: number }[] {
  const order: { fact?: number; node?: number }[] = [];
  let next = 0;
  const upTo = (end: number): void => {
    for (; next < end; next += 1) order.push({ node: next });
  };
  facts.forEach(({ derive }, fact) => {
    if (!derive) return;
    upTo(1 + Math.max(-1, ...derive.map(({ node }) => node ?? -1)));
    order.push({ fact });
  });
  upTo(nodes.length);
  return order;
}

/** For each step of a fact the rows in which it is possible. */
function fillPlanes(planes: readonly RowBits[], column: Column, from: number, rows: number): void {
  for (const plane of planes) plane.fill(0);
  if (ArrayBuffer.isView(column)) fillCertain(planes, column, from, rows);
  else if ('codes' in column) fillCoded(planes, column.codes, from, rows);
  else fillSets(planes, column, from, rows);
}

function fillSets(
  planes: readonly RowBits[],
  { sets, words }: { sets: Uint32Array; words: number },
  from: number,
  rows: number,
): void {
  for (let row = 0; row < rows; row += 1) {
    for (let step = 0; step < planes.length; step += 1) {
      const bit = (sets[(from + row) * words + (step >> 5)]! >>> (step & 31)) & 1;
      planes[step]![row >> 5]! |= bit << (row & 31);
    }
  }
}

function fillCertain(
  planes: readonly RowBits[],
  steps: Uint8Array | Uint16Array,
  from: number,
  rows: number,
): void {
  for (let row = 0; row < rows; row += 1) planes[steps[from + row]!]![row >> 5]! |= 1 << (row & 31);
}

function fillCoded(
  planes: readonly RowBits[],
  codes: Uint8Array | Uint16Array,
  from: number,
  rows: number,
): void {
  for (let row = 0; row < rows; row += 1) {
    const plane = planes[codes[from + row]!];
    if (plane) plane[row >> 5]! |= 1 << (row & 31);
    else for (const each of planes) each[row >> 5]! |= 1 << (row & 31);
  }
}

/** The evaluation of one node. Where all is certain, must and may are one and are computed once. */
function evaluation(node: ProgramNode, index: number, planes: Planes, truths: Truths): () => void {
  const [must, may] = [truths.must[index]!, truths.may[index]!];
  const certain = must === may;
  if (node.kind === 'leaf') return leaf(node.steps, planes[node.fact]!, must, may);
  if (node.kind === 'not') {
    const [partMust, partMay] = [truths.must[node.of]!, truths.may[node.of]!];
    return () => {
      not(must, partMay);
      if (!certain) not(may, partMust);
    };
  }
  const join = node.kind === 'all' ? and : or;
  const [partsMust, partsMay] = [
    node.of.map(part => truths.must[part]!),
    node.of.map(part => truths.may[part]!),
  ];
  return () => {
    join(must, partsMust);
    if (!certain) join(may, partsMay);
  };
}

function leaf(steps: readonly number[], planes: readonly RowBits[], must: RowBits, may: RowBits): () => void {
  const inside = planes.filter((_, step) => steps.includes(step));
  const outside = planes.filter((_, step) => !steps.includes(step));
  if (must === may && inside.length <= outside.length) return () => or(may, inside);
  return () => {
    if (must !== may) or(may, inside);
    or(must, outside);
    not(must, must);
  };
}

/** The value of each entry that may hold and of the first that must, where it stops (docs/meaning.md, 4.4). */
function derive({ derive }: ProgramFact, planes: readonly RowBits[], { must, may }: Truths): void {
  for (const plane of planes) plane.fill(0);
  const open = newBits().fill(0xffffffff);
  for (const { step, node } of derive!) {
    const plane = planes[step]!;
    for (let w = 0; w < WORDS; w += 1) {
      plane[w]! |= node === null ? open[w]! : open[w]! & may[node]![w]!;
      if (node !== null) open[w]! &= ~must[node]![w]!;
    }
  }
}

function or(target: RowBits, parts: readonly RowBits[]): void {
  target.fill(0);
  for (const part of parts) for (let w = 0; w < WORDS; w += 1) target[w]! |= part[w]!;
}

function and(target: RowBits, parts: readonly RowBits[]): void {
  target.fill(0xffffffff);
  for (const part of parts) for (let w = 0; w < WORDS; w += 1) target[w]! &= part[w]!;
}

function not(target: RowBits, part: RowBits): void {
  for (let w = 0; w < WORDS; w += 1) target[w] = ~part[w]!;
}
