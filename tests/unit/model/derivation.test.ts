import { describe, expect, it } from 'vitest';
import { derivationLayers, partsOfFact } from '../../../src/model/derivation.js';
import { withRules } from '../../support/appraising.js';

const { facts } = withRules({});

describe('derived facts', () => {
  it('come in layers, each after all that it reads', () => {
    const layers = derivationLayers(facts).map(layer => layer.map(({ id }) => id));
    expect(layers).toEqual([['derived'], ['twice']]);
  });

  it('that read none at all come first', () => {
    const constant = withRules({ derived: [{ value: 'small' }] });
    expect(derivationLayers(constant.facts)[0]!.map(({ id }) => id)).toEqual(['derived']);
    expect(partsOfFact('derived', constant.facts)).toEqual([]);
  });
});

describe('the parts of a fact', () => {
  it('are the stated facts that decide it, all the way down, in order of id', () => {
    expect(partsOfFact('twice', facts)).toEqual(['share', 'yes']);
  });

  it('of a stated one are itself', () => {
    expect(partsOfFact('level', facts)).toEqual(['level']);
  });
});
