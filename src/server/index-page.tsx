import { sha256 } from '@noble/hashes/sha2.js';
import { renderToString } from 'preact-render-to-string';
import type { Seat } from './desk.js';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 3rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; }
li { margin: 0.75rem 0; }
a { color: light-dark(#1d4f91, #9cc3ff); font-weight: 600; }
small { display: block; color: light-dark(#50565f, #b4bac4); }
`;
const hash = btoa(String.fromCharCode(...sha256(new TextEncoder().encode(STYLE))));

/** What the list of scenarios may load: its style. */
export const INDEX_POLICY = `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The list of the scenarios that can be worked on. */
export function indexPage(seats: readonly Seat[]): string {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>Demarche</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>
          <h1>Scenarios</h1>
          {seats.length === 0 ? (
            <p>There is no scenario here. Programs can ask: see /openapi.json.</p>
          ) : (
            <ul>
              {seats.map(({ key, title, asOf, ruleSet }) => (
                <li key={key}>
                  <a href={`/workbench/${key}`}>{title}</a>
                  <small>
                    As of {asOf}, by {ruleSet}
                  </small>
                </li>
              ))}
            </ul>
          )}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}
