import { openEmbeds } from './learner/embeds.ts';
import { keepAnswers } from './learner/keep-answers.ts';
import { tellVisits } from './learner/visits.ts';

// The pages of those who take a course load this beside main.ts, and work without it.
openEmbeds();
keepAnswers();
tellVisits();
