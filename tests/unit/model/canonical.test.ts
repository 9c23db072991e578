import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf } from '../../../src/model/canonical.js';

describe('canonical JSON', () => {
  it('has its keys in order of id at every depth, maps and objects alike', () => {
    expect(
      canonicalJson({
        b: new Map([
          ['d', 1],
          ['c', 2],
        ]),
        a: [{ z: 1, y: 2 }],
      }),
    ).toBe('{"a":[{"y":2,"z":1}],"b":{"c":2,"d":1}}');
  });

  it('keeps the order of lists and leaves out what is absent', () => {
    expect(canonicalJson({ list: [2, 1], gone: undefined })).toBe('{"list":[2,1]}');
  });

  it('writes a set of steps as its digits', () => {
    expect(canonicalJson({ steps: 2n ** 70n })).toBe('{"steps":"1180591620717411303424"}');
  });
});

describe('a hash', () => {
  // The digest of the two bytes `{}` as `printf {} | sha256sum` gives it.
  it('is SHA-256 over the canonical JSON', () => {
    expect(hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('changes with a value and not with the order of keys', () => {
    expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: '1' }));
  });
});
