import type { Disk } from './data.js';
import type { Change, HeldFile, Saved } from './host.js';

const KINDS: readonly Change['kind'][] = ['scenario', 'broken', 'gone', 'rules'];

/** The file of a page that a server sent from this address. */
export function heldFile(disk: Disk, address: string): HeldFile {
  const listen = (tell: (change: Change) => void) => {
    const changes = new EventSource(`${address}/changes`);
    for (const kind of KINDS) changes.addEventListener(kind, ({ data }) => tell(JSON.parse(data) as Change));
    return changes;
  };
  return {
    ...disk,
    async save(text, version): Promise<Saved> {
      const answer = await fetch(`${address}/scenario`, {
        method: 'PUT',
        body: JSON.stringify({ text, version }),
        headers: { 'content-type': 'application/json' },
      }).catch(() => undefined);
      if (!answer) return { why: 'unreached' };
      if (answer.status === 409) return { why: 'changed' };
      if (answer.status === 410) return { why: 'gone' };
      const told = await answer.json().catch(() => ({}));
      if (answer.ok) return { version: String(told.version) };
      return { why: 'wrong', diagnostics: told.diagnostics ?? [] };
    },
    async report(text) {
      const answer = await fetch(`${address}/report`, {
        method: 'POST',
        body: JSON.stringify({ text, version: disk.version }),
        headers: { 'content-type': 'application/json' },
      }).catch(() => undefined);
      return answer?.ok ? answer.text() : undefined;
    },
    follow(tell) {
      let changes: EventSource | undefined;
      // A browser keeps six connections to a server. Pages that nobody sees leave them to those that somebody does.
      const look = () => {
        if (document.hidden) {
          changes?.close();
          changes = undefined;
        } else changes ??= listen(tell);
      };
      look();
      document.addEventListener('visibilitychange', look);
      return () => {
        document.removeEventListener('visibilitychange', look);
        changes?.close();
      };
    },
  };
}
