import type { Places } from '../../src/app/page-budgets.ts';

/** Courses of the sample that show something. */
export const samplePlaces: Places = {
  course: 'apprentissage-automatique-comprendre-ce-que-l-on-fait',
  provider: 'universite-exemple-du-haut-rhone',
  platform: 'sample-a',
  signUpToken: '',
  signInToken: '',
  resetToken: '',
  person: '',
  mail: '',
  source: '',
  import: '',
  apiKey: '',
};
