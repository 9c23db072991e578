import { useEffect, useRef, useState } from 'preact/hooks';
import { type Diagnostic, loadScenario, parseScenario, type RuleSet } from '../index.js';
import type { Host } from './host.js';
import type { Session } from './session.js';
import { startOf } from './session.js';
import { exported } from './state/export.js';
import { fromFragment, type Home, type NoLink, toFragment } from './state/link.js';
import { startFrom, type Work } from './state/work.js';

/** Why a link was not followed. */
export type Refused = { why: NoLink } | { diagnostics: readonly Diagnostic[] };

/** Long enough that a drag is one link, and short enough that a link that is copied is the one that is seen. */
const CALM = 120;

/** Keeps the state in the fragment of the address, and follows a link that comes in. Gives why one was refused. */
export function useLink(host: Host, session: Session): { refused: Refused | null; forget: () => void } {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [followed, setFollowed] = useState(false);
  const written = useRef('');
  const { dispatch, choose, option } = session;
  const work = session.history.present;
  useEffect(() => {
    const follow = async () => {
      const fragment = location.hash;
      if (fragment === '' || fragment === written.current) return;
      const linked = await fromFragment(fragment, await homeOf(host));
      if (linked === undefined) return;
      if (typeof linked === 'string') return setRefused({ why: linked });
      const wrong = await findingsOn(linked.work, host.data.ruleSet);
      if (wrong.length > 0) return setRefused({ diagnostics: wrong });
      setRefused(null);
      dispatch({ do: 'restore', work: linked.work });
      choose(linked.option !== null && host.data.ruleSet.options.has(linked.option) ? linked.option : null);
    };
    const again = () => void follow();
    void follow().then(() => setFollowed(true));
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, [host]);
  useEffect(() => {
    if (!followed) return;
    const timer = setTimeout(async () => {
      const isStart = same(work, startFrom(host.data.scenario)) && option === null;
      const fragment = isStart ? '' : await toFragment({ work, option }, await homeOf(host));
      if (fragment === location.hash) return;
      written.current = fragment;
      window.history.replaceState(null, '', fragment === '' ? location.pathname + location.search : fragment);
    }, CALM);
    return () => clearTimeout(timer);
  }, [work, option, followed]);
  return { refused, forget: () => setRefused(null) };
}

function same(a: Work, b: Work): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function homeOf({ data: { ruleSet, scenario }, file }: Host): Promise<Home> {
  const { scenario: start } = await startOf(scenario, ruleSet).start;
  return {
    ruleSet: ruleSet.hash,
    scenario: start?.hash ?? '',
    source: scenario,
    isHeld: file !== undefined,
  };
}

/** What is wrong with work that came from outside: it is written as a file first, and read as any file is. */
export async function findingsOn({ base, a, b }: Work, ruleSet: RuleSet): Promise<Diagnostic[]> {
  const { authored, diagnostics } = parseScenario(base);
  if (!authored) return diagnostics;
  const texts = [a, ...(b ? [b] : [])].map(situation => exported(authored, situation, ruleSet));
  const loaded = await Promise.all(texts.map(text => loadScenario({ path: base.path, text }, ruleSet)));
  const wrong = loaded.find(({ scenario }) => !scenario);
  return wrong ? wrong.diagnostics.filter(({ severity }) => severity === 'error') : [];
}
