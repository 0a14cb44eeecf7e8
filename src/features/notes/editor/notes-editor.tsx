'use client';

import { type FocusEvent, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { type FormFailure, noAnswerFailure } from '@/components/form/form';
import { message, withNames } from '@/components/form/message';
import { SignedOut } from '@/components/form/signed-out';
import { useUndoToast } from '@/components/form/undo-toast';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { useSendOnce } from '@/components/form/use-send-once';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';
import type { NotedNoun } from '@/domain/note-draft';
import { isComposing } from '@/lib/browser/keyboard';
import { failureText } from '@/lib/errors/failure';
import { discardNoteDraft, saveNotes } from '../actions';
import { ChangedNotes } from './changed-notes';
import { type DraftKeeper, type KeepState, keepTyped, type NoteStart } from './keep-typed';
import { continueList, type TextEdit, toggleMark } from './markdown-keys';
import { NotesPreview } from './notes-preview';
import { NotesTools } from './notes-tools';
import { applyEdit } from './text-edits';

type NotesEditorProps = {
	noun: NotedNoun;
	id: string;
	owner: string;
	start: NoteStart;
	/** Called with the draft that is kept, if one is, and whether the focus has to go somewhere. */
	onClose: (kept: NoteStart | null, takesFocus: boolean) => void;
};

/** Edits notes as plain text: saved by Ctrl+Enter or where they are left, and kept as a draft while they are typed. */
export function NotesEditor({ noun, id, owner, start, onClose }: NotesEditorProps) {
	const form = useRef<HTMLFormElement>(null);
	const field = useRef<HTMLTextAreaElement>(null);
	const keeper = useRef<DraftKeeper>(null);
	const was = useRef(start.was);
	const staysInside = useRef(false);
	const isClosed = useRef(false);
	const undoToast = useUndoToast();
	const [keepState, setKeepState] = useState<KeepState>('kept');
	const [failure, setFailure] = useState<FormFailure | null>(null);
	const [theirs, setTheirs] = useState<string | null>(null);
	const [previewed, setPreviewed] = useState<string | null>(null);
	const [pending, saveOnce] = useSendOnce();
	useSaveKeys(form);

	const begin = useEffectEvent(() => {
		const kept = keepTyped({ noun, record: id, owner, editor: uuidv7() }, start, setKeepState);
		keeper.current = kept;
		const text = field.current;
		text?.focus();
		text?.setSelectionRange(text.value.length, text.value.length);
		return kept;
	});
	useEffect(() => {
		const kept = begin();
		// a page that is left takes the editor with it
		return () => void kept.flush().then(() => kept.end(false));
	}, []);

	/** Once: what closes takes the focus away, which would save. */
	function finish(kept: NoteStart | null, takesFocus: boolean) {
		if (isClosed.current) return;
		isClosed.current = true;
		onClose(kept, takesFocus);
	}

	const typed = () => field.current?.value ?? '';

	function save(takesFocus: boolean) {
		const kept = keeper.current;
		if (!kept || isClosed.current) return;
		const text = typed();
		if (text === was.current && !start.draft && kept.isUntouched()) {
			finish(null, takesFocus);
			return;
		}
		saveOnce(async () => {
			await kept.settle();
			const result = await saveNotes({ noun, id, notes: text, was: was.current, drafts: kept.ids() }).catch(
				noAnswerFailure('the notes were saved'),
			);
			if (!result.ok) {
				setFailure(result);
				void kept.flush();
			} else if ('present' in result.data) {
				setFailure(null);
				setTheirs(result.data.present);
				void kept.flush();
			} else {
				kept.end(true);
				const { name, isChanged } = result.data;
				if (isChanged) undoToast(message`Saved the notes of ${name}`, result.changeSet);
				finish(null, takesFocus);
				return true;
			}
			return false;
		});
	}

	async function close() {
		const kept = keeper.current;
		const isSame = typed() === was.current;
		if (!kept || (isSame && kept.isUntouched() && !start.draft)) return finish(null, true);
		const text = typed();
		await kept.leave();
		finish(isSame ? null : { text, was: was.current, draft: kept.draft() }, true);
	}

	/** Replaces what is typed here, or goes on from it, by what somebody else has saved. */
	function settleChange(choice: 'mine' | 'theirs' | 'both') {
		const kept = keeper.current;
		if (theirs === null || !kept) return;
		was.current = theirs;
		setTheirs(null);
		if (choice === 'mine') return save(true);
		if (choice === 'theirs') {
			kept.end(true);
			for (const draft of kept.ids()) void discardNoteDraft({ draft }).catch(() => {});
			return finish(null, true);
		}
		const mine = typed();
		const both = [theirs, mine].filter(Boolean).join('\n\n');
		edit({ from: 0, to: mine.length, insert: both, select: [both.length, both.length] });
	}

	function edit(change: TextEdit | null) {
		if (!change || !field.current) return false;
		applyEdit(field.current, change);
		return true;
	}

	function onKeyDown(event: KeyboardEvent) {
		if (isComposing(event.nativeEvent)) return;
		if (event.key === 'Escape') {
			event.preventDefault();
			event.stopPropagation();
			if (previewed === null) void close();
			else setPreviewed(null);
		}
		if (event.target !== field.current || event.altKey) return;
		const { value, selectionStart, selectionEnd } = field.current;
		const isCombined = (event.ctrlKey || event.metaKey) && !event.shiftKey;
		const mark = isCombined ? { b: '**' as const, i: '*' as const }[event.key.toLowerCase()] : undefined;
		if (mark) {
			event.preventDefault();
			edit(toggleMark(value, selectionStart, selectionEnd, mark));
		} else if (event.key === 'Enter' && !isCombined && !event.shiftKey && selectionStart === selectionEnd) {
			if (edit(continueList(value, selectionStart))) event.preventDefault();
		}
	}

	function onBlur({ relatedTarget }: FocusEvent) {
		const isInside = relatedTarget instanceof Node ? form.current?.contains(relatedTarget) : staysInside.current;
		if (isInside || pending || isClosed.current) return;
		// another window or tab has the focus: the editor is not left
		if (!document.hasFocus() || failure || theirs !== null) void keeper.current?.flush();
		else save(false);
	}

	async function togglePreview() {
		if (previewed !== null) {
			setPreviewed(null);
			return;
		}
		await keeper.current?.flush(true);
		setPreviewed(keeper.current?.draft().id ?? null);
	}

	return (
		<form
			ref={form}
			noValidate
			data-stays=""
			aria-label="Notes"
			className="flex flex-col gap-2"
			onSubmit={(event) => {
				event.preventDefault();
				save(true);
			}}
			onKeyDown={onKeyDown}
			onBlur={onBlur}
			onPointerDown={() => {
				staysInside.current = true;
				setTimeout(() => {
					staysInside.current = false;
				});
			}}
		>
			{theirs !== null && <ChangedNotes theirs={theirs} onChoose={settleChange} />}
			{failure && (
				<Alert variant="destructive">{failure.signedOut ? <SignedOut typed /> : withNames(failureText(failure))}</Alert>
			)}
			<NotesTools field={field} isPreview={previewed !== null} onEdit={edit} onPreview={() => void togglePreview()} />
			{previewed !== null && <NotesPreview draft={previewed} />}
			<Textarea
				ref={field}
				aria-label="Notes"
				translate="no"
				hidden={previewed !== null}
				readOnly={pending}
				defaultValue={start.text}
				className="max-h-[60dvh] min-h-32 px-2.5"
				placeholder="Type notes. Markdown works: **bold**, - list, - [ ] checkbox"
				onInput={() => keeper.current?.type(typed())}
			/>
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
				<Button type="submit" size="sm" aria-disabled={pending || undefined}>
					{pending ? 'Saving…' : 'Save notes'}
				</Button>
				<KeepStateLine state={keepState} />
			</div>
		</form>
	);
}

function KeepStateLine({ state }: { state: KeepState }) {
	return (
		<p role="status" className="min-w-0 flex-1 text-muted-foreground text-xs">
			{state === 'kept' && <span className="pointer-coarse:hidden">Esc closes and keeps a draft</span>}
			{state === 'failed' && <span>Can’t reach MiniCRM. Your draft is kept in this browser and sent later.</span>}
			{state === 'signedOut' && <SignedOut typed />}
			{typeof state === 'object' && <span>{`Draft not saved. ${state.refused}`}</span>}
		</p>
	);
}
