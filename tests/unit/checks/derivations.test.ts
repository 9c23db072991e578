import { expect, it } from 'vitest';
import { loadExample, ruleText, underlined } from '../../support/example.js';

const strain = (second: string) => (text: string) =>
  `${text}  strain:
    title: Strain
    question: How bad is it?
    levels: [low, middle, high, worst]
    anchors: { low: not bad, middle: so so, high: bad, worst: worse }
    derive:
      - { value: high, when: { fact: need, operator: atLeast, value: 0.2 } }
      - { value: middle, when: ${second} }
      - { value: low }
`;

function found(second: string, when: string): string[][] {
  const rules = `rules:\n${ruleText('x', when, '{ option: negotiate, exclude: true }')}`;
  const { diagnostics } = loadExample({ 'facts.yaml': strain(second), 'rules/x.yaml': rules });
  return diagnostics.map(({ code, place }) => [code, underlined(place!)]);
}

const SOUND = '{ fact: need, operator: atLeast, value: 0.1 }';
const READ = '{ fact: strain, operator: equal, value: high }';

it('an entry that can be reached is no finding', () => {
  expect(found(SOUND, READ)).toEqual([]);
});

it('an entry that the one before it always beats is found', () => {
  expect(found('{ fact: need, operator: atLeast, value: 0.3 }', READ)).toEqual([
    ['rule-set/unreachable-derivation', 'middle'],
  ]);
});

it('a last entry that nothing is left for is found', () => {
  expect(found('{ fact: need, operator: below, value: 0.5 }', READ)).toEqual([
    ['rule-set/unreachable-derivation', 'low'],
  ]);
});

it('a level that no entry gives is found where it is compared with, but not as a bound', () => {
  expect(found(SOUND, '{ fact: strain, operator: in, value: [high, worst] }')).toEqual([
    ['rule-set/underived-level', 'worst'],
  ]);
  // Of a bound that nothing reaches it is only told that it always holds.
  expect(found(SOUND, '{ fact: strain, operator: below, value: worst }')).toEqual([
    ['rule-set/always-fires', 'id'],
  ]);
});
