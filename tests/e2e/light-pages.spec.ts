import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { makeDeal } from './support/deals';
import { saveCompany, saveContact } from './support/records';
import { expect, test } from './support/test';

test.use({ savesData: false });

/** The bytes of a page, compressed as a whole, and of the elements in it. */
async function weigh(page: Page, path: string) {
	const response = await page.request.get(path, { headers: { 'sec-fetch-dest': 'document', accept: 'text/html' } });
	const body = await response.text();
	return { bytes: gzipSync(body).length, drawings: body.match(/<path /g)?.length ?? 0 };
}

const industries = ['Thủy sản', 'Bao bì', 'Nội thất'];

/** What one more row or card may add: its words and addresses, in the HTML and once more as data. */
const mostBytes = { '/companies': 130, '/contacts': 215, '/deals?view=list': 240, '/deals': 165 };

test('a row of a list and a card of the board weigh what they say', async ({ page }) => {
	const add = async (from: number, to: number) => {
		for (let n = from; n < to; n++) {
			const name = `Công ty Cổ phần ${industries[n % 3]} ${n * 37}`;
			const id = await saveCompany(page, name, { industry: industries[n % 3], phone: `02438${n}5555` });
			const person = { jobTitle: 'Giám đốc', email: `lienhe${n * 13}@example.com`, phone: `09038${n}7777` };
			await saveContact(page, id, `Nguyễn Thị Lan ${n * 11}`, person);
			await makeDeal(page, `Kho lạnh ${n * 17}`, { company: name, value: String(1_000 + n * 321) });
		}
	};
	const weighAll = () => Promise.all(Object.keys(mostBytes).map((path) => weigh(page, path)));
	await add(0, 6);
	const few = await weighAll();
	await add(6, 18);
	const many = await weighAll();
	Object.entries(mostBytes).forEach(([path, most], index) => {
		const [before, after] = [few[index], many[index]];
		if (!before || !after) throw new Error(`${path} was not weighed.`);
		expect((after.bytes - before.bytes) / 12, path).toBeLessThan(most);
		expect(after.drawings, path).toBe(before.drawings);
	});
});
