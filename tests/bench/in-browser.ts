import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';

export const viewport = { width: 1440, height: 900 };
/** The slow line of the goals: milliseconds for an answer to begin, and bytes per second. */
const slowLine = { latency: 300, downloadThroughput: 1_600_000 / 8, uploadThroughput: 1_600_000 / 8 };

/** Opens a browser without a window, does something in it and closes it again. */
export async function inBrowser<Result>(executablePath: string, use: (browser: Browser) => Promise<Result>) {
	const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	const browser = await chromium.launch({ executablePath, args });
	try {
		return await use(browser);
	} finally {
		await browser.close();
	}
}

/** A browser without anything kept, in which the account of a cookie is signed in; nobody where it is empty. */
export async function signedIn(browser: Browser, url: string, cookie: string): Promise<BrowserContext> {
	const context = await browser.newContext({ viewport });
	await context.addCookies(
		// none of somebody who is not signed in
		cookie.split('; ').flatMap((pair) => {
			const [name = '', ...value] = pair.split('=');
			return name ? [{ name, value: value.join('='), url }] : [];
		}),
	);
	return context;
}

/** Puts everything that a page asks for from now on behind a slow line. */
export async function slowDown(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.emulateNetworkConditions', { offline: false, ...slowLine });
}
