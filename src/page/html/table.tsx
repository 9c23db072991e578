import type { JSX } from 'preact';
import type { Table } from '../document.js';
import { Runs } from './runs.js';

/** From how many columns on a table is wide. */
const WIDE = 6;

/** A table with its caption; what is too wide scrolls in itself, by keyboard as well. */
export function TableView({ table }: { table: Table }): JSX.Element {
  const { caption, head, rows, numbers, total } = table;
  const look = (column: number) => (numbers.includes(column) ? 'number' : undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region would be one landmark too many
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div class="scroll" role="group" aria-label={`Table: ${caption}`} tabIndex={0}>
      <table class={head.length >= WIDE ? 'wide' : undefined}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((title, i) => (
              <th key={title} scope="col" class={look(i)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={r} class={total && r === rows.length - 1 ? 'total' : undefined}>
              {row.map((cell, i) =>
                i === 0 ? (
                  <th key={i} scope="row">
                    <Runs text={cell} />
                  </th>
                ) : (
                  <td key={i} class={look(i)}>
                    <Runs text={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
