'use client';

import { useRouter } from 'next/navigation';
import { type ComponentProps, useState } from 'react';
import { CheckboxField } from '@/components/form/checkbox-field';
import { FormDialog } from '@/components/form/form-dialog';
import { message } from '@/components/form/message';
import { OtherProblems } from '@/components/form/other-problems';
import { TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { type ListName, viewPath } from '@/domain/paths';
import { renameView, saveView } from '../actions';
import type { ShownView } from '../list-page';
import { listNames, maxViewNameLength, type SavedView } from '../view';

type ViewDialogProps = {
	/** What is saved under a name. */
	shown: ShownView;
	/** The view that gets another name instead. */
	renamed?: SavedView | undefined;
	onClose: () => void;
	/** Called before `onClose` when a new view was saved. */
	onSaved?: () => void;
	/** Brings the focus back, once the dialog is gone. */
	onClosed: () => void;
};

/** Asks for the name of a new view, or for another one of a view that is there. */
export function ViewDialog({ shown, renamed, onClose, onSaved, onClosed }: ViewDialogProps) {
	const asked = {
		open: true,
		onOpenChange: (open: boolean) => open || onClose(),
		submit: 'Save view',
		onCloseAutoFocus: (event: Event) => {
			event.preventDefault();
			onClosed();
		},
	};
	return renamed ? (
		<RenameDialog view={renamed} onDone={onClose} asked={asked} />
	) : (
		<SaveDialog
			shown={shown}
			onDone={() => {
				onSaved?.();
				onClose();
			}}
			asked={asked}
		/>
	);
}

type DialogState = Pick<ComponentProps<typeof FormDialog>, 'open' | 'onOpenChange' | 'submit' | 'onCloseAutoFocus'>;

function SaveDialog({ shown, onDone, asked }: { shown: ShownView; onDone: () => void; asked: DialogState }) {
	const { list, query, hasDefault } = shown;
	// kept while the dialog is open, whatever becomes of the page behind it
	const [id] = useState(shown.newId);
	const [isDefault, setIsDefault] = useState(false);
	const router = useRouter();
	const undoToast = useUndoToast();
	const noun = listNames[list];
	return (
		<FormDialog
			{...asked}
			title="Save view"
			description={`The search, the filters and the order of this list get a name, and stand below ${noun} in the sidebar.`}
			action={({ name }) => saveView({ id, list, query, name, isDefault })}
			onDone={({ data, changeSet }) => {
				router.replace(viewPath(data), { scroll: false });
				undoToast(message`Saved the view ${data.name}`, changeSet);
				onDone();
			}}
		>
			<div className="flex flex-col gap-4">
				<TextField name="name" label="View name" required autoFocus maxLength={maxViewNameLength} />
				<CheckboxField
					name="isDefault"
					label={`Show this view when I open ${noun}`}
					hint={
						hasDefault
							? 'Instead of the view that opens now.'
							: `“All ${noun.toLowerCase()}” in the sidebar then leads to everything.`
					}
					checked={isDefault}
					onCheckedChange={setIsDefault}
				/>
				{hasDays(query) && (
					<p className="text-muted-foreground">
						The days in this view stay as they are.
						{moving[list] && (
							<span>{` Choose one of “${moving[list]}”, such as “This month”, for days that move on.`}</span>
						)}
					</p>
				)}
				<OtherProblems fields={['name', 'isDefault']} />
			</div>
		</FormDialog>
	);
}

/** Where a list has ranges of days that move along with the calendar. */
const moving: Partial<Record<ListName, string>> = { deals: 'Expected close date', activities: 'Date' };

/** Whether a list is filtered by a first or a last day. */
function hasDays(query: string): boolean {
	return [...new URLSearchParams(query)].some(
		([name, value]) =>
			(/(^f|F)rom$|(^t|T)o$/.test(name) && /^\d{4}-\d\d-\d\d$/.test(value)) ||
			(name === 'f' && /:\d{4}-\d\d-\d\d/.test(value)),
	);
}

function RenameDialog({ view, onDone, asked }: { view: SavedView; onDone: () => void; asked: DialogState }) {
	const { id, name } = view;
	const undoToast = useUndoToast();
	return (
		<FormDialog
			{...asked}
			title={message`Rename ${name}`}
			description="What the view shows stays as it is."
			action={(fields) => renameView({ id, name: fields.name })}
			onDone={({ data, changeSet }) => {
				undoToast(message`Renamed the view to ${data.name}`, changeSet);
				onDone();
			}}
		>
			<TextField
				name="name"
				label="View name"
				required
				autoFocus
				maxLength={maxViewNameLength}
				defaultValue={name}
				onFocus={(event) => event.target.select()}
			/>
		</FormDialog>
	);
}
