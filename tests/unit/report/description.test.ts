import { describe, expect, it } from 'vitest';
import { ruleSetDescription } from '../../../src/report/description.js';
import { loadExample, ruleText } from '../../support/example.js';

describe('the description of a rule set', () => {
  const text = ruleSetDescription(loadExample().ruleSet!);

  it('names everything that the rule set has, each once where it is explained', () => {
    const { ruleSet } = loadExample();
    for (const { id } of ruleSet!.rules) expect(text.split(`<a id="${id}"></a>`)).toHaveLength(2);
    for (const { id, title } of ruleSet!.facts.values()) expect(text).toContain(`**${title}** (\`${id}\``);
    for (const { title } of ruleSet!.options.values()) expect(text).toContain(`### ${title}\n`);
    for (const id of ruleSet!.sources.keys()) expect(text).toContain(`- \`${id}\`: `);
  });

  it('says of an option what speaks for it, against it and rules it out', () => {
    const section = text.split('### Airlift')[1]!.split('###')[0]!;
    expect(section).toMatch(/What speaks for it:\n\n- An airlift reaches people .* \(\+40 relief\)/);
    expect(section).toMatch(/What speaks against it:\n\n- Flying is dear \(-50 cost\)/);
    expect(section).not.toContain('What rules it out');
    expect(text).toMatch(/What rules it out:\n\n- Nothing to negotiate: the crossing is open/);
  });

  it('says a rule in words, with its evidence and sources', () => {
    expect(text).toContain(
      'If crossing is at most restricted and need is at least 0.2: +40 relief for airlift, because the crossing is',
    );
    expect(text).toContain('Moderate evidence: `own-judgement`.');
  });

  it('escapes what a file holds', () => {
    const { ruleSet } = loadExample({
      'rules/all.yaml': own =>
        own +
        ruleText('evil', '{ fact: need, operator: above, value: 0.3 }').replace(
          'title: T',
          'title: "A <b>bold</b> [link](x)"',
        ),
    });
    const evil = ruleSetDescription(ruleSet!);
    expect(evil).toContain('A &lt;b&gt;bold&lt;/b&gt; \\[link\\](x)');
    expect(evil).not.toContain('<b>');
  });
});
