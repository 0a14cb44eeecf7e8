'use client';

import { useSyncExternalStore } from 'react';
import { rememberInCookie } from '@/lib/browser/cookie';
import { parseTheme, THEME_COOKIE, type Theme, themeAttribute } from './theme';

/** The page's theme as it is now; `serverTheme` is what the server rendered with. */
export function useTheme(serverTheme: Theme): Theme {
	return useSyncExternalStore(
		watchTheme,
		() => parseTheme(document.documentElement.dataset.theme),
		() => serverTheme,
	);
}

/** Changes the theme at once and for later visits. */
export function changeTheme(theme: Theme) {
	const attribute = themeAttribute(theme);
	if (attribute) document.documentElement.dataset.theme = attribute;
	else delete document.documentElement.dataset.theme;
	rememberInCookie(THEME_COOKIE, theme);
}

function watchTheme(onChange: () => void) {
	const observer = new MutationObserver(onChange);
	observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	return () => observer.disconnect();
}
