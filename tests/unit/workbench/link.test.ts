import { describe, expect, it } from 'vitest';
import { fromFragment, type Home, toFragment } from '../../../src/workbench/state/link.js';
import { startFrom } from '../../../src/workbench/state/work.js';

const home: Home = {
  ruleSet: 'a'.repeat(64),
  scenario: 'b'.repeat(64),
  isHeld: false,
  source: { path: 'one.yaml', text: 'id: one' },
};
const packed = async (data: unknown) => {
  const stream = new Blob([JSON.stringify(data)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return `#w1.${Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')}`;
};

describe('a link', () => {
  it('holds a scenario that did not come with the page, and none that did', async () => {
    const own = await toFragment({ work: startFrom(home.source), option: null }, home);
    const other = {
      ...startFrom({ path: 'two.yaml', text: 'id: two # ü' }),
      b: { facts: {} },
      on: 'b' as const,
    };
    const strange = await toFragment({ work: other, option: 'x' }, home);
    expect(own.length).toBeLessThan(100);
    expect(await fromFragment(strange, home)).toEqual({ work: other, option: 'x' });
  });

  it('is refused where it belongs to another rule set or scenario', async () => {
    const own = await toFragment({ work: startFrom(home.source), option: null }, home);
    expect(await fromFragment(own, { ...home, ruleSet: 'c'.repeat(64) })).toBe('other-rule-set');
    expect(await fromFragment(own, { ...home, scenario: 'c'.repeat(64) })).toBe('other-scenario');
    // What a server holds changes behind the page, and the work goes on.
    const held = { ...home, ruleSet: 'c'.repeat(64), scenario: 'c'.repeat(64), isHeld: true };
    expect(await fromFragment(own, held)).toMatchObject({ work: startFrom(home.source) });
  });

  it.each([
    ['cut', '#w1.abc'],
    ['no base64', '#w1.%%%'],
    ['empty', '#w1.'],
  ])('is unreadable where it is %s', async (_, fragment) => {
    expect(await fromFragment(fragment, home)).toBe('unreadable');
  });

  it.each([
    [[]],
    [{ r: 'a', s: 'b' }],
    [{ r: 'a', s: 'b', a: { facts: [] } }],
    [{ r: 'a', s: 'b', a: { facts: { x: null } } }],
    [{ r: 'a', s: 'b', a: { facts: {}, weights: { x: 'y' } } }],
    [{ r: 'a', s: 'b', a: { facts: {} }, t: ['only one'] }],
  ])('is unreadable where it has another shape: %j', async data => {
    expect(await fromFragment(await packed(data), home)).toBe('unreadable');
  });

  it('does not grow without end', async () => {
    const bomb = await packed({ r: 'a', s: 'b', a: { facts: {} }, o: 'x'.repeat(5_000_000) });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await fromFragment(bomb, home)).toBe('unreadable');
  });

  it('leaves other fragments alone', async () => {
    expect(await fromFragment('#somewhere', home)).toBeUndefined();
  });
});
