import { useEffect, useRef, useState } from 'preact/hooks';
import type { Diagnostic } from '../index.js';
import { scenarioFile } from './files.js';
import type { Host } from './host.js';
import type { Session } from './session.js';
import { startFrom } from './state/work.js';

/** What is to be told of the file behind the page. */
export type Told =
  | { what: 'saved' | 'changed' | 'gone' | 'picked-up' | 'unreached' }
  | { what: 'wrong' | 'broken'; diagnostics: readonly Diagnostic[] };

/** The file behind the page, where there is one. */
export interface FileBehind {
  told: Told | null;
  /** Absent where nothing may be saved, or another scenario was opened in the page. */
  save?: () => Promise<void>;
  forget(): void;
}

/**
 * Keeps the page and its file together: what is edited on disk is taken in, with whatever was changed here on top of it, and
 * what is changed here is saved when that is asked for, unless the file was changed by somebody else in between.
 */
export function useFile(host: Host, session: Session): FileBehind {
  const { file } = host;
  const [told, tell] = useState<Told | null>(null);
  // A scenario is saved as the version that its text was: never as a newer one, and no other file in the place of this.
  const versions = useRef(new Map([[host.data.scenario.text, file?.version ?? '']]));
  const latest = useRef(session);
  latest.current = session;
  const know = (text: string, version: string) => {
    versions.current.delete(text);
    versions.current.set(text, version);
  };
  const takeIn = (text: string) => {
    const { dispatch, history } = latest.current;
    const { base } = history.present;
    if (text !== base.text && versions.current.has(base.text))
      dispatch({ do: 'restore', work: { ...history.present, base: { ...base, text } } });
  };
  useEffect(
    () =>
      file?.follow(change => {
        // The rules are in the page, and what was done is in its address.
        if (change.kind === 'rules') return change.hash === host.data.ruleSet.hash || location.reload();
        if (change.kind === 'gone') return tell({ what: 'gone' });
        if (change.kind === 'broken') return tell({ what: 'broken', diagnostics: change.diagnostics });
        if (change.version === [...versions.current.values()].at(-1)) return tell(unlessAmiss);
        takeIn(change.text);
        know(change.text, change.version);
        tell({ what: 'picked-up' });
      }),
    [file],
  );
  const save = async () => {
    const { history, dispatch } = latest.current;
    const { text } = scenarioFile(history.present, host.data.ruleSet);
    const saved = await file!.save(text, versions.current.get(history.present.base.text)!);
    if ('version' in saved) {
      know(text, saved.version);
      dispatch({ do: 'restore', work: startFrom({ ...history.present.base, text }) });
      tell({ what: 'saved' });
    } else
      tell('diagnostics' in saved ? { what: 'wrong', diagnostics: saved.diagnostics } : { what: saved.why });
  };
  const isOwn = versions.current.has(session.history.present.base.text);
  return { told, forget: () => tell(null), ...(file?.canSave && isOwn && { save }) };
}

/** What was amiss with a file is over once it is again as it was read. */
function unlessAmiss(told: Told | null): Told | null {
  return told?.what === 'gone' || told?.what === 'broken' ? null : told;
}
