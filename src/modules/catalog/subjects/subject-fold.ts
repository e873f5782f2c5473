/** Arabic letters that are written in several ways, as one; the article and what is glued before it, away. */
function foldArabic(text: string): string {
  return text
    .replace(/[\u064B-\u0652\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/(?<![\p{L}])(?:و|ف)?(?:ال|بال|كال|لل)(?:ال)?(?=\p{L}{2})/gu, '')
    .replace(/(?<![\p{L}])و(?=\p{L}{4})/gu, '');
}

const arabic = /\p{Script=Arabic}/u;
const accented = /[^\x00-\x7f]/;

/**
 * Lower case, no accents on Latin letters, ё as е, Arabic spellings made one, everything but letters, digits, + and #
 * as one space. For comparing, not for showing.
 */
export function foldSubjectText(text: string): string {
  let folded = text.toLowerCase();
  if (accented.test(folded)) {
    folded = folded
      .normalize('NFKD')
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
      .normalize('NFC');
    folded = folded.replaceAll('ё', 'е');
    if (arabic.test(folded)) folded = foldArabic(folded);
  }
  return folded.replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim();
}
