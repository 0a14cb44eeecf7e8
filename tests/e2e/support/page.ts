import type { Page } from '@playwright/test';

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

/** What a list calls its rows. */
export const names = (page: Page) => page.locator('[data-row-link] a');

/** A message in the corner. */
export const toast = (page: Page, text: string) => page.locator('[data-sonner-toast]').filter({ hasText: text });
