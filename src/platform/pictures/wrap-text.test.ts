import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRightToLeft, scriptsOf } from './scripts.ts';
import { drawable, measure, wrapText } from './wrap-text.ts';

const box = { width: 600, maxLines: 3, sizes: [60, 40] };
const linesOf = (text: string, lang: string): readonly string[] => wrapText(text, lang, box).lines;

describe('wrapText', () => {
  it('breaks between words, into lines of about the same length', () => {
    expect(linesOf('Comprendre les réseaux de demain', 'fr')).toEqual([
      'Comprendre les',
      'réseaux de demain',
    ]);
  });

  it('keeps French punctuation with its word', () => {
    const lines = linesOf('Comprendre les réseaux : « demain » est déjà là !', 'fr');
    expect(lines.join(' ')).toBe('Comprendre les réseaux : « demain » est déjà là !');
    for (const line of lines) expect(line).not.toMatch(/^[:!»]|«$/);
  });

  it('takes a smaller size before it cuts', () => {
    const text = 'Introduction to the management of large and difficult software projects';
    expect(wrapText(text, 'en', box)).toMatchObject({ size: 40, cut: false });
    const long = wrapText(`${text}, ${text}, ${text}`, 'en', box);
    expect(long).toMatchObject({ size: 40, cut: true });
    expect(long.lines).toHaveLength(3);
    expect(long.lines[2]).toMatch(/\w…$/);
  });

  it('breaks a word only when it is wider than a line', () => {
    const lines = linesOf('Ein Donaudampfschifffahrtsgesellschaftskapitänspatent heute', 'de');
    expect(lines.join('').replaceAll(' ', '')).toBe(
      'EinDonaudampfschifffahrtsgesellschaftskapitänspatentheute',
    );
    expect(lines.length).toBeGreaterThan(1);
  });

  it('breaks Chinese without spaces, and never before closing or after opening punctuation', () => {
    const lines = linesOf('机器学习导论：从零开始（第二版），用Python实现神经网络与深度学习。', 'zh');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      expect(line).not.toMatch(/^[：，。）]/);
      expect(line).not.toMatch(/（$/);
    }
  });

  it('keeps the reading order of Arabic', () => {
    const text = 'مقدمة في برمجة Python للمبتدئين: تعلّم الأساسيات خطوة بخطوة!';
    expect(linesOf(text, 'ar').join(' ')).toBe(text);
  });

  it('loses nothing and keeps to the box, whatever the text', () => {
    const word = fc.stringMatching(/^[A-Za-zéàЖшعمل机器，。-]{1,30}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        const text = words.join(' ');
        const { lines, cut, size } = wrapText(text, 'fr', box);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(600.001);
        if (!cut) expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('gives nothing for nothing, and takes an unknown language', () => {
    expect(linesOf('', 'fr')).toEqual([]);
    expect(linesOf('学习', 'not a language!')).toEqual(['学习']);
  });
});

describe('drawable', () => {
  it('leaves out what no font of ours has, and nothing else', () => {
    expect(drawable('  Décoller 🚀👩‍💻 en\u00a02026\u0007 ©\u202e ™ 1️⃣ ')).toBe('Décoller en 2026 © ™ 1');
  });
});

describe('scripts', () => {
  it('are those of the letters', () => {
    expect([...scriptsOf('Learn 学习 2026!')]).toEqual(['latin', 'cjk']);
    expect([...scriptsOf('2026 — 12:30')]).toEqual([]);
  });
  it('tell the direction by the first letter', () => {
    expect(isRightToLeft('2026: مقدمة في Python')).toBe(true);
    expect(isRightToLeft('Python مقدمة')).toBe(false);
    expect(isRightToLeft('')).toBe(false);
  });
});
