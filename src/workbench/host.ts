import type { Port } from './analyses/analyst.js';
import type { PageData } from './data.js';

/**
 * What the page has from wherever it was opened: the one boundary between it and its surroundings. A file on disk brings its
 * data along and can do no more; a server can add that a scenario is saved, and tell that its file changed.
 */
export interface Host {
  data: PageData;
  /** A worker for analyses. */
  openWorker(): Port;
}
