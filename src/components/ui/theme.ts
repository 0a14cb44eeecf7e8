export type Theme = 'light' | 'dark' | 'system';

export const THEME_COOKIE = 'theme';

/** The theme that a cookie or a `data-theme` attribute names; `system` for anything else. */
export function parseTheme(value: string | undefined): Theme {
	return value === 'light' || value === 'dark' ? value : 'system';
}

/** What belongs into `data-theme` of `<html>`; none for `system`, so that the media query decides. */
export function themeAttribute(theme: Theme) {
	return theme === 'system' ? undefined : theme;
}
