'use client';
'use no memo';

import { startTransition, useEffect, useOptimistic, useRef, useState } from 'react';
import { type FormFailure, failureOf } from '@/components/form/form';
import { leaveGuard } from '@/components/form/leave-guard';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import type { FieldAnswer } from '@/domain/fields/save-field';
import { type FieldDraft, inSentence, keyOf, type Property } from './property';

/** The action that saves one field of a record. */
export type SaveField = (input: {
	id: string;
	field: string;
	value: string;
	was: string;
	[more: string]: unknown;
}) => Promise<FieldSaved | FormFailure>;

export type FieldSaved = { ok: true; data: FieldAnswer; changeSet: string };

/** What became of the last change of a property, where that is worth saying. */
export type FieldStatus =
	| { is: 'saving' }
	| { is: 'saved'; changeSet: string }
	/** Not saved, with what was entered; `isLost` where it is not known whether it was. */
	| { is: 'failed'; draft: FieldDraft; was: string; failure: FormFailure; isLost: boolean }
	/** Another value came in between. */
	| { is: 'conflict'; draft: FieldDraft; other: { value: string; shown: string | null } };

/** So long, in milliseconds, "Saved" stands beside a value. */
const savedMilliseconds = 4_000;

/** Said where it is not known whether a value was saved. */
export const noAnswer: FormFailure = { ok: false, message: 'Not saved, no connection' };

/** What is wrong with the value, or with all of it. */
export function reasonOf({ message, fieldErrors }: { message: string; fieldErrors?: Record<string, string> }): string {
	return Object.values(fieldErrors ?? {})[0] ?? message;
}

type InPlaceOptions = {
	id: string;
	save: SaveField;
	/** Whether an editor opens again with what was refused. */
	onRefused?: (key: string, draft: FieldDraft, failure: FormFailure) => boolean;
	/** What is awaited before the page's own value is shown: where a list that it stands in is read by itself. */
	settle?: () => Promise<void>;
};

/**
 * Saves the fields of a record one by one. A new value is shown at once; whatever is refused or gets no answer stays, with the
 * reason, until it is saved or given up.
 */
export function useInPlace({ id, save, onRefused = () => false, settle }: InPlaceOptions) {
	const undoToast = useUndoToast();
	const [statuses, setStatuses] = useState<Record<string, FieldStatus>>({});
	const [drafts, addDraft] = useOptimistic<Record<string, FieldDraft>, [string, FieldDraft]>(
		{},
		(all, [key, draft]) => ({
			...all,
			[key]: draft,
		}),
	);
	const root = useRef<HTMLDivElement>(null);
	/** The latest save of each, with the value that is there after it; null where it failed. */
	const saves = useRef(new Map<string, { answer: Promise<string | null>; isAnswered: boolean; isOver: boolean }>());
	const refused = useRef(onRefused);
	const isUnsaved = Object.values(statuses).some(({ is }) => is === 'failed' || is === 'conflict');
	useEffect(() => {
		refused.current = onRefused;
	});
	// a save is over when the page has its value; until then, the next one begins with what the answer said
	useEffect(() => {
		for (const [key, latest] of saves.current)
			if (latest.isAnswered && !Object.hasOwn(drafts, key)) latest.isOver = true;
	});

	useEffect(() => {
		if (isUnsaved && root.current) return leaveGuard(root.current, () => true);
	}, [isUnsaved]);

	const saved = Object.entries(statuses).filter(([, { is }]) => is === 'saved');
	const savedKeys = saved.map(([key, status]) => `${key} ${'changeSet' in status && status.changeSet}`).join();
	// biome-ignore lint/correctness/useExhaustiveDependencies: each save is shown for as long, and no longer for the next one
	useEffect(() => {
		const timer = setTimeout(() => {
			for (const [key] of saved) clear(key);
		}, savedMilliseconds);
		return () => clearTimeout(timer);
	}, [savedKeys]);

	const set = (key: string, status: FieldStatus) => setStatuses((all) => ({ ...all, [key]: status }));
	const clear = (key: string) =>
		setStatuses((all) => Object.fromEntries(Object.entries(all).filter(([each]) => each !== key)));

	async function send(property: Property, draft: FieldDraft, was: string): Promise<string | null> {
		const key = keyOf(property);
		let isLost = false;
		const result = await save({ ...draft.more, id, field: property.field, value: draft.value, was }).catch((error) => {
			isLost = true;
			return failureOf(error, noAnswer);
		});
		if (!result.ok) {
			const isGone = !root.current?.isConnected;
			if (isGone) sayFailure(result);
			else if (isLost || result.signedOut || !refused.current(key, draft, result))
				set(key, { is: 'failed', draft, was, failure: result, isLost });
			else clear(key);
			return null;
		}
		const { data, changeSet } = result;
		if (data.is === 'conflict') {
			set(key, { is: 'conflict', draft, other: data });
			return null;
		}
		if (data.is === 'saved') {
			set(key, { is: 'saved', changeSet });
			const what = <span translate={property.isOwn ? 'no' : undefined}>{inSentence(property)}</span>;
			undoToast(message`Saved ${what} of ${data.name}`, changeSet);
		} else clear(key);
		return data.value;
	}

	/** Saves a draft over the value that was shown; a second one of the same property waits for the first. */
	function change(property: Property, draft: FieldDraft, was = property.value) {
		const key = keyOf(property);
		const former = saves.current.get(key);
		const before = former && !former.isOver ? former.answer : undefined;
		set(key, { is: 'saving' });
		startTransition(async () => {
			addDraft([key, draft]);
			const answer = Promise.resolve(before).then((value) => send(property, draft, value ?? was));
			const latest = { answer, isAnswered: false, isOver: false };
			saves.current.set(key, latest);
			await answer;
			latest.isAnswered = true;
			await settle?.();
		});
	}

	/** Keeps a draft that was left with something wrong in it. */
	function keep(property: Property, draft: FieldDraft, problem: string) {
		const failure: FormFailure = { ok: false, message: problem };
		set(keyOf(property), { is: 'failed', draft, was: property.value, failure, isLost: false });
	}

	/** A property as it is shown: with what is entered and not saved yet. */
	function shown(property: Property): Property {
		const status = statuses[keyOf(property)];
		const draft = status && 'draft' in status ? status.draft : drafts[keyOf(property)];
		if (!draft) return property;
		const { field, label, editor, of, isOwn, help } = property;
		const same = { field, label, editor, ...(of && { of }), ...(isOwn && { isOwn }), ...(help && { help }) };
		return { ...same, ...draft, key: keyOf(property) };
	}

	return { root, statuses, isUnsaved, change, keep, clear, shown };
}
