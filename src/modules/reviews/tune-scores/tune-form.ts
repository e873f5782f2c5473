import {
  type Figure,
  figures,
  type ScoreSettings,
  scoreSettingsSchema,
} from '../score-courses/score-settings.ts';

export const proofFields = ['proof0', 'proof1', 'proof2', 'proof3'] as const;
export type ProofField = (typeof proofFields)[number];
export type TuneField = Figure | ProofField;

/** The texts of the form by field. */
export type TuneTexts = Readonly<Record<string, string>>;

export type TuneReading =
  | { readonly ok: true; readonly settings: ScoreSettings }
  | { readonly ok: false; readonly wrong: readonly TuneField[] };

/** "0,25" and "0.25" are one number; what is none is wrong. */
const numberOf = (text: string | undefined): number =>
  text === undefined || text.trim() === '' ? NaN : Number(text.trim().replace(',', '.'));

/** Reads every figure; tells which are no numbers or out of their range. */
export function readTuning(texts: TuneTexts): TuneReading {
  const read = scoreSettingsSchema.safeParse({
    proofWeights: proofFields.map((field) => numberOf(texts[field])),
    ...Object.fromEntries(figures.map((figure) => [figure, numberOf(texts[figure])])),
  });
  if (read.success) return { ok: true, settings: read.data };
  const wrong = read.error.issues.map(({ path: [name, place] }) =>
    name === 'proofWeights' ? (proofFields[Number(place)] ?? 'proof0') : (name as Figure),
  );
  return { ok: false, wrong: [...new Set(wrong)] };
}

/** The figures as the form shows them. */
export const textsOf = (settings: ScoreSettings): TuneTexts => ({
  ...Object.fromEntries(proofFields.map((field, place) => [field, String(settings.proofWeights[place])])),
  ...Object.fromEntries(figures.map((figure) => [figure, String(settings[figure])])),
});
