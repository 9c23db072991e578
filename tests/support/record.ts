/** A record of the scenario that `init` writes, with one option that helped and one that failed. */
export const RECORD = `scenario: example.yaml
perspective: relief-agency
perspective-because: it flew
seen-while-writing: false
seen-note: coded after the rules
demand: open the crossing
done:
  - option: airlift
    by: the agency
    from: 2025-01
    what: forty flights
    judgement: worked
    because: the people were fed
    sources: [diary]
  - option: negotiate
    by: the envoy
    from: 2025
    what: talks
    judgement: did-not-work
    because: the crossing stayed as it was
    sources: [own-judgement#talks, letter]
followed: { what: The crossing opened in May., sources: [diary] }
reasons: { fit: partly, because: flying reached them at its price, sources: [diary] }
sources:
  diary: { title: A diary, kind: statement, checked: recalled }
  letter: { title: A letter, kind: statement, checked: read }
`;
