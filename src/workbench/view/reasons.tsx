import type { Appraisal, Contribution, ListedRule, RankedOption, RuleSet } from '../../index.js';
import type { Session, Sound } from '../session.js';
import { Certainty } from './certainty.js';
import { FlipList } from './flip-list.js';
import { SourceList } from './sources.js';
import { TraceTree } from './trace.js';
import { round1, roundParts, signed } from './words.js';
import { WorthKnowing } from './worth-knowing.js';

/** The right of the page: everything about one option, from its score down to facts and sources. */
export function Reasons({
  session,
  judged,
  option,
  goTo,
}: {
  session: Session;
  judged: Sound;
  option: string;
  goTo: (fact: string) => void;
}) {
  const { ruleSet } = session;
  const { appraisal } = judged;
  const ranked = appraisal.ranking.find(one => one.option === option);
  const excluded = appraisal.excluded.find(one => one.option === option);
  const about = ruleSet.options.get(option);
  if (!about) return null;
  return (
    <section aria-labelledby="reasons-title">
      <h2 id="reasons-title">{about.title}</h2>
      <p class="standing">
        {ranked ? (
          <>
            Rank <b>{ranked.rank}</b> of {appraisal.ranking.length}, score <b>{signed(ranked.score)}</b>
            {round1(ranked.low) !== round1(ranked.high) && (
              <>
                , within {signed(ranked.low)} to {signed(ranked.high)}
              </>
            )}
          </>
        ) : excluded ? (
          'Excluded, so it has no rank.'
        ) : (
          'Left out, so it has no rank.'
        )}
      </p>
      <p class="hint">{about.description}</p>
      <FlipList {...{ session, judged, option }} />
      {ranked && <Why {...{ ranked, appraisal, ruleSet, goTo }} />}
      {excluded && (
        <>
          <h3>Why it is excluded</h3>
          {excluded.gates.map(gate => (
            <RuleItem key={gate.rule} {...{ rule: gate, head: gate.reason, appraisal, ruleSet, goTo }} open />
          ))}
        </>
      )}
      <Elsewhere {...{ option, appraisal, ruleSet, goTo }} />
      <WorthKnowing {...{ session, goTo }} />
      <Certainty {...{ session, option }} />
      <details class="more">
        <summary>Sources of the option</summary>
        <SourceList ids={about.sources} sources={Object.fromEntries(ruleSet.sources)} />
      </details>
    </section>
  );
}

interface WhyProps {
  ranked: RankedOption;
  appraisal: Appraisal;
  ruleSet: RuleSet;
  goTo: (fact: string) => void;
}

/** The contributions, which add up to the score as it is shown. */
function Why({ ranked, appraisal, ruleSet, goTo }: WhyProps) {
  const counted = ranked.contributions.filter(({ weighted }) => weighted !== 0);
  const points = roundParts(
    counted.map(({ weighted }) => weighted),
    round1(ranked.score),
  );
  const all = counted.map((one, i) => ({ one, points: points[i]! }));
  const sides = [
    { title: 'For', items: all.filter(({ one }) => one.weighted > 0) },
    { title: 'Against', items: all.filter(({ one }) => one.weighted < 0) },
  ];
  return (
    <>
      <h3>
        Why {signed(ranked.score)}
        {ranked.baseline && <span class="hint"> the baseline is 0 by definition</span>}
      </h3>
      {sides.map(({ title, items }) =>
        items.length === 0 ? null : (
          <section key={title} class="side" aria-label={title}>
            <h4>{title}</h4>
            {items.map(({ one, points }) => (
              <Item key={`${one.rule} ${one.criterion}`} {...{ one, points, appraisal, ruleSet, goTo }} />
            ))}
          </section>
        ),
      )}
      {ranked.openGates.map(gate => (
        <RuleItem
          key={gate.rule}
          {...{ rule: gate, head: `May be excluded: ${gate.reason}`, appraisal, ruleSet, goTo }}
        />
      ))}
    </>
  );
}

function Item({ one, points, ...rest }: { one: Contribution; points: number } & Omit<WhyProps, 'ranked'>) {
  const head = (
    <>
      <b class="points">{signed(points)}</b> <i>{rest.appraisal.criteria[one.criterion]?.title}</i>:{' '}
      {one.reason}
    </>
  );
  if (one.rule === null || one.trace === null) return <p class="clamp">{head}</p>;
  const how = `${signed(one.points, 0)} points × ${(100 * one.weight).toFixed(0)}% = ${signed(one.weighted)}`;
  return <RuleItem rule={{ ...one, rule: one.rule, trace: one.trace }} head={head} how={how} {...rest} />;
}

type Listed = Pick<Contribution, 'sources' | 'evidence'> &
  Partial<Pick<Contribution, 'title' | 'at'>> & { rule: string; trace: NonNullable<Contribution['trace']> };

function RuleItem({
  rule,
  head,
  how,
  open = false,
  appraisal,
  ruleSet,
  goTo,
}: {
  rule: Listed;
  head: preact.ComponentChildren;
  how?: string;
  open?: boolean;
} & Omit<WhyProps, 'ranked'>) {
  return (
    <details class="reason" open={open}>
      <summary>{head}</summary>
      <div class="inside">
        {how !== undefined && <p class="how">{how}</p>}
        <p>
          Rule <b>{rule.title}</b> <code>{rule.rule}</code>
          {rule.at && (
            <span class="from">
              {' '}
              {rule.at.file}:{rule.at.line}
            </span>
          )}
          {rule.evidence !== null && <span class="tag">{rule.evidence} evidence</span>}
        </p>
        <TraceTree trace={rule.trace} ruleSet={ruleSet} goTo={goTo} />
        <SourceList
          ids={rule.sources}
          sources={{ ...Object.fromEntries(ruleSet.sources), ...appraisal.sources }}
        />
      </div>
    </details>
  );
}

/** Rules that would bear on the option and are open or do not hold: where its score could come from. */
function Elsewhere({ option, appraisal, ruleSet, goTo }: { option: string } & Omit<WhyProps, 'ranked'>) {
  const bears = ({ effects }: ListedRule) => effects.filter(effect => effect.option === option);
  const listed: { title: string; rules: readonly ListedRule[] }[] = [
    { title: 'Open rules', rules: appraisal.undetermined.filter(rule => bears(rule).length > 0) },
    { title: 'Rules that do not hold', rules: appraisal.notFired.filter(rule => bears(rule).length > 0) },
  ];
  return (
    <>
      {listed.map(({ title, rules }) =>
        rules.length === 0 ? null : (
          <details class="more" key={title}>
            <summary>
              {title} ({rules.length})
            </summary>
            {rules.map(rule => {
              const would = bears(rule).map(effect =>
                'points' in effect
                  ? `${signed(effect.points * appraisal.weights[effect.criterion]!)} ${appraisal.criteria[effect.criterion]?.title}`
                  : 'excludes it',
              );
              return (
                <RuleItem
                  key={rule.rule}
                  {...{
                    rule,
                    head: `${would.join(', ')} if it held: ${rule.reason}`,
                    appraisal,
                    ruleSet,
                    goTo,
                  }}
                />
              );
            })}
          </details>
        ),
      )}
    </>
  );
}
