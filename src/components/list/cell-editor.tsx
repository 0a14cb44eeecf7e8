'use client';

import { startTransition, useEffect, useEffectEvent, useState } from 'react';
import { type FormFailure, failureOf } from '@/components/form/form';
import { FieldEditor } from '@/components/form/in-place/field-editor';
import { FieldStatusLine } from '@/components/form/in-place/field-status';
import { type FieldDraft, inSentence, type Property } from '@/components/form/in-place/property';
import type { Leaving } from '@/components/form/in-place/stops';
import { noAnswer, reasonOf } from '@/components/form/in-place/use-in-place';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { AwaitField } from '@/components/ui/await-field';
import { toast } from '@/components/ui/toast';
import { readJson, whyNoAnswer } from '@/lib/browser/read-json';
import { CellPopover } from './cell-popover';
import { CellQuestion } from './cell-question';
import type { Again, CellEdits, EditedCell } from './edited-cell';

type CellEditorProps = {
	cell: EditedCell;
	edits: CellEdits;
	/** Shows a value until the server has answered. */
	onShow: (property: Property, draft: FieldDraft) => void;
	/** Goes on by so many cells; returns what gives the focus back where there is none. */
	onLeave: (by: number) => () => void;
	/** Opens the cell again with what was not saved, if nothing else is edited; returns whether it did. */
	onAgain: (again: Again) => boolean;
	onEdit: (again: Again) => void;
};

const steps: Record<Leaving, number> = { here: 0, elsewhere: 0, next: 1, previous: -1 };

/** Edits the field of a cell over the cell; of several emails or phones the main one. */
export function CellEditor({ cell, edits, onShow, onLeave, onAgain, onEdit }: CellEditorProps) {
	const { id, field, again } = cell;
	const undoToast = useUndoToast();
	const [property, setProperty] = useState<Property | null>(again?.property ?? null);
	const [asked, setAsked] = useState<{ draft: FieldDraft; to: Leaving } | null>(null);
	const close = useEffectEvent((failure: FormFailure) => {
		sayFailure(failure);
		onLeave(0)();
	});

	useEffect(() => {
		if (property) return;
		const ended = new AbortController();
		readJson<Property | null>(`${edits.source}?${new URLSearchParams({ id, field })}`, ended.signal).then(
			(found) => (found ? setProperty(found) : close(gone)),
			(error) => {
				if (!ended.signal.aborted) close(whyNoAnswer(error) === 'signedOut' ? signedOut : unread);
			},
		);
		return () => ended.abort();
	}, [edits.source, id, field, property]);

	if (!property) return <AwaitField />;
	const shown = property;

	function leave(to: Leaving) {
		const giveFocusBack = onLeave(steps[to]);
		if (to !== 'elsewhere') giveFocusBack();
	}

	function save(entered: FieldDraft, to: Leaving) {
		const { editor } = shown;
		// what was answered before belongs to the same value still
		const draft = again?.draft.value === entered.value ? { ...again.draft, ...entered } : entered;
		const isAsked = editor.as === 'choice' && editor.asks?.includes(draft.value) && draft.value !== shown.value;
		if (isAsked && edits.question && !draft.more) return setAsked({ draft, to });
		leave(to);
		startTransition(async () => {
			onShow(shown, draft);
			let isLost = false;
			const result = await edits
				.save({ ...draft.more, id, field, value: draft.value, was: shown.value })
				.catch((error) => {
					isLost = true;
					return failureOf(error, noAnswer);
				});
			if (!result.ok) {
				const status = { is: 'failed', draft, was: shown.value, failure: result, isLost } as const;
				return keep({ property: shown, draft, status }, result);
			}
			const { data, changeSet } = result;
			if (data.is === 'conflict') {
				const status = { is: 'conflict', draft, other: data } as const;
				const property = { ...shown, value: data.value };
				return keep({ property, draft, status }, { ok: false, message: `Another value was saved in ${data.name}.` });
			}
			if (data.is === 'saved')
				undoToast(
					message`Saved ${<span translate={shown.isOwn ? 'no' : undefined}>{inSentence(shown)}</span>} of ${data.name}`,
					changeSet,
				);
		});
	}

	/** What was not saved is shown in its cell again or, where somebody is at something else, in a message that leads there. */
	function keep(kept: Again, failure: FormFailure) {
		if (onAgain(kept)) return;
		if (failure.signedOut) sayFailure(failure);
		else
			toast.error(reasonOf(failure), {
				duration: Number.POSITIVE_INFINITY,
				action: { label: 'Edit again', onClick: () => onEdit(kept) },
			});
	}

	if (asked)
		return (
			<CellQuestion
				cell={cell}
				property={shown}
				draft={asked.draft}
				save={edits.save}
				question={edits.question}
				onLeave={() => onLeave(steps[asked.to])}
				onConflict={(draft, other) =>
					onEdit({ property: { ...shown, value: other.value }, draft, status: { is: 'conflict', draft, other } })
				}
			/>
		);

	const { status } = again ?? {};
	const isWrong = status?.is === 'failed' && !status.isLost && !status.failure.signedOut;
	return (
		<CellPopover anchor={cell.element} label={`Edit ${inSentence(property)}`}>
			{/* above the editor, whose list may lie over what is below it */}
			{status && !isWrong && (
				<FieldStatusLine
					property={property}
					status={status}
					onAgain={() => again && save(again.draft, 'here')}
					onGiveUp={() => leave('here')}
				/>
			)}
			<FieldEditor
				property={property}
				place={0}
				draft={again?.draft}
				problem={isWrong ? reasonOf(status.failure) : undefined}
				onSave={save}
				onKeep={(draft, problem) => {
					leave('elsewhere');
					keep(
						{
							...{ property, draft },
							status: {
								is: 'failed',
								draft,
								was: property.value,
								failure: { ok: false, message: problem },
								isLost: false,
							},
						},
						{ ok: false, message: problem },
					);
				}}
				onClose={leave}
			/>
		</CellPopover>
	);
}

const gone: FormFailure = { ok: false, message: 'This row no longer exists. Reload the page to see the others.' };
const unread: FormFailure = { ok: false, message: 'Couldn’t load the value. Check your connection and try again.' };
const signedOut: FormFailure = {
	...{ ok: false, signedOut: true },
	message: 'You’ve been signed out. Sign in in a new tab, then try again.',
};
