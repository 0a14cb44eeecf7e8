'use client';

import { type RefObject, startTransition, useEffect, useRef, useState } from 'react';
import { DeleteButton } from '@/components/form/delete-button';
import { Form, type FormFailure, noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndo, useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { ArchiveIcon, ArchiveRestoreIcon, ArrowDownIcon, ArrowUpIcon, TrashIcon } from '@/components/ui/icons';
import { focusPage } from '@/lib/browser/focus-page';
import { counted } from '@/lib/text/counted';
import { archiveField, deleteField, editField } from '../actions';
import type { FieldConflict } from '../server/field-merge';
import type { FieldCounts, ListedField } from '../server/field-queries';
import { FieldForm } from './field-form';
import { SaveSign } from './save-sign';
import { useSaveAtOnce } from './use-save-at-once';

type FieldPanelProps = {
	field: ListedField;
	counts: FieldCounts | null;
	/** What closes it, once all is saved. */
	closer: RefObject<HTMLButtonElement | null>;
	onMove: (by: 1 | -1) => void;
	onDone: () => void;
};

/** What a field's row opens: all that can be changed of it, each of which is saved at once, its type, and the ways to put it away. */
export function FieldPanel({ field, counts, closer, onMove, onDone }: FieldPanelProps) {
	const { id, name, isArchived } = field;
	const [version, setVersion] = useState(0);
	/** The version that somebody has opened or begun anew, and goes on in. */
	const [begun, setBegun] = useState(0);
	const box = useRef<HTMLDivElement>(null);
	const isLeaving = useRef(false);
	/** How many of the next that come from the server are what this form has sent. */
	const ownSaves = useRef(0);
	const undo = useUndo();
	const undoToast = useUndoToast();
	const [conflict, setConflict] = useState<FieldConflict | null>(null);
	const saving = useSaveAtOnce(box, async (fields, was) => {
		ownSaves.current++;
		const answer = await editField({ ...fields, id, was: JSON.stringify(was) });
		// after a refusal nothing comes
		if (!answer.ok) ownSaves.current = 0;
		const found = answer.ok ? answer.data.conflict : null;
		setConflict(found);
		return found ? changedElsewhere(found) : answer;
	});
	const { isUnsaved, begin, changeSets, setChangeSets } = saving;
	const filled = counts ? (counts.filled[id] ?? 0) : undefined;

	// what was changed elsewhere or undone is shown, unless something is being typed, carried or asked
	// biome-ignore lint/correctness/useExhaustiveDependencies: with the field alone
	useEffect(() => {
		if (ownSaves.current > 0) {
			ownSaves.current--;
			return;
		}
		const fields = box.current?.querySelector('fieldset');
		const isIn =
			fields?.contains(document.activeElement) ||
			fields?.matches(':active') ||
			document.querySelector('[role=alertdialog]');
		if (!isUnsaved() && !isIn) setVersion((before) => before + 1);
	}, [field]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: once it is shown
	useEffect(begin, [version, field.type]);

	function settled() {
		if (isLeaving.current && !isUnsaved()) return onDone();
		isLeaving.current = false;
		saving.saveRest();
	}

	function archive() {
		startTransition(async () => {
			const result = await archiveField({ id, isArchived: !isArchived }).catch(noAnswerFailure());
			if (!result.ok) return sayFailure(result);
			focusPage();
			undoToast(isArchived ? message`Restored ${name}` : message`Archived ${name}`, result.changeSet);
		});
	}

	return (
		<div className="border-t bg-muted/40 px-4 py-3">
			<div ref={box}>
				<Form key={begun} stays action={saving.action}>
					<fieldset>
						<FieldForm
							key={`${version} ${field.type}`}
							field={field}
							isFirst={version === begun}
							filledOptions={counts?.options}
						/>
					</fieldset>
					<div className="mt-4 flex flex-wrap items-center justify-end gap-2">
						<SaveSign
							isSaved={changeSets.length > 0}
							isRefused={saving.isRefused}
							onSettled={settled}
							onUndo={() => {
								ownSaves.current = 0;
								const latest = changeSets.at(-1);
								if (!latest) return;
								setChangeSets(changeSets.slice(0, -1));
								undo(latest);
							}}
							onDiscard={() => {
								ownSaves.current = 0;
								setConflict(null);
								setVersion(version + 1);
								setBegun(version + 1);
							}}
							onKeep={conflict ? () => saving.saveOver(formValues(conflict)) : undefined}
						/>
						<Button
							ref={closer}
							type="submit"
							variant="outline"
							onClick={(event) => {
								isLeaving.current = true;
								if (isUnsaved()) return;
								event.preventDefault();
								onDone();
							}}
						>
							Done
						</Button>
					</div>
				</Form>
			</div>
			<div className="mt-3 flex flex-wrap gap-2 border-t pt-3">
				<Button variant="ghost" size="sm" onClick={() => onMove(-1)}>
					<ArrowUpIcon /> Move up
				</Button>
				<Button variant="ghost" size="sm" onClick={() => onMove(1)}>
					<ArrowDownIcon /> Move down
				</Button>
				<Button variant="ghost" size="sm" onClick={archive}>
					{isArchived ? <ArchiveRestoreIcon /> : <ArchiveIcon />} {isArchived ? 'Restore' : 'Archive'}
				</Button>
				<DeleteButton
					title={message`Delete ${name}?`}
					done={message`Deleted ${name}`}
					confirm="Delete field"
					action={() => deleteField({ id })}
					onDeleted={() => focusPage()}
					trigger={
						<Button variant="ghost" size="sm">
							<TrashIcon /> Delete
						</Button>
					}
				>
					{filled === undefined
						? 'All values of it go with it. To keep them out of sight, archive the field.'
						: filled === 0
							? 'No record has a value of it.'
							: `${counted(filled, 'value', 'values')} of it ${filled === 1 ? 'goes' : 'go'} with it. To keep them out of sight, archive the field.`}
				</DeleteButton>
			</div>
		</div>
	);
}

/** What is there now of what both have changed, as the form sends it. */
const formValues = (conflict: FieldConflict) =>
	Object.fromEntries(Object.entries(conflict).map(([part, { value }]) => [part, value]));

/** The same as a refusal, which says it below each field. */
function changedElsewhere(conflict: FieldConflict): FormFailure {
	const said = Object.entries(conflict).map(([part, { shown }]) => [
		part,
		shown ? `Changed elsewhere: “${shown}”.` : 'Changed elsewhere: empty.',
	]);
	return {
		ok: false,
		message: 'This was changed elsewhere after you opened it. Nothing was saved.',
		fieldErrors: Object.fromEntries(said),
	};
}
