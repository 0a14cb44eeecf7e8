import { newActivityOfTypePath } from '@/domain/paths';
import { createPath, createShortcuts, goShortcuts, keysTo, listKey } from '@/domain/shortcuts';
import type { ActivityType } from '@/features/activities/schema';
import type { DealStage } from '@/features/deals/schema';
import { fold } from '@/lib/list/search';

/** A record with its name. */
export type NamedOf<Kind extends string = string> = { kind: Kind; id: string; name: string };
/** The record whose page is open. */
export type PageRecord = NamedOf<'company' | 'contact' | 'deal'>;

/** The next question of a command, with the answers so far. */
export type Step =
	| { asks: 'person'; type: ActivityType }
	| { asks: 'tagged' }
	| { asks: 'tag'; record: NamedOf<'company' | 'contact'> }
	| { asks: 'deal' }
	| { asks: 'stage'; deal: { id: string; name: string; stage?: DealStage } };

/** The effect of a line that is no link. */
export type CommandEffect =
	| { step: Step }
	| { tag: string; record: NamedOf<'company' | 'contact'> }
	| { stage: DealStage; deal: { id: string; name: string } }
	| { theme: 'light' | 'dark' | 'system' }
	| { does: 'listShortcuts' | 'logOut' };

export type CommandIcon = 'go' | 'create' | 'log' | 'tag' | 'stage' | 'theme' | 'keys' | 'logOut';

export type Command = {
	/** Tells it from the others, whatever the names in them. */
	key: string;
	label: string;
	/** The words by which it is found: its own, without the names in it, and others for the same. */
	words: string;
	icon: CommandIcon;
	/** The shortcut that does the same. */
	keys?: string | undefined;
	/** One of those that are offered before anything is typed. */
	usual?: true;
	doing: { href: string } | CommandEffect;
};

/** "Log a call", and so on. */
export const logTexts: Record<ActivityType, string> = {
	call: 'Log a call',
	email: 'Log an email',
	meeting: 'Log a meeting',
	note: 'Log a note',
};

const logTypes = Object.keys(logTexts) as ActivityType[];
const logWords = 'new add create activity';
const tagWords = 'Tag add label';
const stageWords = 'Change stage of move deal pipeline win won lose lost close';

/** All commands on a page; first those for the record that is open there. */
export function commandsOn(record: PageRecord | null, pathname: string): Command[] {
	const commands = [...(record ? ofRecord(record) : []), ...everywhere(pathname)];
	return commands.map((command, place) => ({ ...command, key: `command ${place}` }));
}

type Unkeyed = Omit<Command, 'key'>;

function ofRecord({ kind, id, name }: PageRecord): Unkeyed[] {
	if (kind === 'deal')
		return [
			{
				label: `Change stage of ${name}`,
				words: stageWords,
				icon: 'stage',
				usual: true,
				doing: { step: { asks: 'stage', deal: { id, name } } },
			},
		];
	const of = kind === 'company' ? { companyId: id } : { contactId: id };
	return [
		...logTypes.map(
			(type): Unkeyed => ({
				label: `${logTexts[type]} with ${name}`,
				words: `${logTexts[type]} with ${logWords}`,
				icon: 'log',
				...(type === 'call' && { usual: true }),
				doing: { href: newActivityOfTypePath(type, of) },
			}),
		),
		{
			label: `Tag ${name}`,
			words: tagWords,
			icon: 'tag',
			usual: true,
			doing: { step: { asks: 'tag', record: { kind, id, name } } },
		},
	];
}

/** The records that commands create, with their names and search words. */
export const creatableNouns = {
	company: { noun: 'company', words: 'new add customer account' },
	contact: { noun: 'contact', words: 'new add person people' },
	deal: { noun: 'deal', words: 'new add opportunity' },
	activity: { noun: 'activity', words: 'new add log' },
	followUp: { noun: 'follow-up', words: 'new add followup task reminder todo' },
};

function everywhere(pathname: string): Unkeyed[] {
	return [
		...logTypes.map(
			(type): Unkeyed => ({
				label: `${logTexts[type]} with …`,
				words: `${logTexts[type]} with ${logWords}`,
				icon: 'log',
				...(type === 'call' && { usual: true }),
				doing: { step: { asks: 'person', type } },
			}),
		),
		...createShortcuts.map(
			({ keys, creates }): Unkeyed => ({
				label: `Create ${creatableNouns[creates].noun}`,
				words: `Create ${creatableNouns[creates].noun} ${creatableNouns[creates].words}`,
				icon: 'create',
				keys,
				...((creates === 'contact' || creates === 'deal') && { usual: true }),
				doing: { href: createPath(creates, pathname) },
			}),
		),
		{ label: 'Tag …', words: tagWords, icon: 'tag', usual: true, doing: { step: { asks: 'tagged' } } },
		{ label: 'Change stage …', words: stageWords, icon: 'stage', usual: true, doing: { step: { asks: 'deal' } } },
		...places.map(
			({ noun, href, words }): Unkeyed => ({
				label: `Go to ${noun}`,
				words: `Go to ${noun} open show ${words}`,
				icon: 'go',
				keys: keysTo(href),
				doing: { href },
			}),
		),
		...themes.map(
			({ theme, words }): Unkeyed => ({
				label: `Change theme to ${theme}`,
				words: `Change theme to ${theme} mode colours colors appearance ${words}`,
				icon: 'theme',
				doing: { theme },
			}),
		),
		{
			label: 'Show keyboard shortcuts',
			words: 'Show keyboard shortcuts keys help hotkeys',
			icon: 'keys',
			keys: listKey,
			doing: { does: 'listShortcuts' },
		},
		{
			label: 'Log out',
			words: 'Log out logout sign signout exit leave end session',
			icon: 'logOut',
			doing: { does: 'logOut' },
		},
	];
}

/** Other words for the parts of the product that have a shortcut. */
const otherWords: Partial<Record<string, string>> = {
	'/dashboard': 'home start dashboard day agenda',
	'/dashboard/next': 'queue one by one',
	'/contacts': 'people persons',
	'/deals': 'pipeline board',
	'/reports': 'forecast win rate numbers statistics',
};

/** The parts of the product; one that has no shortcut needs no more than its line here. */
const places: { noun: string; href: string; words: string }[] = [
	...goShortcuts.map(({ label, href }) => ({
		noun: label.replace(/ \(.*/, '').toLowerCase(),
		href,
		words: otherWords[href] ?? '',
	})),
	{ noun: 'import', href: '/import', words: 'upload csv excel file' },
	{ noun: 'settings', href: '/settings', words: 'preferences options account profile' },
];

const themes = [
	{ theme: 'dark', words: 'night black' },
	{ theme: 'light', words: 'day bright white' },
	{ theme: 'system', words: 'automatic auto device' },
] as const;

/** Whether each word of a text begins one of some words; accents and case are passed over. */
export function fitsWords(words: string, text: string): boolean {
	const own = wordsOf(words);
	return wordsOf(text).every((word) => own.some((each) => each.startsWith(word)));
}

/** The commands that a text names, those first whose own name begins with it. */
export function matchCommands(commands: Command[], text: string): Command[] {
	const typed = wordsOf(text).join(' ');
	const rank = ({ label }: Command) => (wordsOf(label).join(' ').startsWith(typed) ? 0 : 1);
	return commands.filter(({ words }) => fitsWords(words, text)).toSorted((a, b) => rank(a) - rank(b));
}

const wordsOf = (text: string) =>
	fold(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
