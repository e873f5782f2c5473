import type { PrerequisiteClaim } from './course-document.ts';
import { foldName } from './language-names.ts';

/** Whole statements that nothing is needed before, in the languages of the platform; folded, without end marks. */
const nothingWords =
  /^(?:-+|n\/?a|none|nothing|no|non|nein|keine?r?|aucune?s?|neant|rien|ningun[oa]?s?|nenhuma?|nenhum|sin|нет|не требуется|без|无|無|没有|لا يوجد|لا شيء)(?: (?:specific|particular|formal|special|besonderen?|speziellen?))?(?: (?:pre-?requis(?:ites?)?|prerequis(?:ites?|itos?)?|requirements?|requisitos?|previos?|vorkenntnisse|voraussetzungen|prior knowledge|required|requise?s?|necessaires?|erforderlich|notig|needed|necesarios?|necessarios?|предварительных|знании|требовании|подготовки|specifiques?|particulieres?|connaissances?|prealables?|prealables?|en particulier|special|spezielle))*$/;

/**
 * What one needs before, from the source's own words: `nothing` when the whole text says that nothing is needed
 * ("Aucun prérequis.", "None", "Keine Vorkenntnisse erforderlich"), else the text. undefined for a blank one.
 * `text` is plain text, as plainText makes it.
 */
export function readPrerequisites(text: string): PrerequisiteClaim | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const folded = foldName(trimmed.replace(/[\s.!。]+$/u, ''));
  return trimmed.length <= 80 && nothingWords.test(folded) ? { nothing: true } : { text: trimmed };
}
