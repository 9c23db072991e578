/** How much a finding matters: an error stops, a warning may fail a strict check, a note never does. */
export type Severity = 'error' | 'warning' | 'note';

interface CodeEntry {
  severity: Severity;
  /** What it means and what to do, for the reference in `docs/diagnostics.md`. */
  about: string;
}

const error = (about: string): CodeEntry => ({ severity: 'error', about });
const warning = (about: string): CodeEntry => ({ severity: 'warning', about });
const note = (about: string): CodeEntry => ({ severity: 'note', about });

/** Every code that Demarche can report. Codes are stable: one is never reused for another meaning. */
export const CODES = {
  // Files, before anything in them is understood.
  'file/not-found': error(
    'A file or folder that was named does not exist. Check the spelling and the folder you are in.',
  ),
  'file/unreadable': error('A file exists but cannot be read, or is not text in UTF-8.'),
  'file/missing': error(
    'A rule set folder lacks one of `rule-set.yaml`, `facts.yaml`, `options.yaml`, or has no file in `rules/`.',
  ),
  'file/too-many': error('A rule set may have at most 200 files.'),
  'file/too-large-together': error('The files of a rule set may hold at most 8 MiB together.'),
  'file/unknown': warning(
    'A YAML file in a rule set folder has a name that nothing reads. Rename it to end in `.yaml`, or move it into `rules/` itself.',
  ),
  'yaml/syntax': error(
    'The text is not valid YAML. The position is where the parser stopped understanding it.',
  ),
  'yaml/duplicate-key': error(
    'The same key stands twice in one map. One of the two would be lost: merge or rename them.',
  ),
  'yaml/forbidden-key': error(
    'Keys that every JavaScript object has by itself (`__proto__`, `constructor`, `toString` and the like) are never allowed.',
  ),
  'yaml/key-not-text': error('Keys must be text or numbers, not lists, maps, aliases or nothing.'),
  'yaml/empty': error('The file holds nothing.'),
  'yaml/several-documents': error(
    'The file holds several YAML documents, divided by `---`. Only one is read: split the file.',
  ),
  'yaml/unsupported': error(
    'Tags, directives, merge keys (`<<`), `.inf`, `.nan` and numbers too long to be exact are not supported.',
  ),
  'yaml/too-large': error(
    'A file may hold at most 256 KiB. Split it: a rule set may have many files in `rules/`.',
  ),
  'yaml/too-deep': error('Lists and maps may be nested at most 64 deep.'),
  'yaml/too-many-aliases': error('A file may hold at most 100 aliases (`*name`) and 100 anchors (`&name`).'),
  'yaml/unknown-alias': error(
    'An alias (`*name`) without an anchor (`&name`) before it. A text that starts with `*` needs quotes.',
  ),
  'yaml/alias-cycle': error('An alias stands inside the very value that it repeats.'),
  'yaml/too-many-nodes': error(
    'A file may hold at most 50,000 keys and values, aliases counted at what they stand for.',
  ),

  // The shape of a file, from the JSON Schemas.
  'schema/missing-key': error('A key that must be there is missing.'),
  'schema/unknown-key': error('A key that the format does not know, often a misspelling.'),
  'schema/wrong-type': error('A value of another kind than expected: text for a number, a map for a list.'),
  'schema/not-allowed': error('A value that is not one of those allowed here.'),
  'schema/out-of-range': error('A number, or the length of a text or list, outside its limits.'),
  'schema/bad-pattern': error('A text in the wrong form: an id, a date, a version, a reference to a source.'),
  'schema/one-of-keys': error(
    'Exactly one of several keys must be given: an `all` beside an `any`, for one, has no clear meaning.',
  ),
  'schema/keys-together': error('A key that only makes sense beside another one.'),
  'schema/foreign-operator': error(
    'An operator or key of json-rules-engine that Demarche does not let through. The help names what to write.',
  ),

  // References and types in a rule set.
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

  // How the columns of a table become facts.
  'map/unknown-fact': error('A mapping file gives a column for a fact that the rule set does not declare.'),
  'map/derived-fact': error(
    'A mapping file gives a column for a derived fact, which follows from others. Give columns for these.',
  ),
  'map/wrong-form': error(
    'A column is read in a way that does not fit its fact: cut points for a number, a factor for words, or values beside cut points.',
  ),
  'map/wrong-value': error('A column is given a value that its fact cannot have.'),
  'map/cut-points': error(
    'Cut points go up from the lowest, each entry but the last with a `below`, and the last without.',
  ),
  'map/missing-value': error(
    'One text stands for a missing value and for a level: leave it out of one of the two.',
  ),
  'map/rule-set-mismatch': error(
    'The rule set that a mapping file names has errors of its own: mend these first.',
  ),

  // Tables of situations.
  'table/unreadable': error(
    'A table cannot be read: it is no table of its format, is cut off, is no text in UTF-8, or the query is wrong. Nothing is written.',
  ),
  'table/unknown-column': error('A mapping file, or an option, names a column that the table does not have.'),
  'table/name-clash': error(
    'A column that is carried along has the name of a column of the results. Leave it out of `carry`, or rename it by a query.',
  ),
  'table/rejected-row': error(
    'A row does not fit: a cell has too many or too few columns, a value is not one that its fact can have, or its facts cannot occur together. Told with `--strict` alone; else such rows are counted, and written to the file that `--rejects` names.',
  ),

  'table/too-many-groups': error(
    'The columns to group by have more than 1,000 different values together, as one that tells every row apart has.',
  ),

  'table/not-joined': error(
    'A table cannot be held against another one: they have no id column in common, or an id stands in several rows.',
  ),

  // Saved results and arguments.
  'result/format': error('The file is not a saved result that this version can read.'),
  'argument/invalid': error(
    'A change of a fact, such as one given by `--set`, is not in the form `fact=value`, or is of a derived fact.',
  ),
} as const satisfies Record<string, CodeEntry>;

/** A stable diagnostic code, `room/name`. */
export type Code = keyof typeof CODES;
