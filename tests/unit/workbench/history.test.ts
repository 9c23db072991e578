import { expect, it } from 'vitest';
import { beginning, goOn, redo, settled, undo } from '../../../src/workbench/state/history.js';

it('goes back and forth, and forgets what was undone once something else is done', () => {
  const three = goOn(goOn(beginning(1), 2), 3);
  expect(undo(undo(three)).present).toBe(1);
  expect(redo(undo(three)).present).toBe(3);
  expect(undo(beginning(1)).present).toBe(1);
  expect(redo(three)).toBe(three);
  expect(goOn(undo(three), 4)).toMatchObject({ past: [1, 2], present: 4, future: [] });
  expect(goOn(three, 3)).toBe(three);
});

it('undoes a drag in one step, and the next drag in another', () => {
  const dragged = goOn(goOn(goOn(beginning(0), 1, 'slide'), 2, 'slide'), 3, 'slide');
  expect(undo(dragged).present).toBe(0);
  const again = goOn(goOn(settled(dragged), 4, 'slide'), 5, 'slide');
  expect(undo(again).present).toBe(3);
  expect(goOn(dragged, 4, 'other').past).toEqual([0, 3]);
});
