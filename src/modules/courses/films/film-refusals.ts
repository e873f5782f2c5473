import { Refusal } from '../../../platform/refusal.ts';

/** What was sent is neither film nor recording. */
export const notAFilm = () =>
  new Refusal(422, 'courses.not-a-film', 'courses.films.error.not-a-film', { field: 'film' });
export const filmMissing = () =>
  new Refusal(422, 'courses.film-missing', 'courses.films.error.missing', { field: 'film' });
export const filmTooLarge = (gigabytes: number) =>
  new Refusal(413, 'courses.film-too-large', 'courses.films.error.too-large', {
    field: 'film',
    values: { n: gigabytes },
  });
export const uploadBroken = () =>
  new Refusal(400, 'courses.upload-broken', 'courses.films.error.broken', { field: 'film' });
export const storageFails = () =>
  new Refusal(409, 'courses.film-storage', 'courses.films.error.storage', { field: 'film' });
/** Uploads that were begun and not ended; they go by themselves after two days. */
export const tooManyUploads = (most: number) =>
  new Refusal(409, 'courses.too-many-uploads', 'courses.films.error.too-many', { values: { n: most } });
export const uploadNotFound = () =>
  new Refusal(404, 'courses.upload-not-found', 'courses.films.error.upload-gone');
/** A film of another course, or one that was removed. */
export const filmNotFound = () => new Refusal(404, 'courses.film-not-found', 'courses.films.error.not-found');
export const tooManyTracks = (most: number) =>
  new Refusal(409, 'courses.too-many-tracks', 'courses.captions.error.too-many', { values: { n: most } });
/** Somebody else, or another window, wrote these captions meanwhile. */
export const captionsChanged = () =>
  new Refusal(409, 'courses.captions-changed', 'courses.captions.error.changed', { field: 'captions' });
/** What was sent holds no captions that can be read. */
export const noCaptions = () =>
  new Refusal(422, 'courses.no-captions', 'courses.captions.error.none', { field: 'file' });
export const captionsMissing = () =>
  new Refusal(422, 'courses.captions-missing', 'courses.captions.error.missing', { field: 'file' });
export const captionsTooLarge = () =>
  new Refusal(413, 'courses.captions-too-large', 'courses.captions.error.too-large', { field: 'file' });
export const languageMissing = () =>
  new Refusal(422, 'courses.language-missing', 'courses.captions.error.language', { field: 'lang' });
export const trackNotFound = () =>
  new Refusal(404, 'courses.track-not-found', 'courses.captions.error.not-found');
export const cutOutside = () => new Refusal(422, 'courses.cut-outside', 'courses.split.error.outside');
export const splitUnderWay = () => new Refusal(409, 'courses.split-under-way', 'courses.split.waiting');
