import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** A line to the one Chromium of the run; closing it closes what was opened through it. */
export const openChromium = (): Promise<Browser> => chromium.connect(inject('site').chromium);
