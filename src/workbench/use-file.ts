import { useEffect, useRef, useState } from 'preact/hooks';
import type { Diagnostic } from '../index.js';
import { scenarioFile } from './files.js';
import type { Host } from './host.js';
import type { Session } from './session.js';
import { startFrom } from './state/work.js';

/** What is to be told of the file behind the page. */
export type Told =
  | { what: 'saved' | 'changed' | 'picked-up' | 'unreached' }
  | { what: 'wrong' | 'broken'; diagnostics: readonly Diagnostic[] };

/** The file behind the page, where there is one. */
export interface FileBehind {
  told: Told | null;
  /** Absent where nothing may be saved. */
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
  const version = useRef(file?.version ?? '');
  const latest = useRef(session);
  latest.current = session;
  const takeIn = (text: string) => {
    const { dispatch, history } = latest.current;
    const { base } = history.present;
    if (text !== base.text)
      dispatch({ do: 'restore', work: { ...history.present, base: { ...base, text } } });
  };
  useEffect(
    () =>
      file?.follow(change => {
        // The rules are in the page, and what was done is in its address.
        if (change.kind === 'rules') return location.reload();
        if (change.kind === 'broken') return tell({ what: 'broken', diagnostics: change.diagnostics });
        if (change.version === version.current) return;
        version.current = change.version;
        takeIn(change.text);
        tell({ what: 'picked-up' });
      }),
    [file],
  );
  const save = async () => {
    const { history, dispatch } = latest.current;
    const { text } = scenarioFile(history.present, host.data.ruleSet);
    const saved = await file!.save(text, version.current);
    if ('version' in saved) {
      version.current = saved.version;
      dispatch({ do: 'restore', work: startFrom({ ...history.present.base, text }) });
      tell({ what: 'saved' });
    } else
      tell('diagnostics' in saved ? { what: 'wrong', diagnostics: saved.diagnostics } : { what: saved.why });
  };
  return { told, forget: () => tell(null), ...(file?.canSave && { save }) };
}
