import { sourceId } from './citation.js';

/** What is said of whether a source was read. */
type Checked = ReadonlyMap<string, { checked?: 'read' | 'recalled' }>;

/** Whether a source is cited from memory and nobody says to have read it. */
export function isRecalled({ checked }: { checked?: 'read' | 'recalled' }): boolean {
  return checked === 'recalled';
}

/** Whether something cites sources and each of them that is declared is only recalled. False where none is declared. */
export function isOnRecalledAlone(citations: readonly string[], sources: Checked): boolean {
  const cited = citations.flatMap(citation => sources.get(sourceId(citation)) ?? []);
  return cited.length > 0 && cited.every(isRecalled);
}
