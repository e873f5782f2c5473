/** What modules above may read of the catalogue: views that keep their meaning when the tables behind them change. */
export interface ListingView {
  id: string;
  n: number;
  slug: string;
  title: string;
  language: string | null;
  state: string;
  merged_into: string | null;
  url: string | null;
  is_sample: boolean;
  picture_key: string | null;
  created_at: Date;
  changed_at: Date;
  rating_mean: number | null;
  rating_count: number;
  platform_id: string;
  platform_slug: string;
  platform_name: string;
}

export interface ListingSubjectView {
  course_id: string;
  subject: string;
}

export interface ListingProviderView {
  course_id: string;
  position: number;
  provider_id: string;
  provider_slug: string;
  provider_name: string;
}

export interface ListingRunView {
  id: string;
  course_id: string;
  key: string;
  title: string | null;
  start_on: string | null;
  start_precision: string | null;
  end_on: string | null;
  end_precision: string | null;
  gone_at: Date | null;
}

/** What a platform's sources call a course. */
export interface ListingKeyView {
  course_id: string;
  platform_id: string;
  key: string;
}

/** What a course announces; no row where it announces nothing. */
export interface ListingEffortView {
  course_id: string;
  min_hours_a_week: number | null;
  max_hours_a_week: number | null;
}

/** Who speaks for a provider today. */
export interface ProviderStaffView {
  provider_id: string;
  person_id: string;
}

export interface CatalogViews {
  'catalog.listing': ListingView;
  'catalog.listing_subject': ListingSubjectView;
  'catalog.listing_provider': ListingProviderView;
  'catalog.listing_run': ListingRunView;
  'catalog.listing_key': ListingKeyView;
  'catalog.listing_effort': ListingEffortView;
  'catalog.provider_staff': ProviderStaffView;
}
