import fc from 'fast-check';
import { witness } from '../analysis/witness.js';
import type { Domain, Fact, Interval, Value } from '../model/fact.js';
import { fits } from '../model/operators.js';

/**
 * A value of a fact. Of numbers most are those at which some condition changes, or are next to one. Shrinks towards the
 * fact's neutral value, and only to values that some condition may tell from others.
 */
export function valueArbitrary(fact: Fact): fc.Arbitrary<Value> {
  return new TellingValue(fact);
}

class TellingValue extends fc.Arbitrary<Value> {
  private readonly telling: readonly Value[];
  private readonly drawn: fc.Arbitrary<Value>;

  constructor(private readonly fact: Fact) {
    super();
    this.telling = tellingValues(fact);
    const telling = { weight: 4, arbitrary: fc.constantFrom(...this.telling) };
    this.drawn = fc.oneof(telling, { weight: 1, arbitrary: anyValue(fact.domain) });
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<Value> {
    return new fc.Value(this.drawn.generate(random, bias).value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Value {
    return fits(value, this.fact.domain);
  }

  override shrink(value: Value): fc.Stream<fc.Value<Value>> {
    const far = distance(this.fact, value);
    const known = this.telling.indexOf(value);
    const nearer = this.telling.filter(other => distance(this.fact, other) < far);
    return fc.stream(halvings(known < 0 ? nearer : this.telling.slice(0, known)));
  }
}

/** The first value, then halfway to the last, and so on up to the last: whichever fails is then shrunk itself. */
function* halvings(values: readonly Value[]): Generator<fc.Value<Value>> {
  for (let back = values.length; back >= 1; back = Math.floor(back / 2))
    yield new fc.Value(values[values.length - back]!, undefined);
}

/** Any value: of a range, those that cut it into thousandths. */
function anyValue(domain: Domain): fc.Arbitrary<Value> {
  if (domain.kind !== 'number') return fc.constantFrom(...domain.values);
  const { low, high } = domain;
  return fc
    .integer({ min: 0, max: 1000 })
    .map(at => Number((low + ((high - low) * at) / 1000).toPrecision(6)))
    .map(number => Math.max(low, Math.min(high, number)));
}

/**
 * The values that conditions can tell apart, each once, the neutral one first and others in order of their distance from
 * it: every word; of numbers the ends of the range and of each step (where a step is open, the shortest decimal within a
 * hundredth of it from that end), and the shortest decimal in each step.
 */
export function tellingValues(fact: Fact): Value[] {
  const { domain, neutral, steps } = fact;
  const values: readonly Value[] =
    domain.kind === 'number'
      ? [neutral, domain.low, domain.high, ...steps.flatMap((_, at) => inStep(fact, at))]
      : domain.values;
  const unique = [...new Set(values)];
  return unique.sort((a, b) => distance(fact, a) - distance(fact, b));
}

/** How far a value is from the neutral one: in its unit, or in levels. Of values without an order all others are 1 away. */
function distance({ domain, neutral }: Fact, value: Value): number {
  if (domain.kind === 'number') return Math.abs(Number(value) - Number(neutral));
  if (domain.kind !== 'levels') return value === neutral ? 0 : 1;
  return Math.abs(domain.values.indexOf(value) - domain.values.indexOf(neutral));
}

function inStep(fact: Fact, at: number): number[] {
  const { low, high, lowOpen, highOpen } = fact.steps[at] as Interval;
  const near = (high - low) / 100;
  const shortest = (bounds?: { low: number; high: number }) => Number(witness(fact, [at], at, bounds));
  return [
    lowOpen ? shortest({ low, high: low + near }) : low,
    highOpen ? shortest({ low: high - near, high }) : high,
    shortest(),
  ];
}
