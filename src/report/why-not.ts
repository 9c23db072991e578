import type { NoSituations } from '../analysis/over-situations.js';

/** Why there is no answer. */
export function whyNot(why: NoSituations): string {
  if ('withoutPrior' in why) {
    const facts = why.withoutPrior.map(id => `\`${id}\``).join(', ');
    return `nothing says how likely the values of ${facts} are: state them, or give them a prior`;
  }
  return 'impossible' in why
    ? 'no situation that the scenario holds possible can occur'
    : `none of ${why.noneDrawn} situations that were drawn can occur: raise the number of draws, or state facts that \`impossible\` conditions read`;
}
