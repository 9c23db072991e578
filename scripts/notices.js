// The licences of the packages that went into a bundle.
import { readdirSync, readFileSync } from 'node:fs';

/** The texts of the licences of every package among the inputs of a bundle. */
export function noticesOf(inputs) {
  const folders = inputs.flatMap(path => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  return [...new Set(folders)].sort().map(folder => {
    const { name, version, license, author } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
    const none = `Its package has no text of the licence. By ${author?.name ?? author ?? 'its authors'}.`;
    return `${name} ${version} (${license})\n\n${file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : none}\n`;
  });
}
