import { drop, log } from './sizes.ts';

/** Goals of single rows beyond what the size allows in general; the first whose words the name begins with counts. */
const rows = {
	usual: [
		[/, three conditions:/, 60],
		[/, custom field: /, 60],
		[/^(Companies|Contacts)( by \S+|, page \d+|( by \S+)?, a page from its neighbour)?$/, 18],
		[/^Activities( by \S+|, page \d+|, a page from its neighbour)?$/, 18],
		[/^(Company|Contact|Deal|Activity)(, (edit|new))?$|^Contact, timeline of/, 15],
		[/^Companies that|^People whom/, 15],
		[/^Deals, list( by \S+|, page \d+|, a page from its neighbour)?$/, 25],
		[/^Deals, board/, 40],
		[/^Today$/, 45],
		[/^Report/, 80],
		[/^Search/, 25],
	],
	large: [
		[/, custom field: /, 150],
		[/^Contacts, search "nguyen"/, 80],
		[/^Activities with all follow-ups$/, 80],
		[/^Deals, .*signal/, 100],
		[/^Reports/, 250],
		[/^Today|^Report/, 150],
		[/^Search/, 60],
	],
} satisfies Record<string, [RegExp, number][]>;

/** Median in milliseconds of any other page, and of any other request. */
const others = { usual: { page: 40, request: 15 }, large: { page: 100, request: 60 } };

/** The median that a page, or another request, should keep to in an account of a size. */
export function medianGoal(name: string, isPage: boolean, size: 'usual' | 'large'): number {
	const [, goal] = rows[size].find(([pattern]) => pattern.test(name)) ?? [];
	return goal ?? (isPage || name === drop || name === log ? others[size].page : others[size].request);
}

/** Kilobytes of HTML that a page should keep to. */
export function htmlGoal(name: string): number {
	if (name.startsWith('Deals, board')) return 36;
	if (/^(Company|Contact|Deal)$|^Contact, timeline of/.test(name)) return 25;
	return /^(Companies|Contacts|Activities|Deals, list)/.test(name) ? 14 : 20;
}

/** Kilobytes of scripts that a page should keep to. */
export function scriptsGoal(name: string): number {
	return /^(Company|Contact|Deal|Activity)\b|^Deals, board/.test(name) ? 215 : 200;
}

/** Milliseconds until a cold page shows something, and until it shows its largest part. */
export const paintGoals = { first: 120, largest: 200 };
/** Milliseconds until a slow line's page answers at all, and until it is complete. */
export const slowLineGoals = { feedback: 150, complete: 600 };
/** Milliseconds of scripts per move of a drag. */
export const dragGoal = 8;
/** Frames per second while a card is dragged, at least. */
export const framesGoal = 55;
/** Megabytes that the app should keep to. */
export const memoryGoal = 500;
