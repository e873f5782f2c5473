import type { CertificateKind, Level } from './course-document.ts';
import { foldName } from './language-names.ts';

/** Folded beginnings of words; the first that matches counts, so harder readings stand before easier ones. */
const levelWords: readonly (readonly [RegExp, Level])[] = [
  [/\b(non|not|no) (advanced|avance|expert)/, 'beginner'],
  [
    /\b(advanced?|avance|avancee|avanzad|avancad|fortgeschritten|expert|master|postgrad|graduate|profession|superieur|confirme|difficile|hard)|продвин|эксперт|高级|高級|进阶|متقدم/,
    'advanced',
  ],
  [
    /\b(intermedi|moyen|mittel|medium|mixed|undergrad|medio|approfondi)|средн|中级|中級|متوسط/,
    'intermediate',
  ],
  [
    /\b(intro|begin|debutant|principiant|inicia|anfang|einsteig|basic|basique|elementa|grundlag|novice|easy|facile|starter|fundamental|foundation|decouverte|initiation|basico|iniciante)|начин|базов|новичк|начальн|初级|初級|入门|مبتد/,
    'beginner',
  ],
];

const cefr: Readonly<Record<string, Level>> = { a: 'beginner', b: 'intermediate', c: 'advanced' };

/** European and French qualification levels: up to the baccalauréat, up to the licence, above. */
function ofQualification(level: number): Level | undefined {
  if (level < 1 || level > 8) return undefined;
  return level <= 4 ? 'beginner' : level <= 6 ? 'intermediate' : 'advanced';
}

/**
 * The level behind a word ("Introductory", "débutant", "Anfänger", "CEFR B2", "EQF 7"), in the languages of the
 * platform. Several levels in one ("beginner to intermediate") count as the first one needed. undefined when the value
 * names none ("all levels").
 */
export function readLevel(value: unknown): Level | undefined {
  if (typeof value !== 'string' || value.length > 120) return undefined;
  const text = foldName(value);
  const framework = /\b(?:eqf|cec|niveau|level|nivel|nsf)[\s:-]*([1-8])\b/.exec(text);
  if (framework?.[1]) return ofQualification(Number(framework[1]));
  const european = /^(?:(?:cefr|cecrl?|ger|mcer|gers)[\s:-]*)?([abc])[12](?:\b|$)/.exec(text);
  if (european?.[1]) return cefr[european[1]];
  return firstNamed(text);
}

function firstNamed(text: string): Level | undefined {
  const found = levelWords.flatMap(([words, level]) => {
    const at = text.search(words);
    return at < 0 ? [] : [{ at, level }];
  });
  return found.toSorted((a, b) => a.at - b.at)[0]?.level;
}

const certificateWords: readonly (readonly [RegExp, CertificateKind])[] = [
  [
    /^(no|none|false|non|aucun|sans|nein|kein|no_certificate|no certificate|нет|无|0)\b|\bsans (certificat|attestation)/,
    'none',
  ],
  [
    /\b(diplom|degree|bachelor|(?<!micro )masters?\b|licence pro|bts|titre prof)|диплом|学位|دبلوم/,
    'diploma',
  ],
  [/\b(ects|credits?\b|credit-eligible|academic|universitar)|кредит|学分/, 'credit'],
  [
    /\b(verified|verifie|paid|payant|payante|professional|premium|de pago|pago|kostenpflichtig)|платн|付费|مدفوع/,
    'paid',
  ],
  [
    /\b(free|honou?r|gratuit|gratis|kostenlos|open badge|badge|attestation|participation|teilnahme)|бесплатн|免费|مجاني/,
    'free',
  ],
];

/**
 * The kind of proof behind a word ("VerifiedCert", "verified", "honor", "ECTS", "attestation de suivi", "none").
 * undefined when the word does not tell: a plain "certificate" may be free or paid.
 */
export function readCertificate(value: unknown): CertificateKind | undefined {
  if (value === false) return 'none';
  if (typeof value !== 'string' || value.length > 200) return undefined;
  const text = foldName(value.replace(/([a-z])([A-Z])/g, '$1 $2'));
  return certificateWords.find(([words]) => words.test(text))?.[1];
}
