import { v7 as uuidv7 } from 'uuid';
import type { PickerOption } from '@/components/form/picker/picker';
import { type ActivityType, isActivityType } from '../activity-types';
import { showsAnything } from './composer-text';

/** What has been typed into a composer, and what it is logged as. */
export type Draft = {
	/** The id of the activity to be, so that it is logged once however often it is sent. */
	id: string;
	text: string;
	type: ActivityType;
	/** Undefined where the proposal has not been touched. */
	people?: PickerOption[] | undefined;
	deal?: PickerOption | null | undefined;
	/** YYYY-MM-DDTHH:mm in the account's time zone; empty for now. */
	at: string;
	duration: string;
	outcome: string;
	nextSteps: string;
	/** YYYY-MM-DD, perhaps with a time (YYYY-MM-DDTHH:mm), or empty. */
	followUpOn: string;
};

/** An empty draft with an id of its own. */
export function newDraft(type: ActivityType = 'call'): Draft {
	return { id: uuidv7(), text: '', type, at: '', duration: '', outcome: '', nextSteps: '', followUpOn: '' };
}

/** Whether nothing would be missed of a draft. */
export function isBlank({ text, at, duration, outcome, nextSteps, followUpOn }: Draft): boolean {
	return ![text, at, duration, outcome, nextSteps, followUpOn].some(showsAnything);
}

// Drafts are kept in the browser, by the account and the record they are about, until they are logged or emptied.

const storageKey = (key: string) => `draft-of-${document.getElementById('main')?.dataset.account}-${key}`;
/** The most drafts of one record. */
const maxDrafts = 10;

/** The drafts that are kept for a record, the last one that was typed in first. */
export function readDrafts(key: string): Draft[] {
	try {
		return draftsIn(localStorage.getItem(storageKey(key)));
	} catch {
		// a browser that keeps nothing
		return [];
	}
}

/** Keeps a draft before the others of its record; an empty one is forgotten. */
export function keepDraft(key: string, draft: Draft): void {
	const others = readDrafts(key).filter(({ id }) => id !== draft.id);
	write(key, isBlank(draft) ? others : [draft, ...others].slice(0, maxDrafts));
}

/** Forgets a draft that has been logged, also where another composer of this tab has it. */
export function forgetDraft(key: string, id: string): void {
	const drafts = readDrafts(key);
	write(
		key,
		drafts.filter((draft) => draft.id !== id),
	);
	for (const draft of drafts) if (draft.id === id) for (const tell of composers) tell(key, draft);
}

const composers = new Set<(key: string, gone: Draft) => void>();

/** Calls back when another composer or another tab has logged or emptied a draft, with it as it was kept last. Returns what ends that. */
export function onDraftGone(key: string, listener: (gone: Draft) => void): () => void {
	const onForgotten = (of: string, gone: Draft) => of === key && listener(gone);
	const onStorage = (event: StorageEvent) => {
		if (event.key !== storageKey(key)) return;
		const left = new Set(draftsIn(event.newValue).map(({ id }) => id));
		for (const draft of draftsIn(event.oldValue)) if (!left.has(draft.id)) listener(draft);
	};
	composers.add(onForgotten);
	window.addEventListener('storage', onStorage);
	return () => {
		composers.delete(onForgotten);
		window.removeEventListener('storage', onStorage);
	};
}

function write(key: string, drafts: Draft[]): void {
	try {
		if (drafts.length > 0) localStorage.setItem(storageKey(key), JSON.stringify(drafts));
		else localStorage.removeItem(storageKey(key));
	} catch {
		// a browser that keeps nothing, or no more
	}
}

function draftsIn(kept: string | null): Draft[] {
	const found: unknown = JSON.parse(kept ?? '[]');
	return Array.isArray(found) ? found.flatMap((each) => draftOf(each) ?? []) : [];
}

/** A draft of this or an earlier version of the app; null for anything else. */
function draftOf(kept: Partial<Record<keyof Draft, unknown>>): Draft | null {
	const text = (name: keyof Draft) => (typeof kept[name] === 'string' ? kept[name] : '');
	if (!text('id')) return null;
	const { type, people, deal } = kept;
	return {
		id: text('id'),
		text: text('text'),
		type: isActivityType(type) ? type : 'call',
		...(Array.isArray(people) && { people: people.filter(isOption) }),
		...((deal === null || isOption(deal)) && { deal }),
		at: text('at'),
		duration: text('duration'),
		outcome: text('outcome'),
		nextSteps: text('nextSteps'),
		followUpOn: text('followUpOn'),
	};
}

function isOption(value: unknown): value is PickerOption {
	const { id, name } = (value ?? {}) as Partial<Record<'id' | 'name', unknown>>;
	return typeof id === 'string' && typeof name === 'string';
}
