'use client';
'use no memo';

import { startTransition, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useDateSettings } from '@/components/form/date/date-settings';
import { type FormFailure, failureOf } from '@/components/form/form';
import { message } from '@/components/form/message';
import { useUndoToast } from '@/components/form/undo-toast';
import { type LogRequest, onLogWith } from '@/components/layout/log-with';
import { focusInRecord } from '@/components/layout/record-fields';
import { localTime } from '@/lib/dates/dates';
import { createActivity } from '../actions';
import type { ActivityType } from '../activity-types';
import { type Draft, forgetDraft, isBlank, keepDraft, newDraft, onDraftGone, readDrafts } from './composer-draft';
import { ComposerForm } from './composer-form';
import { type PendingActivity, usePendingActivities } from './pending-activities';
import { activityOf, type ComposerLinks, ofComposer } from './sent-activity';
import { type Unsent, UnsentDrafts } from './unsent-drafts';
import { useLogKey } from './use-log-key';
import { sayMoment } from './when-chip';

type Saved = Extract<Awaited<ReturnType<typeof createActivity>>, { ok: true }>['data'];

export type ComposerProps = {
	/** Whom it is logged for unless something else is chosen. Without a company, a contact or a deal has to be chosen. */
	links: ComposerLinks;
	/** Reads that before it is saved, where another record may have been chosen a moment ago. */
	readLinks?: () => Promise<ComposerLinks>;
	/** Names what is kept in the browser of what has not been logged yet: a record's id. */
	draftKey: string;
	/** Called once it is saved. */
	onDone?: (saved: Saved, changeSet: string) => void;
	/** In a dialog: all fields are shown, the text has the focus, and it stays until it is saved. */
	inDialog?: true;
	/** Gives it a button that cancels. */
	onCancel?: () => void;
	/** What it is logged as at first. */
	type?: ActivityType;
};

type Opened = { turn: number; draft: Draft; refused: FormFailure | null; takesFocus: boolean };

/** Logs or plans a call, an email, a meeting or a note: a type, a text, Ctrl+Enter. Everything else is proposed and can be changed. */
export function Composer({ links, readLinks, draftKey, onDone, inDialog, onCancel, type }: ComposerProps) {
	const undoToast = useUndoToast();
	const { timeZone, style, todayNow } = useDateSettings();
	const pending = usePendingActivities();
	const text = useRef<HTMLTextAreaElement>(null);
	const [opened, setOpened] = useState<Opened>(() => ({
		...{ turn: 0, draft: newDraft(type), refused: null, takesFocus: inDialog === true },
	}));
	// what stands in the form now, which changes with every key
	const current = useRef(opened.draft);
	const [unsent, setUnsent] = useState<Unsent[]>([]);

	function open(draft: Draft, { refused = null, takesFocus = false }: Partial<Opened> = {}) {
		current.current = draft;
		setOpened(({ turn }) => ({ turn: turn + 1, draft, refused, takesFocus }));
	}

	const restore = useEffectEvent(() => {
		const [last, ...others] = readDrafts(draftKey);
		if (!last) return;
		// what has been typed before this code was there stays
		const isFree = text.current?.value === '';
		if (isFree) open(last, { takesFocus: inDialog === true || document.activeElement === text.current });
		setUnsent((isFree ? others : [last, ...others]).map((draft) => ({ draft, failure: null })));
	});
	// before the first key that was pressed meanwhile is answered
	useLayoutEffect(() => restore(), []);

	const onGone = useEffectEvent((gone: Draft) => {
		setUnsent((all) => all.filter(({ draft }) => draft.id !== gone.id));
		if (gone.id !== current.current.id) return;
		if (current.current.text === gone.text) open(newDraft(gone.type));
		// typed on here since: that is another one
		else current.current = { ...current.current, id: uuidv7() };
	});
	useEffect(() => onDraftGone(draftKey, (gone) => onGone(gone)), [draftKey]);

	const take = useEffectEvent(({ contact, type, isPlanned }: LogRequest) => {
		const draft = {
			...current.current,
			...(contact && { people: [contact] }),
			...(type && { type }),
			...(isPlanned && !current.current.at && { at: `${localTime(tomorrow(), timeZone).slice(0, 11)}09:00` }),
		};
		// where only one part of the page is shown, that is the one
		if (!inDialog) focusInRecord('log');
		open(draft, { takesFocus: true });
	});
	useEffect(() => onLogWith((request) => take(request)), []);
	useLogKey(inDialog !== true);

	/** The activity as its place on the page shows it while it is saved. */
	function shown(draft: Draft): PendingActivity {
		const { id, type: of, subject, description, nextSteps, outcome } = activityOf(draft, links);
		const people = draft.people ?? (links.contact ? [links.contact] : []);
		const deal = draft.deal === undefined ? (links.deal ?? null) : draft.deal;
		const now = localTime(new Date(), timeZone);
		const when = sayMoment(draft.at || now, todayNow(), style);
		return { id, type: of, subject, description, nextSteps, outcome, people, deal, when, isPlanned: draft.at > now };
	}

	const logged = async (draft: Draft) => createActivity(activityOf(draft, (await readLinks?.()) ?? links));

	async function save(draft: Draft) {
		const result = await logged(draft).catch(failureOf);
		if (!result.ok) return ofComposer(result);
		forgetDraft(draftKey, draft.id);
		undoToast(sayLogged(result.data.subject, shown(draft).isPlanned), result.changeSet);
		onDone?.(result.data, result.changeSet);
		return result;
	}

	/** Saves what has left the form already; where that fails, it comes back. */
	function send(draft: Draft) {
		startTransition(async () => {
			pending.add(shown(draft));
			const result = await save(draft);
			if (result.ok) return;
			keepDraft(draftKey, draft);
			if (isBlank(current.current)) open(draft, { refused: result });
			else setUnsent((all) => [...all, { draft, failure: result }]);
		});
	}

	function putBack(chosen: Unsent) {
		const others = unsent.filter((each) => each !== chosen);
		const replaced = isBlank(current.current) ? [] : [{ draft: current.current, failure: null }];
		setUnsent([...replaced, ...others]);
		open(chosen.draft, { refused: chosen.failure, takesFocus: true });
	}

	return (
		<>
			<ComposerForm
				key={opened.turn}
				{...opened}
				links={links}
				waits={inDialog === true}
				text={text}
				onCancel={onCancel}
				onChange={(draft) => {
					const kept = { ...draft, id: current.current.id };
					current.current = kept;
					keepDraft(draftKey, kept);
				}}
				action={async (typed): Promise<{ ok: true } | FormFailure> => {
					const draft = { ...typed, id: current.current.id };
					current.current = draft;
					return inDialog ? save(draft) : { ok: true };
				}}
				onDone={() => {
					const sent = current.current;
					const isTouch = matchMedia('(pointer: coarse)').matches;
					open(newDraft(), { takesFocus: !isTouch });
					if (!inDialog) send(sent);
				}}
			/>
			<UnsentDrafts
				unsent={unsent}
				onPutBack={putBack}
				onDiscard={(chosen) => {
					forgetDraft(draftKey, chosen.draft.id);
					setUnsent(unsent.filter((each) => each !== chosen));
				}}
			/>
		</>
	);
}

function sayLogged(subject: string, isPlanned: boolean) {
	return isPlanned ? message`Planned ${subject}` : message`Logged ${subject}`;
}

const tomorrow = () => new Date(Date.now() + 86_400_000);
