import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { DocumentNonce } from '@/components/layout/document-nonce';
import { EarlyScript } from '@/components/layout/early-script';
import { FontPreloads } from '@/components/ui/font-preloads';
import { parseTheme, THEME_COOKIE, themeAttribute } from '@/components/ui/theme';
import { areShortcutsOn, SHORTCUTS_COOKIE } from '@/lib/browser/keyboard';
import './globals.css';

export const metadata: Metadata = {
	title: { default: 'MiniCRM', template: '%s · MiniCRM' },
	robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
	const nonce = (await headers()).get('x-nonce') ?? undefined;
	const jar = await cookies();
	const theme = parseTheme(jar.get(THEME_COOKIE)?.value);
	const shortcuts = areShortcutsOn(jar.get(SHORTCUTS_COOKIE)?.value) ? undefined : 'off';
	return (
		<html lang="en" data-theme={themeAttribute(theme)} data-shortcuts={shortcuts} suppressHydrationWarning>
			<body>
				{/* before the forms that it listens to, and before the page's code */}
				<EarlyScript hears="submit" nonce={nonce} />
				<FontPreloads />
				<DocumentNonce nonce={nonce} />
				{children}
			</body>
		</html>
	);
}
