import { checkTableMap } from '../../checks/table-map.js';
import { type Diagnostic, diagnostic, hasErrors } from '../../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../../diagnostics/sort.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { readRuleSet, readText, ruleSetFolder } from '../../files/index.js';
import { loadRemembered } from '../../files/remembered.js';
import type { LoadedRuleSet } from '../../load.js';
import {
  type AuthoredTableMap,
  longColumn,
  namedReading,
  parseTableMap,
  resolveTableMap,
} from '../../model/parse-table-map.js';
import type { RuleSet } from '../../model/rule-set.js';
import type { ColumnReading, TableMap } from '../../model/table-map.js';
import { placeOf } from '../../source/place.js';
import { openRuleSet } from '../input.js';
import { EXIT, type Io, Stop } from '../io.js';
import type { Settings } from '../settings.js';
import { refuseTable } from './refuse.js';
import type { TableColumn } from './source.js';

/** A rule set, and how the columns of a table become its facts. */
export interface Mapping {
  ruleSet: RuleSet;
  /** Where the rule set was read from. */
  folder: string;
  /** Absent where no mapping file was named: then columns go by the names of facts. */
  authored?: AuthoredTableMap;
}

/** What came of reading a mapping file with its rule set. */
export interface ReadMapping extends Partial<Mapping> {
  diagnostics: Diagnostic[];
}

/** Reads a mapping file and the rule set that it names, and checks the one against the other. */
export async function readMapping(
  path: string,
  asked: string | undefined,
  read: (folder: string) => Promise<LoadedRuleSet>,
): Promise<ReadMapping> {
  const { source, diagnostics: unread } = await readText(path);
  if (!source) return { diagnostics: unread };
  const { authored, ruleSet: named, diagnostics } = parseTableMap(source);
  const folder = asked ?? (named && ruleSetFolder(path, named.named));
  if (!authored || folder === undefined) return { diagnostics };
  const { ruleSet, diagnostics: found } = await read(folder);
  if (ruleSet)
    return {
      ruleSet,
      folder,
      authored,
      diagnostics: sortDiagnostics([...diagnostics, ...checkTableMap(authored, ruleSet)]),
    };
  const isMissing = found.some(({ code }) => code === 'file/not-found');
  const problem = isMissing
    ? diagnostic(
        'file/not-found',
        `no rule set folder \`${folder}\``,
        named?.place,
        '`rule-set` is a path relative to the mapping file',
      )
    : diagnostic(
        'map/rule-set-mismatch',
        `the rule set \`${folder}\` has errors`,
        named?.place,
        `\`demarche check ${folder}\` tells them`,
      );
  return { diagnostics: [...diagnostics, problem] };
}

/** Opens the mapping file, else the rule set alone; or stops with what is wrong with either. */
export async function openMapping(
  asked: Settings & { map?: string; ruleSet?: string },
  io: Io,
): Promise<Mapping> {
  if (asked.map === undefined) {
    if (asked.ruleSet === undefined) throw new Stop(EXIT.usage, '--map or --rule-set is needed');
    return { ruleSet: await openRuleSet(asked.ruleSet, asked, io), folder: asked.ruleSet };
  }
  const read = await readMapping(asked.map, asked.ruleSet, folder =>
    readRuleSet(folder, { load: loadRemembered }),
  );
  const { ruleSet, folder, authored, diagnostics } = read;
  const errors = diagnostics.filter(one => hasErrors([one]));
  if (errors.length > 0 && errors.every(({ code, place }) => code === 'file/not-found' && !place))
    throw new Stop(EXIT.usage, `no file \`${asked.map}\``);
  if (errors.length > 0 || !ruleSet || !authored || folder === undefined) return refuseTable(errors);
  return { ruleSet, folder, authored };
}

/** The mapping onto the columns that a table has, or a stop where it names others. */
export function fitMapping(
  { ruleSet, authored }: Mapping,
  columns: readonly TableColumn[],
  table: string,
): TableMap {
  if (!authored) return byName(ruleSet, columns, table);
  const names = columns.map(({ name }) => name);
  const { value, file } = authored;
  const spots = [
    ...(value.id === undefined ? [] : [{ name: value.id, at: ['id'] }]),
    ...(value.carry ?? []).map((name, i) => ({ name, at: ['carry', i] })),
    ...Object.entries(value.columns ?? {}).map(([fact, from]) => ({
      name: longColumn(from).column,
      at: ['columns', fact, ...(typeof from === 'string' ? [] : ['column'])],
    })),
  ];
  const unknown = spots
    .filter(({ name }) => !names.includes(name))
    .map(({ name, at }) => unknownColumn(name, names, table, placeOf(file, at, 'value')));
  if (unknown.length > 0) refuseTable(sortDiagnostics(unknown));
  return resolveTableMap(authored, ruleSet);
}

/** That a table has no such column. */
export function unknownColumn(
  name: string,
  names: readonly string[],
  table: string,
  place?: Diagnostic['place'],
): Diagnostic {
  const known =
    names.length <= 30 ? `its columns are ${names.map(one => `\`${one}\``).join(', ')}` : undefined;
  return diagnostic(
    'table/unknown-column',
    `\`${table}\` has no column \`${name}\``,
    place,
    didYouMean(name, names) ?? known,
  );
}

/** Columns that are called as facts are, `_` standing for `-` as well. */
function byName({ facts }: RuleSet, columns: readonly TableColumn[], table: string): TableMap {
  const stated = [...facts.values()].filter(({ derive }) => !derive);
  const readings = stated.flatMap((fact): [string, ColumnReading][] => {
    const column = columns.find(({ name }) => name === fact.id || name.replaceAll('_', '-') === fact.id);
    return column ? [[fact.id, namedReading(fact, column.name)]] : [];
  });
  if (readings.length > 0) return { columns: new Map(readings) };
  return refuseTable([
    diagnostic(
      'table/unknown-column',
      `no column of \`${table}\` is called as a fact is`,
      undefined,
      'give a mapping file with --map; --propose-map writes a first one',
    ),
  ]);
}
