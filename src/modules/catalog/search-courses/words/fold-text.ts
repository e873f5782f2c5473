/** Letters that no decomposition opens. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ё: 'е',
  ة: 'ه',
  ى: 'ي',
  ـ: '',
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');
/** Marks that are not part of the letter in these scripts; in others (й, が, हि) they are. */
const accents = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;
const plain = /^[\x00-\x7f]*$/;

/**
 * A text as search compares it: lower case, without accents, ligatures opened, Arabic letters that are written in several
 * ways made one. The index and the query both pass through here, before any stemming.
 */
export function foldText(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(accents, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(special, (letter) => letters[letter] ?? letter);
}
