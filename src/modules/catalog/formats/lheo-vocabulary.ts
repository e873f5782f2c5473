/** Names of the elements of LHEO 2.2 and 2.3, the French standard for describing training. */
const vocabulary = `
  SIRET SIRET-formateur SIRET-lieu-formation SIRET-organisme-formation a-distance acces-handicapes
  action adresse adresse-information adresse-inscription alternance annee-cycle bloc-competences
  blocs-competences capacite-cumulee capacite-simultanee certifiante certification civilite
  code-CERTIFINFO code-CPF code-ELU code-FORMACODE code-INSEE-canton code-INSEE-commune code-NSF
  code-RNCP code-ROME code-RS code-UAI code-UAI-formateur code-UAI-lieu-formation
  code-UAI-organisme-formation code-bloc code-financeur code-modalite-pedagogique code-niveau-entree
  code-niveau-sortie code-perimetre-recrutement code-public-vise code-type-formation codepostal
  commentaire conditions-specifiques contact-formateur contact-formation contact-formation-resume
  contact-organisme contact-session contenu-formation conventionnement coordonnees
  coordonnees-organisme courriel cout-indicatif-equipement cycle date date-information debut
  denomination departement detail-conditions-prise-en-charge domaine-formation duree-conventionnee
  duree-cycle duree-indicative effectif-minimal enseignement equipement etat-recrutement extra extras
  fax fin formation frais-restants geolocalisation hebergement heure-debut heure-fin
  identifiant-module info-public-vise infos-perimetre-recrutement intitule-formation langue-formation
  latitude lheo lheo-index lheo-plus libelle-bloc libelle-enseignement lieu-de-formation ligne
  longitude modalite-recrutement modalites-alternance modalites-enseignement modalites-entrees-sorties
  modalites-inscription modalites-pedagogiques modalites-recrutement modules-prerequis nb-places
  nb-places-financees niveau-entree-obligatoire nom nom-organisme nombre-heures-centre
  nombre-heures-entreprise nombre-heures-total numero-activite numtel objectif-formation
  objectif-general-formation obligatoire offres organisme-financeur organisme-formateur
  organisme-formation-responsable parcours-de-formation pays periode periode-inscription portable
  positionnement potentiel prenom prise-en-charge-frais-possible prix-horaire-TTC prix-total-TTC
  raison-sociale raison-sociale-formateur recrutement reference-certification
  reference-code-CERTIFINFO reference-code-FORMACODE reference-code-RNCP reference-code-RS
  reference-module region renseignements-specifiques restauration resultats-attendus resume-offre
  resume-organisme resumes-offres resumes-organismes rythme-alternance rythme-formation session
  sous-module sous-modules telfixe transport type-alternance type-contact type-cycle type-enseignement
  type-equipement type-module unite-rythme-alternance unites-centre unites-entreprise url-action
  url-formation url-session urlweb validation-blocs ville web
`;

const known: ReadonlySet<string> = new Set(vocabulary.trim().split(/\s+/));

/** Compared without case and with hyphens for underscores: "code-formacode", "Code_FORMACODE". */
const fold = (name: string): string => name.toLowerCase().replaceAll('_', '-');

const byFolded: ReadonlyMap<string, string> = new Map([...known].map((name) => [fold(name), name]));

/** Shorter names are too near to each other: "nom" and "non". */
const shortestCorrected = 5;

/** Whether one inserted, left out, changed or exchanged letter parts the two. */
function oneEditApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  if (long.length > short.length) return short.slice(from) === long.slice(from + 1);
  if (short.slice(from + 1) === long.slice(from + 1)) return true;
  const exchanged = short[from] === long[from + 1] && short[from + 1] === long[from];
  return exchanged && short.slice(from + 2) === long.slice(from + 2);
}

export interface LheoName {
  readonly name: string;
  /** The name was misspelt and is read as another. */
  readonly corrected: boolean;
}

const read = new Map<string, LheoName | undefined>();
/** Names that were looked up are kept; a feed of endless different names must not fill the memory. */
const mostRemembered = 2000;

function lookUp(written: string): LheoName | undefined {
  const folded = fold(written);
  const exact = byFolded.get(folded);
  if (exact !== undefined) return { name: exact, corrected: false };
  if (folded.length < shortestCorrected) return undefined;
  const near = [...byFolded].filter(([name]) => oneEditApart(folded, name));
  return near.length === 1 ? { name: near[0]![1], corrected: true } : undefined;
}

/**
 * The element of the standard that a tag means: its own name whatever its case, or the only name one letter away
 * ("coordonneFs" is coordonnees). undefined when the standard has nothing like it.
 */
export function lheoName(written: string): LheoName | undefined {
  if (read.has(written)) return read.get(written);
  const found = lookUp(written);
  if (read.size < mostRemembered) read.set(written, found);
  return found;
}
