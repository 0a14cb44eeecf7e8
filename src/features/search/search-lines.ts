import type { Route } from 'next';
import type { RecordRef } from '@/domain/panel-record';
import { activityPath, companyPath, contactPath, dealPath, followUpsPath, searchPath } from '@/domain/paths';
import type { KindWord, SearchedKind } from '@/domain/search/searched-kinds';
import type { DealStage } from '@/features/deals/schema';
import { parseSearch } from '@/lib/list/search';
import { type Command, type CommandEffect, type CommandIcon, matchCommands } from './commands';
import type { Hit, SearchAnswer } from './schema';
import { rankOf, ranks } from './search-rank';

/** The content of a line that is no record: a command, a choice, or a link to a list. */
export type LineText = {
	text: string;
	detail?: string;
	icon?: CommandIcon | 'list';
	keys?: string | undefined;
	/** A tag with its colour, or a stage, is shown as it is everywhere. */
	tag?: { name: string; colour: string };
	stage?: DealStage;
};

/**
 * A line that is a link or runs a command. Its key is made from its record or command, because names can occur twice.
 */
export type PanelLine = { key: string } & (
	| { href: string; hit: Hit }
	| ({ href: string } & LineText)
	| ({ doing: CommandEffect } & LineText)
);

/** The record of a line that the side panel can show, with its name. */
export function recordInLine(line: PanelLine): (RecordRef & { name: string }) | null {
	if (!('hit' in line)) return null;
	const { kind, id, name } = line.hit;
	return kind === 'activity' || kind === 'follow_up' ? null : { kind, id, name };
}

export type LineGroup = {
	title: string;
	lines: PanelLine[];
	/** The number of lines above. */
	start: number;
};

/** The lines for a verb with a name, and the text of the verb alone. */
export type IntentMatch = { lines: PanelLine[]; verbText: string | null };

const noIntent: IntentMatch = { lines: [], verbText: null };

const kinds: Record<SearchedKind, { title: string; word: KindWord; path: (id: string) => Route }> = {
	company: { title: 'Companies', word: 'companies', path: companyPath },
	contact: { title: 'Contacts', word: 'contacts', path: contactPath },
	deal: { title: 'Deals', word: 'deals', path: dealPath },
	activity: { title: 'Activities', word: 'activities', path: activityPath },
	follow_up: { title: 'Follow-ups', word: 'follow-ups', path: () => followUpsPath },
};

const shownKinds = Object.keys(kinds) as SearchedKind[];

/** The name of a kind above its results, and where a result leads. */
export const titleOfKind = (kind: SearchedKind): string => kinds[kind].title;
export const hrefOfHit = ({ kind, id, href }: Hit): Route => (href as Route | undefined) ?? kinds[kind].path(id);

/** The number of commands below the results. */
const shownCommands = 5;
/** Of fewer letters too many commands would fit. */
const fewestLetters = 2;

/**
 * The results in groups, or if nothing is typed, the records that were opened last and those that were changed last. Commands that match the text come below, and if
 * nothing was found, an offer to create a company of that name. Lines for a verb with a name come first, unless a record has
 * the text as its name.
 */
export function panelLines(
	{ hits, more, opened, best, isLatest, isQuery }: SearchAnswer,
	q: string,
	commands: Command[],
	meant: IntentMatch = noIntent,
): LineGroup[] {
	const groups: Omit<LineGroup, 'start'>[] = [];
	const line = (hit: Hit): PanelLine => ({ key: `${hit.kind} ${hit.id}`, hit, href: hrefOfHit(hit) });
	if (q === '' || isLatest) {
		groups.push({ title: 'Recently opened', lines: hits.slice(0, opened).map(line) });
		groups.push({ title: 'Recently changed', lines: hits.slice(opened).map(line) });
		groups.push({ title: 'Commands', lines: commands.filter(({ usual }) => usual).map(commandLine) });
		return numbered(groups);
	}
	const { words } = parseSearch(q);
	const isCalledSo = hits.some(
		({ kind, name }) => kind !== 'activity' && kind !== 'follow_up' && rankOf(name, words) <= ranks.begins,
	);
	if (!isCalledSo) groups.push({ title: 'Suggested', lines: meant.lines });
	groups.push({ title: 'Best match', lines: hits.filter(({ id }) => id === best).map(line) });
	for (const kind of shownKinds) {
		const lines = hits.filter((hit) => hit.kind === kind && hit.id !== best).map(line);
		const { title, word } = kinds[kind];
		if (more.includes(kind))
			lines.push({
				key: `all ${kind}`,
				text: `All ${title.toLowerCase()}`,
				detail: q,
				icon: 'list',
				href: searchPath(q, word),
			});
		groups.push({ title, lines });
	}
	const letters = q.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
	const named = letters < fewestLetters ? [] : namedBy(q, commands, meant).slice(0, shownCommands);
	groups.push({ title: 'Commands', lines: named.map(commandLine) });
	if (isCalledSo) groups.push({ title: 'Suggested', lines: meant.lines });
	if (hits.length === 0 && meant.lines.length === 0 && !isQuery && letters > 0)
		groups.push({
			title: 'Create',
			lines: [
				{
					key: 'create company',
					text: `Create company “${q}”`,
					icon: 'create',
					href: `/companies/new?${new URLSearchParams({ name: q })}`,
				},
			],
		});
	if (hits.length > 1)
		groups.push({
			title: 'All results',
			lines: [{ key: 'all results', text: 'Show all results', detail: q, icon: 'list', href: searchPath(q) }],
		});
	return numbered(groups);
}

/** What was opened last without the record that still is, so that Enter leads back to the one before. */
export function withoutOpen(answer: SearchAnswer, here: { id: string } | null): SearchAnswer {
	const { hits, opened } = answer;
	const isOther = ({ id }: Hit) => id !== here?.id;
	return { ...answer, hits: hits.filter(isOther), opened: hits.slice(0, opened).filter(isOther).length };
}

/** Whether a text asks for commands alone. */
export function asksForCommands(text: string): boolean {
	return text.trimStart().startsWith('>');
}

/** The commands that match a text, with or without “>” before it; all commands for an empty text. */
export function commandLines(commands: Command[], text: string, meant: IntentMatch = noIntent): LineGroup[] {
	const lines = namedBy(text.replace(/^\s*>/, ''), commands, meant).map(commandLine);
	return numbered([
		{ title: 'Suggested', lines: meant.lines },
		{ title: 'Commands', lines },
	]);
}

/** The commands that match a text. If no record matches the name after a verb, the commands of the verb alone. */
function namedBy(text: string, commands: Command[], { lines, verbText }: IntentMatch): Command[] {
	const named = matchCommands(commands, text);
	return verbText && named.length === 0 && lines.length === 0 ? matchCommands(commands, verbText) : named;
}

function commandLine({ key, label, icon, keys, doing }: Command): PanelLine {
	return { key, text: label, icon, keys, ...('href' in doing ? doing : { doing }) };
}

/** The groups that have lines, each with the number of lines above it. */
export function numbered(groups: Omit<LineGroup, 'start'>[]): LineGroup[] {
	let start = 0;
	return groups
		.filter(({ lines }) => lines.length > 0)
		.map((group) => {
			const own = { ...group, start };
			start += group.lines.length;
			return own;
		});
}
