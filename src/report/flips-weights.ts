import type { Flips } from '../model/flips.js';
import { columns, wrap } from './layout.js';

/** How far each weight can move before another option leads. */
export function weightRows(told: Flips, width: number): string[] {
  if (told.to !== null && told.to !== told.leader) return weightsTo(told, told.to, width);
  const rows = told.weights
    .filter(({ low, high }) => low > 0 || high < 1)
    .map(({ criterion, weight, low, high, winners }) => [
      `weight of ${criterion}`,
      share(weight),
      [
        ...(low > 0 ? [`below ${share(low)} ${title(told, before(winners, low))}`] : []),
        ...(high < 1 ? [`above ${share(high)} ${title(told, after(winners, high))}`] : []),
      ].join('; '),
    ]);
  const firm = told.weights
    .filter(({ low, high }) => low === 0 && high === 1)
    .map(({ criterion }) => criterion);
  const never =
    firm.length === 0 ? [] : wrap(`No weight of ${firm.join(', ')} alone puts another first.`, width);
  return [...weightTable(['weight', 'now', 'then leads'], rows, width), ...never];
}

/** Where along each weight the wanted option leads. */
function weightsTo(told: Flips, to: string, width: number): string[] {
  const rows = told.weights.flatMap(({ criterion, weight, winners }) => {
    const own = winners.filter(({ option }) => option === to);
    if (own.length === 0) return [];
    const stretches = own.map(({ from, to }) => `from ${share(from)} to ${share(to)}`).join('; ');
    return [[`weight of ${criterion}`, share(weight), stretches]];
  });
  if (told.weights.length === 0) return [];
  if (rows.length === 0) return wrap(`No change of one weight alone puts ${title(told, to)} first.`, width);
  return weightTable(['weight', 'now', `${title(told, to)} leads`], rows, width);
}

/** A table of weights: what, how much now, and what then. */
export function weightTable(header: readonly string[], rows: readonly string[][], width: number): string[] {
  if (rows.length === 0) return [];
  return columns([header, ...rows], [{ width: 29 }, { width: 5 }, { width: width - 36 }]);
}

function before(winners: Flips['weights'][number]['winners'], low: number): string {
  return winners.filter(({ to }) => to <= low + 1e-9).at(-1)?.option ?? winners[0]!.option;
}

function after(winners: Flips['weights'][number]['winners'], high: number): string {
  return winners.find(({ from }) => from >= high - 1e-9)?.option ?? winners.at(-1)!.option;
}

/** A weight as it is shown. */
export function share(weight: number): string {
  return weight.toFixed(2);
}

/** What an option is called. */
export function title({ options }: Pick<Flips, 'options'>, option: string): string {
  return options[option]!.title;
}
