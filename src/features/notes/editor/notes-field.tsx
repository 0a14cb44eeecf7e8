'use client';
'use no memo';

import { type MouseEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { sayFailure } from '@/components/form/say-failure';
import { RailSection } from '@/components/layout/record-frame';
import { Button } from '@/components/ui/button';
import { PencilIcon } from '@/components/ui/icons';
import { toast } from '@/components/ui/toast';
import type { NotedNoun } from '@/domain/note-draft';
import { forgetOthers, forgetUnsent } from '@/lib/browser/unsent-notes';
import { discardNoteDraft } from '../actions';
import type { NoteStart } from './keep-typed';
import { NotesEditorLazy } from './notes-editor-lazy';
import { sendUnsent } from './send-unsent';

/** A draft that can be gone on with, and when it was typed, in words; null for just now. */
export type OfferedDraft = { start: NoteStart; when: string | null };

type NotesFieldProps = {
	noun: NotedNoun;
	id: string;
	/** Whose notes these are. */
	owner: string;
	notes: string;
	draft: OfferedDraft | null;
	/** The notes as they are shown; nothing where there are none. */
	children: ReactNode;
};

/** The notes of a record: shown, and edited in their place. */
export function NotesField({ noun, id, owner, notes, draft, children }: NotesFieldProps) {
	const [start, setStart] = useState<NoteStart | null>(null);
	// what has become of the draft here since the page was read
	const given = JSON.stringify(draft?.start.draft);
	const [own, setOwn] = useState<{ given: string | undefined; draft: OfferedDraft | null } | null>(null);
	const offered = own?.given === given && own ? own.draft : draft;
	const button = useRef<HTMLButtonElement>(null);
	/** Whether the button that opened the editor has the focus again once it is there. */
	const takesBack = useRef(false);
	useEffect(() => {
		if (!start && takesBack.current) button.current?.focus();
		takesBack.current = false;
	}, [start]);
	const offer = (next: OfferedDraft | null) => setOwn({ given, draft: next });

	// once for each record: what is typed from then on is the editor's own business
	const findUnsent = useEffectEvent(() => {
		forgetOthers(owner);
		return sendUnsent(owner, id, notes);
	});
	const offerFound = useEffectEvent((found: NoteStart) => start || offer({ start: found, when: null }));
	useEffect(() => {
		let isOver = false;
		void findUnsent().then((found) => found && !isOver && offerFound(found));
		return () => {
			isOver = true;
		};
	}, []);

	const begin = () => setStart(offered?.start ?? { text: notes, was: notes });

	function onClick(event: MouseEvent) {
		const isOther = event.target instanceof Element && event.target.closest('a,button,input,label');
		if (!isOther && window.getSelection()?.isCollapsed !== false) begin();
	}

	async function discard() {
		if (!offered) return;
		const { draft: kept } = offered.start;
		offer(null);
		if (!kept) return;
		const result = await discardNoteDraft({ draft: kept.id }).catch(noAnswerFailure('the draft was discarded'));
		if (!result.ok) {
			offer(offered);
			sayFailure(result);
			return;
		}
		forgetUnsent(owner, id, kept.editor);
		const { text, was } = offered.start;
		toast.success('Draft discarded', {
			duration: 10_000,
			action: { label: 'Undo', onClick: () => setStart({ text, was }) },
		});
	}

	return (
		<RailSection
			title="Notes"
			action={
				!start && (
					<Button ref={button} variant="ghost" size="icon-sm" onClick={begin}>
						<PencilIcon />
						<span className="sr-only">{notes || offered ? 'Edit notes' : 'Add notes'}</span>
					</Button>
				)
			}
		>
			{start ? (
				<NotesEditorLazy
					noun={noun}
					id={id}
					owner={owner}
					start={start}
					onClose={(kept, takesFocus) => {
						offer(kept && { start: kept, when: null });
						setStart(null);
						takesBack.current = takesFocus;
					}}
				/>
			) : (
				<>
					{offered && (
						<p className="mb-1.5 flex flex-wrap items-center gap-x-1 text-muted-foreground text-xs">
							<span className="mr-1">{offered.when ? `Draft from ${offered.when}` : 'Unsaved draft'}</span>
							<Button variant="outline" size="sm" onClick={begin}>
								Continue
							</Button>
							<Button variant="ghost" size="sm" onClick={discard}>
								Discard
							</Button>
						</p>
					)}
					{/* biome-ignore lint/a11y/noStaticElementInteractions: the button above does the same for the keyboard. */}
					{/* biome-ignore lint/a11y/useKeyWithClickEvents: the same. */}
					<div className="-mx-1.5 cursor-text rounded-md px-1.5 py-1 hover:bg-accent/50" onClick={onClick}>
						{children || <p className="text-muted-foreground">No notes yet.</p>}
					</div>
				</>
			)}
		</RailSection>
	);
}
