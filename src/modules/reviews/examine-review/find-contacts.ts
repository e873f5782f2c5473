import { foldText, written } from './fold-text.ts';
import { withoutOverlaps } from './find-links.ts';

const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** "awa (at) example (dot) org", "awa arobase example point org" */
const spelledMail =
  /[\p{L}\p{N}._%+-]+\s*(?:[[({]\s*(?:at|@|arobase|arroba|собака)\s*[\])}]|\s(?:arobase|arroba)\s)\s*[\p{L}\p{N}-]+\s*(?:\.|[[({]\s*(?:dot|point|punto|ponto|точка|\.)\s*[\])}]|\s(?:dot|point|punto|ponto|точка)\s)\s*\p{L}{2,}/gu;
/** Digits of any script with what stands between the groups of a phone number. */
const digits =
  /(?<![\p{L}\p{N}.,/-])(?:\+|00)?\(?\p{Nd}(?:[\s().·/-]{0,3}\p{Nd}){7,16}(?![\p{L}\p{N}%€$£])/gu;
/** A name after the name of a messenger: "Telegram: awa_d", "微信号：awa2026", "insta @awa". */
const messenger =
  /(?:telegram|whats ?app|wechat|weixin|viber|signal|snapchat|instagram|insta|skype|discord|телеграм|ватсап|вайбер|微信号?|加微|加v|扣扣|qq号?|vx|واتساب|تيليجرام|تلغرام)\s*(?:id|是|号)?\s*[:：=@]\s*@?[\p{L}\p{N}_.+-]{3,}/gu;
const handle = /(?<![\p{L}\p{N}@._/%+-])@[\p{L}\p{N}_]{3,30}(?![\p{L}\p{N}_]*[.(@])/gu;
/** Words that programmers write with an at sign, and times and prices of accountants. */
const codeWords = new Set(
  (
    'override property media import staticmethod classmethod param return returns throws deprecated component ' +
    'injectable input output test before after beforeeach aftereach autowired entity table column service controller ' +
    'decorator dataclass keyframes include extend mixin charset supports layer suppresswarnings functionalinterface'
  ).split(' '),
);

/** Where a text says how to reach somebody. Positions in UTF-16 units of the text as written. */
export function findContacts(text: string): { from: number; to: number }[] {
  const folded = foldText(text);
  const all = (pattern: RegExp) => [...folded.text.matchAll(pattern)];
  const found = [
    ...all(mail),
    ...all(spelledMail),
    ...all(messenger),
    ...all(digits).filter((match) => isPhone(match[0])),
    ...all(handle).filter((match) => !codeWords.has(match[0].slice(1))),
  ].map((match) => written(folded, match.index, match.index + match[0].length));
  return withoutOverlaps(found);
}

/** Numbers in a course's review are years, amounts and dates far more often than telephones. */
function isPhone(text: string): boolean {
  const count = text.replace(/\P{Nd}/gu, '').length;
  if (count < 8 || count > 15) return false;
  if (/^(\+|00)/.test(text)) return count >= 9;
  // 2024-2025, 12/11/2026 14:30, 2026-11-22
  if (/(?<!\p{Nd})(19|20)\d\d(?!\p{Nd})/u.test(text) && count <= 12) return false;
  // thousands: 12 000 000, 1.250.000
  if (/^\p{Nd}{1,3}([\s.]\p{Nd}{3})+$/u.test(text) && !text.startsWith('0')) return false;
  // five ratings or a score: 1 2 3 4 5 6 7 8
  if (/^(\p{Nd}[\s/-]+)+\p{Nd}$/u.test(text) && count < 10) return false;
  // a book's number: 978-2-...
  if (/^97[89]/.test(text.replace(/\P{Nd}/gu, '')) && count === 13) return false;
  return text.startsWith('0') || text.startsWith('(') || count >= 10;
}
