import type { Creatable } from '@/domain/shortcuts';
import type { ActivityType } from '@/features/activities/schema';
import type { DealStage } from '@/features/deals/schema';
import { fold } from '@/lib/list/search';
import { fitsWords } from './commands';

// A command and the name of its record, typed together: "call robert", "move rollout to negotiation", "new deal acme".

export type Verb =
	| { does: 'log'; types: ActivityType[] }
	| { does: 'move'; to: DealStage[] }
	| { does: 'create'; what: Creatable }
	| { does: 'tag' | 'edit' | 'open' };

/** The stages of a deal, in their order. */
export type StageList = readonly { stage: DealStage; name: string }[];

/** The parts of a command: the verb, its words, and the name of the record. */
export type Intent = { verb: Verb; verbText: string; name: string };

const logNouns: Record<string, ActivityType> = {
	...{ call: 'call', phone: 'call', ring: 'call' },
	...{ email: 'email', 'e-mail': 'email', mail: 'email' },
	...{ meeting: 'meeting', meet: 'meeting' },
	note: 'note',
};

const createNouns: Record<string, Creatable> = {
	...{ company: 'company', customer: 'company', account: 'company' },
	...{ contact: 'contact', person: 'contact' },
	...{ deal: 'deal', opportunity: 'deal' },
	activity: 'activity',
	...{ 'follow-up': 'followUp', followup: 'followUp', task: 'followUp', reminder: 'followUp', todo: 'followUp' },
};

const move: Verb = { does: 'move', to: [] };
const win: Verb = { does: 'move', to: ['closed_won'] };
const lose: Verb = { does: 'move', to: ['closed_lost'] };
const verbs: Record<string, Verb> = {
	...{ move, stage: move, win, won: win, lose, lost: lose },
	close: { does: 'move', to: ['closed_won', 'closed_lost'] },
	...{ tag: { does: 'tag' }, label: { does: 'tag' } },
	...{ edit: { does: 'edit' }, open: { does: 'open' } },
};

const makes = ['log', 'new', 'add', 'create'];
const articles = ['a', 'an', 'the'];
const links = ['with', 'to', 'about', 'for', 'at', 'of', 'from', 'deal', ...articles];

/** The command in a text that begins with a verb followed by a name; null for another text. */
export function intentOf(text: string, stages: StageList): Intent | null {
	const words = text.trim().replace(/^>\s*/, '').split(/\s+/u);
	const folded = words.map(fold);
	const begun = verbOf(folded);
	if (!begun) return null;
	let { at } = begun;
	const isLast = () => at >= words.length - 1;
	while (!isLast() && links.includes(folded[at] ?? '')) at++;
	const name = words.slice(at).join(' ');
	if (!/[\p{L}\p{N}]/u.test(name)) return null;
	const verbText = words.slice(0, begun.at).join(' ');
	return begun.verb.does === 'move'
		? toStage(begun.verb, verbText, name, stages)
		: { verb: begun.verb, verbText, name };
}

/** The verb that words begin with, and how many of them it is. */
function verbOf(words: string[]): { verb: Verb; at: number } | null {
	const [first = ''] = words;
	if (first === 'change' && words[1] === 'stage') return { verb: move, at: 2 };
	const isMade = makes.includes(first);
	let at = isMade ? 1 : 0;
	while (isMade && articles.includes(words[at] ?? '')) at++;
	const noun = words[at] ?? '';
	const type = logNouns[noun];
	if (type) return { verb: { does: 'log', types: [type] }, at: at + 1 };
	if (!isMade) {
		const verb = verbs[first];
		return verb ? { verb, at: 1 } : null;
	}
	const what = createNouns[noun];
	if (what) return { verb: { does: 'create', what }, at: at + 1 };
	return first === 'log' ? { verb: { does: 'log', types: [...new Set(Object.values(logNouns))] }, at } : null;
}

/** "rollout to negotiation" names the stage as well; what follows another "to" belongs to the name. */
function toStage(verb: Extract<Verb, { does: 'move' }>, verbText: string, text: string, stages: StageList): Intent {
	const [, name, stage] = /^(.+)\s(?:to|as)\s(.+)$/iu.exec(text) ?? [];
	const to = stage ? stages.filter((each) => fitsWords(each.name, stage)).map((each) => each.stage) : [];
	if (name && to.length > 0) return { verb: { ...verb, to }, verbText, name };
	return { verb, verbText, name: text };
}

/** The GET that finds an intent's record by its name; null if no record is needed. */
export function sourceOf({ verb }: Intent): string | null {
	if (verb.does === 'move') return '/api/deals?open=yes';
	return verb.does === 'create' && verb.what === 'company' ? null : '/api/search';
}
