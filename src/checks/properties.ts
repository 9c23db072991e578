import type { Code } from '../diagnostics/codes.js';
import { meaning } from '../diagnostics/suggest.js';
import type { Entry } from '../model/authored.js';
import type { Domain } from '../model/fact.js';
import { domainOf } from '../model/resolve-facts.js';
import type { AuthoredFact, AuthoredProperty, AuthoredStanding } from '../schema/generated/author-types.js';
import type { Pointer } from '../source/source-file.js';
import { inside, type RuleSetCheck, type RuleSetContext } from './rule-set-check.js';

/** What properties name is declared, each id is there once, and each claim is one that can be true or false. */
export const properties: RuleSetCheck = context => {
  const seen = new Set<string>();
  for (const entry of context.authored.entries.property) {
    if (seen.has(entry.id))
      context.report(
        'property/duplicate-id',
        inside(entry, 'id'),
        'value',
        `another property already has the id \`${entry.id}\``,
      );
    seen.add(entry.id);
    names(entry, context);
    facts(entry, context);
    weights(entry, context);
    sense(entry, context);
  }
};

type Property = Entry<AuthoredProperty>;

/** An id inside a property, and where it stands. */
interface Name {
  kind: 'option' | 'criterion' | 'fact' | 'perspective';
  id: string;
  at: Pointer;
}

const CODE_OF = {
  option: 'rule-set/unknown-option',
  criterion: 'rule-set/unknown-criterion',
  fact: 'rule-set/unknown-fact',
  perspective: 'property/unknown-perspective',
} as const satisfies Record<Name['kind'], Code>;

function names(entry: Property, { knows, nearest, report }: RuleSetContext): void {
  for (const { kind, id, at } of namesIn(entry.value)) {
    if (knows(kind, id)) continue;
    const help = meaning(nearest(kind, id));
    report(CODE_OF[kind], inside(entry, ...at), 'value', `unknown ${kind} \`${id}\``, help);
  }
}

/** Every id that a claim names: by the key that holds it, wherever that stands. */
function namesIn({ by = [], ...value }: AuthoredProperty): Name[] {
  const inClaim = (claim: unknown, at: Pointer): Name[] =>
    Object.entries(Object(claim) as Record<string, unknown>).flatMap(([key, found]) => {
      const kind = KIND_OF[key];
      const here = [...at, key];
      if (kind && typeof found === 'string') return [{ kind, id: found, at: here }];
      if (kind && Array.isArray(found)) return inList(kind, found, here);
      return typeof found === 'object' ? inClaim(found, here) : [];
    });
  const { when: _, ...claims } = value;
  return [...by.map((id, i): Name => ({ kind: 'perspective', id, at: ['by', i] })), ...inClaim(claims, [])];
}

function inList(kind: Name['kind'], list: readonly unknown[], at: Pointer): Name[] {
  return list.flatMap((one, i) =>
    Array.isArray(one) ? inList(kind, one, [...at, i]) : [{ kind, id: String(one), at: [...at, i] }],
  );
}

const KIND_OF: Record<string, Name['kind']> = {
  option: 'option',
  options: 'option',
  above: 'option',
  against: 'option',
  criterion: 'criterion',
  fact: 'fact',
  swapping: 'fact',
};

/** Facts that a claim moves are stated, and have what it needs: an order, or a partner of their own kind. */
function facts(entry: Property, { authored, report }: RuleSetContext): void {
  const known = new Map(authored.entries.fact.map(({ id, value }) => [id, value]));
  const { monotone, invariant, symmetric } = entry.value;
  const moved = [
    ...(monotone ? [{ id: monotone.fact, at: ['monotone', 'fact'] }] : []),
    ...(invariant ? [{ id: invariant.fact, at: ['invariant', 'fact'] }] : []),
    ...(symmetric?.swapping ?? []).flatMap((pair, i) =>
      pair.map((id, j) => ({ id, at: ['symmetric', 'swapping', i, j] })),
    ),
  ];
  for (const { id, at } of moved)
    if (known.get(id)?.derive)
      report(
        'property/derived-fact',
        inside(entry, ...at),
        'value',
        `\`${id}\` is derived, and cannot be moved by itself`,
        'name a fact that it is derived from',
      );
  if (monotone && known.get(monotone.fact)?.values)
    report(
      'property/no-order',
      inside(entry, 'monotone', 'fact'),
      'value',
      `the values of \`${monotone.fact}\` have no order in which to rise`,
      'write `invariant`, or `always` with `when` for one value',
    );
  (symmetric?.swapping ?? []).forEach(([a, b], i) => {
    if (areAlike(known.get(a!), known.get(b!))) return;
    const message = `\`${a}\` and \`${b}\` cannot trade their values`;
    const help = 'both must have the same levels, the same values, or be true or false';
    report('property/unlike-facts', inside(entry, 'symmetric', 'swapping', i), 'value', message, help);
  });
}

/** Whether each value of the one is a value of the other; of facts that are not declared it is told elsewhere. */
function areAlike(a: AuthoredFact | undefined, b: AuthoredFact | undefined): boolean {
  if (!a || !b) return true;
  const words = (domain: Domain) =>
    domain.kind === 'number' ? undefined : [domain.kind, ...domain.values].join(' ');
  const [first, second] = [words(domainOf(a)), words(domainOf(b))];
  return first !== undefined && first === second;
}

/** What is claimed for any weights can be told for any weights. */
function weights(entry: Property, { report }: RuleSetContext): void {
  const { value } = entry;
  if (!value['any-weights']) return;
  const tell = (at: Pointer, message: string, help: string) =>
    report('property/any-weights', inside(entry, ...at), 'key', message, help);
  if (value.by) tell(['by'], '`by` and `any-weights` exclude each other', 'keep one of the two');
  if (value.implies)
    tell(['implies'], '`implies` cannot be told for any weights', 'name perspectives by `by`');
  else
    for (const [at, standing] of standingsIn(value))
      if (standing['in-top'] !== undefined)
        tell([...at, 'in-top'], '`in-top` cannot be told for any weights', 'name perspectives by `by`');
  if (value.monotone?.against !== undefined)
    tell(['monotone', 'against'], '`against` cannot be told for any weights', 'name perspectives by `by`');
}

/** A claim says something: an option is not compared with itself, and what is claimed leaves room. */
function sense(entry: Property, { authored, report }: RuleSetContext): void {
  const { monotone, symmetric, bounded } = entry.value;
  const tell = (at: Pointer, message: string, help: string) =>
    report('property/senseless', inside(entry, ...at), 'value', message, help);
  const compared = [
    ...standingsIn(entry.value).map(([at, { option, above }]) => [[...at, 'above'], option, above] as const),
    [['monotone', 'against'], monotone?.option, monotone?.against] as const,
  ];
  for (const [at, option, other] of compared)
    if (option !== undefined && option === other)
      tell(at, `\`${option}\` is compared with itself`, 'name another option');
  const all = authored.entries.option.length;
  for (const [at, { 'in-top': count }] of standingsIn(entry.value))
    if (count !== undefined && count >= all)
      tell([...at, 'in-top'], `there are no more than ${all} options`, 'name a number below that');
  if (monotone?.criterion !== undefined && monotone.against !== undefined)
    tell(['monotone', 'against'], '`criterion` and `against` exclude each other', 'keep one of the two');
  const traded = (symmetric?.swapping ?? []).flat();
  const again = traded.find((id, i) => traded.indexOf(id) < i);
  if (again !== undefined)
    tell(['symmetric', 'swapping'], `\`${again}\` trades its values twice`, 'name each fact once');
  if (bounded && bounded.from > bounded.to)
    tell(['bounded', 'from'], `no sum is from ${bounded.from} to ${bounded.to}`, 'trade the two');
}

/** How a claim says that options stand, and where. */
function standingsIn({ always, never, implies }: AuthoredProperty): [Pointer, AuthoredStanding][] {
  const all: [Pointer, AuthoredStanding | undefined][] = [
    [['always'], always],
    [['never'], never],
    [['implies', 'if'], implies?.if],
    [['implies', 'then'], implies?.then],
  ];
  return all.filter((one): one is [Pointer, AuthoredStanding] => one[1] !== undefined);
}
