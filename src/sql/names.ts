import type { Dialect } from './dialect.js';

/** Makes the name of a column from an id and what the column is of it. */
export type Namer = (id: string, of?: string) => string;

/**
 * Names that tell themselves apart within as many bytes as the dialect keeps: PostgreSQL cuts longer ones, and says so only in
 * a notice. Ids have no underscore, so what is behind one is ours; a long id is cut and numbered.
 */
export function namer({ nameBytes }: Dialect): Namer {
  const short = new Map<string, string>();
  return (id, of = '') => {
    const name = of === '' ? id : `${id}_${of}`;
    if (name.length <= nameBytes) return name;
    const known = short.get(name);
    if (known !== undefined) return known;
    const end = `_x${short.size + 1}${of.length < nameBytes / 2 && of !== '' ? `_${of}` : ''}`;
    const cut = `${id.slice(0, nameBytes - end.length)}${end}`;
    short.set(name, cut);
    return cut;
  };
}
