import { type CodeEntry, error, warning } from './code-entry.js';

/** Of scenarios, worked cases, and records of what was done. */
export const SITUATION_CODES = {
  // Scenarios.
  'scenario/unknown-fact': error('The scenario states a fact that the codebook does not declare.'),
  'scenario/unknown-option': error('`leave-out` names an option that the rule set does not declare.'),
  'scenario/unknown-criterion': error('`weights` names a criterion that the rule set does not declare.'),
  'scenario/unknown-perspective': error('The perspective is not one of the rule set.'),
  'scenario/unknown-source': error('A source is cited that neither the scenario nor the rule set declares.'),
  'scenario/unknown-level': error("A value that is not one of the fact's levels or values."),
  'scenario/out-of-range': error("A number outside the fact's range."),
  'scenario/wrong-value-type': error('A value of the wrong kind for its fact, such as a number in quotes.'),
  'scenario/probabilities-sum': error('Probabilities over the levels of one fact must sum to 1.'),
  'scenario/between': error(
    '`between` must run from low to high inside the range of the fact, with `likely` between the two.',
  ),
  'scenario/likelihood-on-number': error(
    'A likelihood in words on a number. Use `between`, with `likely` where there is a best estimate.',
  ),
  'scenario/unknown-likelihood': error('The words are not on the likelihood scale that the rule set names.'),
  'scenario/uncertainty-form': error(
    'A fact says its uncertainty in two ways at once, or in a way that its type does not have.',
  ),
  'scenario/weights': error('The weights are incomplete or all zero.'),
  'scenario/perspective-or-weights': error(
    'A scenario has either a `perspective` or `weights` of its own: not both, not neither.',
  ),
  'scenario/baseline-left-out': error('The baseline cannot be left out: everything is measured against it.'),
  'scenario/source-clash': error('A source of the scenario has the id of a source of the rule set.'),
  'scenario/rule-set-mismatch': error(
    'The rule set that the scenario names has errors, so that most of the scenario cannot be checked.',
  ),
  'scenario/derived-contradiction': error(
    'The value stated for a derived fact cannot follow from the facts it is derived from.',
  ),
  'scenario/derived-open': warning(
    'The value stated for a derived fact is only one of those that can follow from its parts.',
  ),
  'scenario/impossible': error('The facts together make a situation that the rule set declares impossible.'),
  'scenario/impossible-estimate': warning(
    'The best estimates together make a situation that the rule set declares impossible, though other possible values do not.',
  ),
  'scenario/duplicate-id': warning('Two scenarios that are checked together share one id.'),
  'scenario/no-such-day': error('`as-of` is a date that does not exist, such as `2025-02-30`.'),
  'scenario/unsourced-fact': warning(
    'A fact in long form with neither a source nor a note: nobody can check it.',
  ),

  // Cases.
  'property/duplicate-id': error('Two properties of a rule set share one id.'),
  'property/unknown-perspective': error('A property names a perspective that the rule set does not declare.'),
  'property/derived-fact': error(
    'A property moves a fact that is derived. Derived facts follow from others: move one of these.',
  ),
  'property/no-order': error('A property has a fact rise whose values have no order.'),
  'property/unlike-facts': error(
    'A property has two facts trade their values, and one has values that the other lacks.',
  ),
  'property/any-weights': error(
    'A property is claimed for any weights, and names perspectives as well or is of a kind that cannot be told for any weights.',
  ),
  'property/senseless': error(
    'A property compares an option with itself, or bounds nothing can lie between.',
  ),
  'case/unknown-option': error('A case expects something of an option that the rule set does not declare.'),
  'case/unknown-scenario': error('A case names a scenario file that does not exist.'),
  'case/duplicate-id': error('Two cases of a rule set share one id.'),
  'case/unknown-perspective': error('A case is judged by a perspective that the rule set does not declare.'),
  'case/unknown-rule': error('A case expects something of a rule that the rule set does not declare.'),
  'case/incomplete': error('A case expects nothing, or has no scenario and no perspective to judge by.'),
  'case/failed': error('A case came out in another way than it expects. Told by `demarche test` alone.'),

  // Records of what was done in situations on record.
  'record/unknown-scenario': error('A record names a scenario file that does not exist.'),
  'record/scenario-mismatch': error(
    'The scenario that a record is about, or the rule set of that, has errors of its own: mend these first.',
  ),
  'record/duplicate-scenario': error(
    'Two records that are read together are about one scenario, which would count twice.',
  ),
  'record/unknown-perspective': error(
    'A record is judged by a perspective that the rule set does not declare.',
  ),
  'record/unknown-option': error(
    'A record says that an option was taken which the rule set does not declare.',
  ),
  'record/duplicate-option': error(
    'A record judges one option twice. Put both into one entry: a case counts each option once.',
  ),
  'record/unknown-source': error(
    'A record cites a source that neither it, nor its scenario, nor the rule set declares.',
  ),
  'record/source-clash': error(
    'A record declares a source by an id that its scenario or the rule set uses already.',
  ),
} as const satisfies Record<string, CodeEntry>;
