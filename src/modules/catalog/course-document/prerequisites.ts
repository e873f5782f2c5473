import type { PrerequisiteClaim } from './course-document.ts';
import { foldName } from './language-names.ts';

/** Whole statements that nothing is needed before, in the languages of the platform; folded, without end marks. */
const nothingWords =
  /^(?:-+|n\/?a|none|nothing|no|non|nein|keine?r?|aucune?s?|neant|rien|ningun[oa]?s?|nenhuma?|nenhum|sin|нет|не требуется|без|无|無|没有|لا يوجد|لا شيء)(?: (?:specific|particular|formal|special|besonderen?|speziellen?))?(?: (?:pre-?requis(?:ites?)?|prerequis(?:ites?|itos?)?|requirements?|requisitos?|previos?|vorkenntnisse|voraussetzungen|prior knowledge|required|requise?s?|necessaires?|erforderlich|notig|needed|necesarios?|necessarios?|предварительных|знании|требовании|подготовки|specifiques?|particulieres?|connaissances?|prealables?|prealables?|en particulier|special|spezielle))*$/;

/** Longer statements of it: "There is no prior programming knowledge needed. Beginners are welcome!" */
const nothingSentence =
  /^(?:(?:there (?:is|are) )?no(?: [a-z]+){0,4} (?:pre-?requisites?|knowledge|experience|requirements?|background)\b|pas de pre-?requis|sans pre-?requis|keine vorkenntnisse)/;

/** What takes it back: "no formal requirements, but you should know algebra". */
const reservation =
  /\b(?:but|except|however|although|though|besides|other than|mais|sauf|toutefois|hormis|aber|jedoch|ausser)\b/;

/**
 * What one needs before, from the source's own words: `nothing` when the whole text says that nothing is needed
 * ("Aucun prérequis.", "None", "Keine Vorkenntnisse erforderlich"), with the text where it says more; else the text.
 * undefined for a blank one. `text` is plain text, as plainText makes it.
 */
export function readPrerequisites(text: string): PrerequisiteClaim | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const folded = foldName(trimmed.replace(/[\s.!。]+$/u, ''));
  if (trimmed.length <= 80 && nothingWords.test(folded)) return { nothing: true };
  const said = trimmed.length <= 300 && nothingSentence.test(folded) && !reservation.test(folded);
  return said ? { nothing: true, text: trimmed } : { text: trimmed };
}
