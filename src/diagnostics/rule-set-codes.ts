import { type CodeEntry, error, note, warning } from './code-entry.js';

/** Of rule sets: references and types in them. */
export const RULE_SET_CODES = {
  'rule-set/unknown-fact': error('A condition or a reason names a fact that the codebook does not declare.'),
  'rule-set/unknown-option': error('An effect names an option that `options.yaml` does not declare.'),
  'rule-set/unknown-criterion': error(
    'An effect, or a set of weights, names a criterion that `rule-set.yaml` does not declare.',
  ),
  'rule-set/unknown-condition': error(
    'A condition refers to a named condition that `conditions.yaml` does not declare.',
  ),
  'rule-set/unknown-source': error('A source is cited that is not declared under `sources`.'),
  'rule-set/unknown-level': error("A value that is not one of the fact's levels or values."),
  'rule-set/out-of-range': error("A number outside the fact's range."),
  'rule-set/wrong-value-type': error(
    'A value of the wrong kind for its fact: text for a number, a list where one value is meant.',
  ),
  'rule-set/operator-type': error(
    'An operator that does not fit the type of its fact: `atLeast` needs an order.',
  ),
  'rule-set/duplicate-id': error('Two rules, or two other entries of a list, share one id.'),
  'rule-set/baseline-effect': error(
    'A rule scores or excludes the baseline. Its cells are 0 by definition: score the other options.',
  ),
  'rule-set/unknown-baseline': error('`baseline` names no declared option.'),
  'rule-set/condition-cycle': error('A named condition refers to itself, directly or through others.'),
  'rule-set/condition-too-large': error(
    'One condition holds more than 5,000 others, or 200 levels of them, once the named ones in it are written out.',
  ),
  'rule-set/conditions-too-large': error(
    'The conditions of rules, derivations and impossible combinations hold more than 60,000 others together, with the named ones written out in each.',
  ),
  'rule-set/derivation-cycle': error('A derived fact is derived from itself, directly or through others.'),
  'rule-set/derivation-shape': error(
    'All entries of a `derive` but the last have a `when`, and the last has none.',
  ),
  'rule-set/derived-number': error(
    'A derived fact has a range. It takes one of the few values of its entries, so these are levels.',
  ),
  'rule-set/derived-prior': error(
    'A derived fact has a prior. It takes its probability from the facts it is derived from.',
  ),
  'rule-set/probabilities-sum': error('Probabilities over the levels of one fact must sum to 1.'),
  'rule-set/prior-form': error(
    'A prior in a form that its fact does not have: `between` is for numbers, `probabilities` for levels.',
  ),
  'rule-set/placeholder': error(
    'Something in braces in a reason is no id of a fact, so that it would be printed as it stands.',
  ),
  'rule-set/weights': error(
    'The weights of a perspective, or the swings that they follow from, are incomplete or all zero.',
  ),
  'rule-set/swings': error(
    'The swing that matters most to a perspective has the share 100, and none of its swings has it.',
  ),
  'rule-set/swings-disagree': warning(
    'The weights that a perspective states are not what its swings come to: some share differs by more than half a hundredth. Leave `weights` out, and they follow from the swings.',
  ),
  'rule-set/duplicate-effect': error('One rule scores the same option on the same criterion twice.'),
  'rule-set/scale': error(
    'Ranges must run from low to high, with `likely` between them, and shares must make sense.',
  ),
  'rule-set/reserved': error(
    'The word `unknown` cannot be a level: it is how a scenario says that a fact is not known.',
  ),
  'rule-set/never-fires': warning(
    'The condition contradicts itself, or holds only of what is impossible, so the rule, condition or entry can never hold.',
  ),
  'rule-set/nothing-possible': warning(
    'The impossible combinations together rule out every situation, so no scenario can be appraised.',
  ),
  'rule-set/unreachable-derivation': warning(
    'An entry of `derive` never gives its value: whenever its condition holds, so does that of an entry before it.',
  ),
  'rule-set/underived-level': warning(
    'A condition compares a derived fact with a level that none of its entries gives.',
  ),
  'rule-set/untouched-option': warning(
    'No rule scores or excludes this option, so it can only tie with the baseline.',
  ),
  'rule-set/untouched-criterion': warning(
    'No rule scores any option on this criterion, so its weight decides nothing.',
  ),
  'rule-set/unread-fact': warning('No rule reads this fact, directly or through a derived fact.'),
  'rule-set/unused-condition': warning('No rule, derivation or other condition uses this named condition.'),
  'rule-set/missing-prior': warning(
    'A numeric fact without a prior: analyses that need its probability will stop at it.',
  ),
  'rule-set/missing-anchor': warning(
    'A level without an anchor: two analysts may code the same situation differently.',
  ),
  'rule-set/double-counting': warning(
    'One cell is scored from a derived fact and from a fact it is derived from: the same thing counts twice.',
  ),
  'rule-set/duplicate-rule': warning(
    'Two rules have the same effects in the same situations, so that one reason counts twice. Join them.',
  ),
  'rule-set/always-fires': note(
    'A rule whose condition holds whatever the facts are, so that it tells no situations apart.',
  ),
  'rule-set/needless-condition': note(
    'A part of a condition follows from the parts beside it, or is covered by them: without it the rule fires in the same situations. `demarche verify --audit` says why.',
  ),
  'rule-set/unused-source': warning('A declared source is never cited.'),
  'rule-set/recalled-source': note(
    'Sources that are cited from memory: nobody has read them for this. One note tells all of them; `demarche sources` lists what rests on each.',
  ),
  'rule-set/recalled-ground': note(
    'Rules all of whose sources are only recalled. One note tells all of them; `demarche sources --by rule` lists the sources of each.',
  ),
} as const satisfies Record<string, CodeEntry>;
