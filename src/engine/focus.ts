import type { Program } from './program.js';

/** The program of these options alone: rules that touch no other are left out, and fewer facts may be in play. */
export function focusOn(program: Program, ids: ReadonlySet<string>): Program {
  const { options, criteria, rules, baseline } = program;
  const kept = options.filter(id => ids.has(id));
  const place = options.map(id => kept.indexOf(id));
  return {
    ...program,
    options: kept,
    baseline: place[baseline]!,
    rules: rules
      .map(rule => ({
        ...rule,
        adds: rule.adds.flatMap(({ cell, points }) => {
          const option = place[Math.floor(cell / criteria.length)]!;
          return option < 0 ? [] : [{ cell: option * criteria.length + (cell % criteria.length), points }];
        }),
        gates: rule.gates.flatMap(option => (place[option]! < 0 ? [] : [place[option]!])),
      }))
      .filter(({ adds, gates }) => adds.length + gates.length > 0),
  };
}
