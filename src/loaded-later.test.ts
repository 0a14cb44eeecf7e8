import fs from 'node:fs';
import { expect, test } from 'vitest';

/** What comes when the browser is idle, and what stands in its place until then. */
const loadedWhenIdle = {
	'./activity-dialog': 'AwaitField',
	'./calendar-popover': 'AwaitField',
	'./cell-editor': 'AwaitField',
	'./decision-map': 'AwaitField',
	'./delete-dialog': 'AwaitField',
	'./field-dialog': 'AwaitField',
	'./field-editor': 'AwaitField',
	'./field-preview-dialog': 'AwaitField',
	'./filter-editor': 'AwaitField',
	'./follow-up-dialog': 'AwaitField',
	'./form-dialog': 'AwaitField',
	'./record-dialog': 'AwaitField',
	'./delete-account-question': 'AwaitField',
	'./load-among-own': 'AwaitField',
	'./lose-deal': 'AwaitField',
	'./search-dialog': 'AwaitField',
	'./view-dialog': 'AwaitField',
	'./shortcut-list': 'AwaitField',
	'./tag-picker': 'AwaitField',
	'./card-menu': 'AwaitField',
	'./card-question': 'AwaitField',
	'./view-menu': 'AwaitField',
	'./entry-menu-items': 'AwaitField',
	'./entry-sheet': 'LoadingText',
	'./move-close-date': 'AwaitField',
	'./new-card': 'AwaitField',
	'./outcome-dialog': 'AwaitField',
	'./chip-panel': 'AwaitField',
	'./column-menu': 'AwaitField',
	'./columns-panel': 'AwaitField',
	'./edit-follow-up': 'AwaitField',
	'./mark-left-dialog': 'AwaitField',
	'./move-contact-dialog': 'AwaitField',
	'./snooze-follow-up': 'AwaitField',
	// nothing is typed for it; it takes the focus once it is there
	'./side-panel': 'PanelBox',
	'./notes-editor': 'AwaitField',
	// appears below the list, and takes no focus
	'./activity-bulk': 'LoadingText',
	'./company-bulk': 'LoadingText',
	'./contact-bulk': 'LoadingText',
	'./deal-bulk': 'LoadingText',
	'./follow-up-bulk': 'LoadingText',
	'./log-offer-bar': 'LoadingText',
};
/** Fields of forms that stand folded on the page: a stand-in keeps what is typed for them. */
const fieldsWhenIdle = ['./add-deal-person-form', './link-picker', './moment-field', './next-step'];
/** What appears when the browser is idle: what is said before is kept. */
const appearsWhenIdle = ['./field-status', './name-cards', './pager-nav', './reminders', './sonner', './title-offer'];

const sources = fs
	.globSync('src/**/*.{ts,tsx}', { exclude: ['**/*.test.ts'] })
	.map((file) => fs.readFileSync(file, 'utf8').replace(/\s+/g, ' '));

test('whatever takes the keys once it is open keeps those that are pressed before its code is there', () => {
	const later = sources.flatMap((source) =>
		[
			...source.matchAll(
				/loadedWhenIdle(?:<\S+>)?\( ?\(\) => import\('([^']+)'\)\.then\(.*? => \w+\),? ?(\w*),? ?\);/g,
			),
		].map(([, file, meanwhile]) => [file, meanwhile || 'AwaitField']),
	);
	expect(Object.fromEntries(later)).toEqual(loadedWhenIdle);
	expect(imported(/\bfieldWhenIdle\( ?\(\) => import\('([^']+)'\)/g)).toEqual(fieldsWhenIdle);
	expect(imported(/ import\('(\.[^']+)'\)\.then\(/g)).toEqual(
		[...Object.keys(loadedWhenIdle), ...fieldsWhenIdle, ...appearsWhenIdle].sort(),
	);
});

test('nothing is fetched only with the key or the click that needs it', () => {
	expect(imported(/\bdynamic\( ?\(\) => import\('([^']+)'\)/g)).toEqual([]);
	expect(sources.filter((source) => /\blazy\(/.test(source))).toEqual([]);
});

function imported(pattern: RegExp) {
	return sources.flatMap((source) => [...source.matchAll(pattern)].map(([, file]) => file)).sort();
}
