import type { Locator } from '@playwright/test';
import { expect, test } from './support/test';

// so that a thin line has pixels that are nothing but line
test.use({ deviceScaleFactor: 4 });

/** How much of an icon's box is drawn in the color of the words beside it, and how much is not drawn at all. */
async function shares(icon: Locator) {
	const picture = (await icon.screenshot()).toString('base64');
	return icon.evaluate(async (element, source) => {
		const image = new Image();
		image.src = `data:image/png;base64,${source}`;
		await image.decode();
		const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
		if (!canvas || !element.parentElement) throw new Error('There is nothing to draw on.');
		canvas.fillStyle = getComputedStyle(element.parentElement).color;
		canvas.fillRect(0, 0, 1, 1);
		const ink = canvas.getImageData(0, 0, 1, 1).data;
		canvas.drawImage(image, 0, 0);
		const { data } = canvas.getImageData(0, 0, image.width, image.height);
		const around = data.slice(0, 4);
		const isLike = (at: number, color: Uint8ClampedArray) =>
			[0, 1, 2].every((channel) => Math.abs((data[at + channel] ?? 0) - (color[channel] ?? 0)) < 24);
		const pixels = Array.from({ length: data.length / 4 }, (_, n) => n * 4);
		const shareOf = (color: Uint8ClampedArray) => pixels.filter((at) => isLike(at, color)).length / pixels.length;
		return { ink: shareOf(ink), around: shareOf(around) };
	}, picture);
}

/** Shows an element and what it stands in, where a rule hides them. */
function bringBack(hidden: Element) {
	for (let element: Element | null = hidden; element instanceof Element; element = element.parentElement)
		if (getComputedStyle(element).display === 'none' && 'style' in element)
			(element as HTMLElement).style.setProperty('display', 'inline-flex', 'important');
}

const modes = {
	light: { colorScheme: 'light' },
	dark: { colorScheme: 'dark' },
	'forced colors': { colorScheme: 'dark', forcedColors: 'active' },
	print: { colorScheme: 'light', media: 'print' },
} as const;

for (const [mode, media] of Object.entries(modes))
	test(`icons have the color of the words beside them: ${mode}`, async ({ page }) => {
		await page.emulateMedia(media);
		await page.goto('/companies');
		for (const icon of [
			page.getByRole('link', { name: 'Export', includeHidden: true }).locator('svg'),
			page.getByRole('link', { name: 'New company', includeHidden: true }).first().locator('svg'),
		]) {
			// what one would press is not on paper: an icon there would look as these do
			if (mode === 'print') await icon.evaluate(bringBack);
			const { ink, around } = await shares(icon);
			expect(ink).toBeGreaterThan(0.05);
			expect(around).toBeGreaterThan(0.4);
		}
	});

test('every icon of a page has a picture', async ({ page }) => {
	for (const path of ['/dashboard', '/deals', '/contacts', '/settings']) {
		await page.goto(path);
		const pictures = await page.locator('svg[class*="icon-"]').evaluateAll((icons) =>
			icons.map((icon) => {
				const { maskImage, maskPosition, maskSize } = getComputedStyle(icon);
				return { icon: icon.getAttribute('class'), maskImage, maskPosition, maskSize };
			}),
		);
		expect(pictures.length).toBeGreaterThan(8);
		// what is repeated has an image of its own, the others one image together, in which the first place is empty
		const own = pictures.filter(({ maskSize }) => maskSize.startsWith('100%'));
		const shared = pictures.filter((picture) => !own.includes(picture));
		expect(new Set(shared.map(({ maskImage }) => maskImage)).size).toBe(1);
		expect(shared.filter(({ maskPosition }) => maskPosition.startsWith('0%'))).toEqual([]);
		for (const { maskImage } of pictures) expect(maskImage).toMatch(/^url\("data:image\/svg\+xml.*(path|circle)/);
	}
});
