import { sha256 } from '@noble/hashes/sha2.js';
import type { JSX } from 'preact';
import type { Chapter, Document, Section } from '../document.js';
import { Blocks, type Place } from './blocks.js';
import type { Drawings } from './figure.js';
import { STYLE } from './style.js';

/** What a browser may load for a page: nothing but the style that stands in it. */
export function policy(style: string): string {
  const hash = btoa(String.fromCharCode(...sha256(new TextEncoder().encode(style))));
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

/** The whole page. */
export function Page({ document, drawings }: { document: Document; drawings: Drawings }): JSX.Element {
  const { title, about, chapters, program } = document;
  const several = chapters.length > 1;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy(STYLE)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content={program} />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the answer
        </a>
        <header>
          <p class="kind">Options appraisal</p>
          <h1>{title}</h1>
          {about === '' ? null : <p class="about">{about}</p>}
        </header>
        <Contents chapters={chapters} />
        <main id="content">
          {chapters.map(chapter => (
            <ChapterView key={chapter.anchor} chapter={chapter} drawings={drawings} several={several} />
          ))}
        </main>
        <footer>
          <p>Made by {program}. This file is whole in itself: it loads nothing and sends nothing.</p>
        </footer>
      </body>
    </html>
  );
}

function Contents({ chapters }: { chapters: readonly Chapter[] }): JSX.Element {
  const list = (sections: readonly Section[]) => (
    <ol>
      {sections.map(({ anchor, title }) => (
        <li key={anchor}>
          <a href={`#${anchor}`}>{title}</a>
        </li>
      ))}
    </ol>
  );
  return (
    <nav aria-labelledby="contents">
      <h2 id="contents">Contents</h2>
      {chapters.length === 1
        ? list(chapters[0]!.sections)
        : chapters.map(({ anchor, title, sections }) => (
            <div key={anchor}>
              <a class="chapter" href={`#${anchor}`}>
                {title}
              </a>
              {list(sections)}
            </div>
          ))}
    </nav>
  );
}

function ChapterView({
  chapter,
  drawings,
  several,
}: {
  chapter: Chapter;
  drawings: Drawings;
  several: boolean;
}): JSX.Element {
  const { anchor, title, about, intro, sections } = chapter;
  const place = (name: string): Place => ({ drawings, anchor: name, level: several ? 4 : 3 });
  const Heading = several ? 'h3' : 'h2';
  return (
    <article id={anchor}>
      {several ? <h2 class="chapter">{title}</h2> : null}
      {several && about !== '' ? <p class="about">{about}</p> : null}
      <div class="intro">
        <Blocks blocks={intro} place={{ ...place(`${anchor}-intro`), level: several ? 3 : 2 }} />
      </div>
      {sections.map(section => (
        <section key={section.anchor} id={section.anchor}>
          <Heading>{section.title}</Heading>
          <Blocks blocks={section.blocks} place={place(section.anchor)} />
        </section>
      ))}
    </article>
  );
}
