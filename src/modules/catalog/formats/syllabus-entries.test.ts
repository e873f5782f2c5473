import { describe, expect, it } from 'vitest';
import { shortEntries, splitSyllabus } from './syllabus-entries.ts';

describe('splitSyllabus', () => {
  it('cuts before counted weeks and modules, also where they are glued together', () => {
    expect(splitSyllabus('Week 1: Sand\nand stonesWeek 2: ClayWeek 3: Loam')).toEqual([
      'Week 1: Sand and stones',
      'Week 2: Clay',
      'Week 3: Loam',
    ]);
    expect(splitSyllabus('Module 0 Start Module 1 Middle Module 2 End')).toHaveLength(3);
    expect(splitSyllabus('Semaine 1 : le sol. Semaine 2 : la pluie')).toHaveLength(2);
    expect(splitSyllabus('Неделя 1. Почва Неделя 2. Дождь')).toHaveLength(2);
  });

  it('keeps what stands before the first week, and other counts inside an entry', () => {
    expect(splitSyllabus('What awaits you. Week 1: read Chapter 1 and Chapter 2. Week 2: rest')).toEqual([
      'What awaits you.',
      'Week 1: read Chapter 1 and Chapter 2.',
      'Week 2: rest',
    ]);
  });

  it('takes lines where nothing is counted', () => {
    expect(splitSyllabus('Sand\n\n- Clay\n')).toEqual(['Sand', '- Clay']);
  });
});

describe('shortEntries', () => {
  it('parts a long entry after sentences and loses nothing', () => {
    const sentence = 'The soil keeps the water for the plants that grow on it. ';
    const parts = shortEntries(sentence.repeat(40).trim());
    expect(parts.length).toBeGreaterThan(1);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(1000);
    expect(parts.join(' ')).toBe(sentence.repeat(40).trim());
  });
});
